import { type Static, Type } from 'typebox'
import { object } from './object.ts'

export const maxBlocks = 2000

const TextNode = object({ type: Type.Literal('text'), text: Type.String({ minLength: 1, maxLength: 20_000 }) })
const Inline = Type.Array(TextNode, { maxItems: 500 })
/** Stable through every edit, so that comments, merges and corrections can point at a block. Given by the server when absent. */
export const BlockId = Type.String({ pattern: '^[A-Za-z0-9_-]{1,40}$', description: 'up to 40 letters, digits, _ and -' })
const BlockAttrs = object({ id: Type.Optional(BlockId) })

const Paragraph = object({ type: Type.Literal('paragraph'), attrs: Type.Optional(BlockAttrs), content: Type.Optional(Inline) })
const Heading = object({
  type: Type.Literal('heading'),
  attrs: object({ id: Type.Optional(BlockId), level: Type.Integer({ minimum: 2, maximum: 4 }) }),
  content: Type.Optional(Inline),
})
const Quote = object({
  type: Type.Literal('quote'),
  attrs: Type.Optional(BlockAttrs),
  content: Type.Array(Paragraph, { minItems: 1, maxItems: 50 }),
})
const Block = Type.Union([Paragraph, Heading, Quote])

/** An article's text as a document in the JSON form of the desk's editor, never as HTML. */
export const Body = object({ type: Type.Literal('doc'), content: Type.Array(Block, { maxItems: maxBlocks }) })
export type Body = Static<typeof Body>
export type Block = Static<typeof Block>
type InlineNodes = Static<typeof Inline>

/** The body as HTML: headings from h2, no class, style or script; every character of the text is escaped. */
export function renderBody(body: Body): string {
  return body.content.map(renderBlock).join('\n')
}

/** The body's text, a block a paragraph, separated by empty lines. */
export function bodyText(body: Body): string {
  return body.content.map(blockText).join('\n\n')
}

/** The same body in which every top-level block has an id of its own; a repeated id is replaced. `makeId` gives fresh ones. */
export function withBlockIds(body: Body, makeId: () => string): Body {
  const seen = new Set<string>()
  const content = body.content.map((block) => {
    const known = block.attrs?.id
    const id = known && !seen.has(known) ? known : makeId()
    seen.add(id)
    return { ...block, attrs: { ...block.attrs, id } } as Block
  })
  return { type: 'doc', content }
}

/** A body made of plain text: empty lines between paragraphs, single line breaks become spaces. */
export function bodyFromText(text: string): Body {
  const paragraphs = text
    .split(/\n[ \t]*\n/)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
  return { type: 'doc', content: paragraphs.map((part) => ({ type: 'paragraph', content: [{ type: 'text', text: part }] })) }
}

function renderBlock(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${inlineHtml(block.content)}</p>`
    case 'heading':
      return `<h${block.attrs.level}>${inlineHtml(block.content)}</h${block.attrs.level}>`
    case 'quote':
      return `<blockquote>${block.content.map(renderBlock).join('')}</blockquote>`
  }
}

function blockText(block: Block): string {
  return block.type === 'quote' ? block.content.map(blockText).join('\n') : (block.content ?? []).map((node) => node.text).join('')
}

function inlineHtml(nodes: InlineNodes = []): string {
  return nodes.map((node) => escapeHtml(node.text)).join('')
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text made safe for HTML content and quoted attributes. */
export function escapeHtml(value: string): string {
  return value.replace(/[&<>"']/g, (character) => entities[character] as string)
}
