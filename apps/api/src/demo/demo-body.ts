import type { Block, Body, Figure, Inline, Paragraph } from '@bantin/shared/body'
import type { DemoArticle, DemoBlock, DemoPicture } from './content/demo-content.ts'
import { idOf } from './keys.ts'

/** The body that the demo's content means. `media` has the ids of pictures by their scenes and of documents by their names. */
export function demoBody(blocks: DemoArticle['body'], media: Map<string, string>): Body {
  return { type: 'doc', content: blocks.map((block) => (typeof block === 'string' ? textBlock(block) : richBlock(block, media))) }
}

/** A body of paragraphs in which `{words|key}` names somebody by an appointment. */
export function bodyNaming(paragraphs: string[], appointments: Map<string, string>): Body {
  const parts = (text: string): Inline =>
    text.split(/(\{.+?\})/).flatMap((part): Inline => {
      const [, words, key] = /^\{(.+)\|(.+)\}$/.exec(part) ?? []
      if (words === undefined || key === undefined) return inline(part)
      return [{ type: 'person', attrs: { appointmentId: idOf(appointments, key), text: words } }]
    })
  return { type: 'doc', content: paragraphs.map((text) => ({ type: 'paragraph', content: parts(text) })) }
}

function textBlock(text: string): Block {
  if (text.startsWith('## ')) return { type: 'heading', attrs: { level: 2 }, content: inline(text.slice(3)) }
  if (text.startsWith('> ')) return { type: 'quote', content: [paragraph(text.slice(2))] }
  return paragraph(text)
}

function richBlock(block: DemoBlock, media: Map<string, string>): Block {
  if ('picture' in block) return figure(block.picture, media)
  if ('gallery' in block) return { type: 'gallery', content: block.gallery.map((picture) => figure(picture, media)) }
  if ('document' in block) {
    const { name, title } = block.document
    return { type: 'file', attrs: { mediaId: idOf(media, name) }, content: inline(title) }
  }
  if ('table' in block) {
    const cell = (text: string, isHead: boolean) => ({
      type: isHead ? ('tableHeader' as const) : ('tableCell' as const),
      content: [paragraph(text)],
    })
    const row = (cells: string[], index: number) => ({ type: 'tableRow' as const, content: cells.map((text) => cell(text, index === 0)) })
    return { type: 'table', content: block.table.map(row) }
  }
  const item = (text: string) => ({ type: 'listItem' as const, content: [paragraph(text)] })
  return { type: block.ordered ? 'orderedList' : 'bulletList', content: block.list.map(item) }
}

function figure({ scene, alt, caption, credit }: DemoPicture, media: Map<string, string>): Figure {
  return { type: 'figure', attrs: { mediaId: idOf(media, scene), alt, credit }, content: inline(caption) }
}

function paragraph(text: string): Paragraph {
  return { type: 'paragraph', content: inline(text) }
}

const marked = /\*\*(.+?)\*\*|\[(.+?)\]\((.+?)\)/

/** `**bold**` and `[words](address)`. */
function inline(text: string): Inline {
  const found = marked.exec(text)
  if (!found) return text === '' ? [] : [{ type: 'text', text }]
  const [whole, bold, words, href = ''] = found
  const rest = inline(text.slice(found.index + whole.length))
  const before = inline(text.slice(0, found.index))
  if (bold !== undefined) return [...before, { type: 'text', text: bold, marks: [{ type: 'bold' }] }, ...rest]
  return [...before, { type: 'text', text: words ?? '', marks: [{ type: 'link', attrs: { href } }] }, ...rest]
}
