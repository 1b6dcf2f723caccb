import { readFile } from 'node:fs/promises'
import type { ConversionInput, Dropped, LegacyFont } from '@bantin/shared/conversions'
import { legacyFontOf } from '@bantin/shared/incoming/legacy-font-of'
import type { MarkupElement } from '@bantin/shared/incoming/markup'
import { bodyOfMarkup } from '@bantin/shared/incoming/markup-to-body'
import { legacyRewriter } from '@bantin/shared/legacy-fonts'
import { marked } from 'marked'
import { decodeText } from '../decode-text.ts'
import { RefusedFile } from '../refused-file.ts'
import { markupOfHtml } from './markup-of-html.ts'
import { markupOfText } from './markup-of-text.ts'
import type { ConversionOrder, Converted, FoundPicture } from './order.ts'

/** Whatever is ordered, as a body. Throws `RefusedFile`, and whatever a parser throws. */
export async function convert(order: ConversionOrder): Promise<Converted> {
  if ('input' in order) return finish(readMarkup(order.input.form, order.input.content), order.input)
  if (order.kind === 'docx') return await convertDocx(order)
  const text = decodeText(await readFile(order.path))
  if (text === undefined) throw new RefusedFile('file_not_accepted', 'This is no text, whatever it is called.')
  return finish(readMarkup(order.kind, text), order)
}

function readMarkup(form: ConversionInput['form'], content: string): MarkupElement {
  if (form === 'text') return markupOfText(content)
  return markupOfHtml(form === 'markdown' ? marked.parse(content, { async: false, gfm: true }) : content)
}

interface Found {
  legacyFont?: LegacyFont | undefined
  name?: string | null
  pictures?: FoundPicture[]
  notices?: Dropped[]
}

async function convertDocx({ path, legacyFont, folder }: Exclude<ConversionOrder, { input: unknown }>): Promise<Converted> {
  // Only then: loading it takes longer than most texts take to be converted.
  const { htmlOfDocx } = await import('./html-of-docx.ts')
  const { html, ...found } = await htmlOfDocx(path, folder)
  return finish(markupOfHtml(html), { legacyFont, ...found })
}

function finish(root: MarkupElement, { legacyFont, name = null, pictures = [], notices = [] }: Found): Converted {
  const ids = new Set(pictures.map(({ id }) => id))
  const pictureOf = (src: string) => (ids.has(src) ? src : null)
  const options = { pictureOf, takesTitle: true, name, ...(legacyFont && { rewrite: legacyRewriter(legacyFont) }) }
  const { title, body, dropped } = bodyOfMarkup(root, options)
  const all = [...dropped, ...notices].sort((one, other) => other.count - one.count)
  return { title, body, dropped: all, legacyFont: legacyFontOf(title, body), pictures }
}
