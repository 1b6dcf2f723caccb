import type { Block, Body } from '@bantin/shared/body'

export const blockKinds = ['paragraph', 'h2', 'h3', 'h4', 'quote'] as const
export type BlockKind = (typeof blockKinds)[number]

/** A block as plain text. The lines of a quote are its paragraphs; other kinds hold one line. */
export interface PlainBlock {
  id: string
  kind: BlockKind
  text: string
  /** The node it was read from: given back as it is while nothing in it changed. */
  source?: Block
}

/** The body's blocks for editing, at least one. Ids are kept; a missing or repeated one is replaced. */
export function toPlainBlocks(body: Body, makeId: () => string = makeBlockId): PlainBlock[] {
  const seen = new Set<string>()
  const blocks = body.content.map((source) => {
    const known = source.attrs?.id
    const id = known && !seen.has(known) ? known : makeId()
    seen.add(id)
    return known === id ? { id, kind: kindOf(source), text: textOf(source), source } : { id, kind: kindOf(source), text: textOf(source) }
  })
  return blocks.length > 0 ? blocks : [{ id: makeId(), kind: 'paragraph', text: '' }]
}

/** The body that the blocks stand for. Blank blocks are left out: an empty line is layout, not text. */
export function toBody(blocks: PlainBlock[]): Body {
  return { type: 'doc', content: blocks.filter((block) => block.text.trim() !== '').map(toNode) }
}

/** A fresh id of a block; random enough for one document, and made without a secure context. */
export function makeBlockId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => (byte % 36).toString(36)).join('')
}

function kindOf(block: Block): BlockKind {
  return block.type === 'heading' ? (`h${block.attrs.level}` as BlockKind) : block.type
}

function textOf(block: Block): string {
  if (block.type === 'quote') return block.content.map(textOf).join('\n')
  return (block.content ?? []).map((node) => node.text).join('')
}

function toNode({ id, kind, text, source }: PlainBlock): Block {
  if (source && kindOf(source) === kind && textOf(source) === text) return source
  if (kind === 'quote') return { type: 'quote', attrs: { id }, content: quoteLines(text, source) }
  if (kind === 'paragraph') return { type: 'paragraph', attrs: { id }, content: inline(text) }
  return { type: 'heading', attrs: { id, level: Number(kind[1]) }, content: inline(text) }
}

function quoteLines(text: string, source: Block | undefined) {
  const known = source?.type === 'quote' ? source.content : []
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => known.find((paragraph) => textOf(paragraph) === line) ?? { type: 'paragraph' as const, content: inline(line) })
}

/** The contract's longest text node. */
const longest = 20_000

function inline(text: string) {
  const nodes = []
  for (let at = 0; at < text.length; ) {
    const end = at + longest
    // A pair of surrogates is one character: it is never cut in two.
    const cut = /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) ? end - 1 : end
    nodes.push({ type: 'text' as const, text: text.slice(at, cut) })
    at = cut
  }
  return nodes
}
