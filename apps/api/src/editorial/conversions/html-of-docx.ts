import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Dropped } from '@bantin/shared/conversions'
import mammoth from 'mammoth'
import { v7 as uuidv7 } from 'uuid'
import { type PackageParts, readPackage } from '../read-package.ts'
import { RefusedFile } from '../refused-file.ts'
import type { FoundPicture } from './order.ts'

export interface DocxHtml {
  html: string
  /** What it is called by its properties. */
  name: string | null
  /** In `src` of their elements stand their ids. */
  pictures: FoundPicture[]
  notices: Dropped[]
}

const mostPictures = 60

/** What a Word file says, as HTML; its pictures are put into `folder`. Nothing outside of it is read. Throws `RefusedFile`. */
export async function htmlOfDocx(path: string, folder: string): Promise<DocxHtml> {
  const parts = await readPackage(path)
  if (!parts.has('[Content_Types].xml') || !parts.has('_rels/.rels') || ![...parts.keys()].some((name) => name.startsWith('word/'))) {
    throw new RefusedFile('file_not_accepted', 'This is another kind of document. Save it as Word document (.docx).')
  }
  const pictures = new Map<ArrayBuffer, string>()
  const convertImage = mammoth.images.imgElement(async (image) => {
    // Null for one that stands elsewhere: nothing is fetched.
    const bytes = await image.readAsArrayBuffer().catch(() => null)
    // A part is one picture, wherever it stands: else a small file would be as large as all of its places.
    const id = (bytes && pictures.get(bytes)) ?? uuidv7()
    if (bytes && pictures.size < mostPictures) pictures.set(bytes, id)
    return { src: id }
  })
  const options = { convertImage, styleMap, includeEmbeddedStyleMap: false, externalFileAccess: false }
  // Whatever a parser throws, its stack running over included.
  const { value, messages } = await mammoth.convertToHtml(inputOf(parts), options).catch(() => {
    throw new RefusedFile('file_unreadable', 'It is damaged, or no Word file.')
  })
  // Without the ways back from the notes.
  const html = value.replaceAll(/ ?<a href="#(?:foot|end)note-ref-[^"]*">[^<]*<\/a>/g, '')
  const notices = [...noticesOf(messages.map(({ message }) => message)), ...commentsIn(parts)]
  return { html, name: titleIn(parts), pictures: await putEach(pictures, folder), notices }
}

async function putEach(pictures: ReadonlyMap<ArrayBuffer, string>, folder: string): Promise<FoundPicture[]> {
  const put: FoundPicture[] = []
  for (const [bytes, id] of pictures) {
    const path = join(folder, id)
    await writeFile(path, new Uint8Array(bytes), { flag: 'wx', mode: 0o600 })
    put.push({ id, path })
  }
  return put
}

/** Beside the usual headings and lists. */
const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  'u => u',
]

/**
 * mammoth takes an opened archive in place of a file, though its types do not say so: thus the bytes that were counted are those that it
 * reads, and no second program reads the archive in another way.
 */
function inputOf(parts: PackageParts): Parameters<typeof mammoth.convertToHtml>[0] {
  const file = {
    exists: (name: string) => parts.has(name),
    read: async (name: string, encoding?: 'base64' | 'utf-8') => {
      const part = parts.get(name)
      if (!part) throw new RefusedFile('file_unreadable', 'A part is missing.')
      return encoding === undefined ? part : part.toString(encoding === 'base64' ? 'base64' : 'utf8')
    },
  }
  return { file } as unknown as Parameters<typeof mammoth.convertToHtml>[0]
}

function titleIn(parts: PackageParts): string | null {
  const properties = parts.get('docProps/core.xml')?.toString('utf8') ?? ''
  const title = /<dc:title[^>]*>([^<]*)<\/dc:title>/.exec(properties)?.[1]?.trim() ?? ''
  return title === '' ? null : title.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: keyof typeof entities) => entities[name])
}

const entities = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

const forms: [RegExp, string][] = [
  [/^Unrecognised (?:paragraph|run) style: '?(.*?)'? \(Style ID: .*\)$/, 'style'],
  [/^Unrecognised table style: '?(.*?)'? \(Style ID: .*\)$/, 'style'],
  [/^An unrecognised element was ignored: (.*)$/, 'element'],
]

/** What mammoth says of the document; of pictures we say it ourselves. */
function noticesOf(messages: string[]): Dropped[] {
  const found = new Map<string, Dropped>()
  for (const message of messages) {
    const form = forms.find(([pattern]) => pattern.test(message))
    if (!form) continue
    const known = found.get(form[1])
    if (known) known.count += 1
    else found.set(form[1], { what: form[1], count: 1, sample: form[0].exec(message)?.[1]?.slice(0, 80) ?? null })
  }
  return [...found.values()]
}

/** Comments in the margin are no part of the text. */
function commentsIn(parts: PackageParts): Dropped[] {
  const comments =
    parts
      .get('word/comments.xml')
      ?.toString('utf8')
      .match(/<w:comment\s/g) ?? []
  return comments.length > 0 ? [{ what: 'comment', count: comments.length, sample: null }] : []
}
