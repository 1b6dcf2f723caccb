import { type BlockKind, makeBlockId, type PlainBlock } from './plain-blocks.ts'

/** The blocks after an edit and where the caret goes. */
export interface Edited {
  blocks: PlainBlock[]
  caret: { id: string; at: number }
}

/** What is selected in one block's text. */
export interface Selected {
  id: string
  start: number
  end: number
}

/** Enter: a new paragraph at the caret; in a quote a new line, and out of it from an empty last one. */
export function splitAt(blocks: PlainBlock[], { id, start, end }: Selected): Edited {
  const [index, block] = find(blocks, id)
  const before = block.text.slice(0, start)
  const after = block.text.slice(end)
  if (block.kind === 'quote') return splitQuote(blocks, index, before, after)
  if (before === '' && after !== '') {
    const blank = fresh('paragraph', '')
    return { blocks: replace(blocks, index, [blank, { ...block, text: after }]), caret: { id, at: 0 } }
  }
  const next = fresh(after === '' ? 'paragraph' : block.kind, after)
  return { blocks: replace(blocks, index, [{ ...block, text: before }, next]), caret: { id: next.id, at: 0 } }
}

/** Backspace at the start: the block joins the one before it; a first heading or quote becomes a paragraph. Null: nothing to do. */
export function joinBefore(blocks: PlainBlock[], id: string): Edited | null {
  const [index, block] = find(blocks, id)
  const previous = blocks[index - 1]
  if (!previous) return block.kind === 'paragraph' ? null : setKind(blocks, { id, start: 0, end: 0 }, 'paragraph')
  if (previous.text === '') return { blocks: blocks.filter((other) => other !== previous), caret: { id, at: 0 } }
  const joined = { ...previous, text: previous.text + asLine(block, previous.kind) }
  return { blocks: replace(blocks, index - 1, [joined], 2), caret: { id: previous.id, at: previous.text.length } }
}

/** Delete at the end: the next block joins this one. Null: there is none. */
export function joinAfter(blocks: PlainBlock[], id: string): Edited | null {
  const next = blocks[find(blocks, id)[0] + 1]
  return next ? joinBefore(blocks, next.id) : null
}

/** Paste: every line becomes a block of its own; in a quote, a line of it. Blank lines only separate. */
export function insertText(blocks: PlainBlock[], { id, start, end }: Selected, pasted: string): Edited {
  const [index, block] = find(blocks, id)
  const lines = pasted.split(/\r\n|[\r\n\u2028\u2029]/).filter((line) => line.trim() !== '')
  const before = block.text.slice(0, start)
  const after = block.text.slice(end)
  const inQuote = block.kind === 'quote'
  if (inQuote || lines.length < 2) {
    const text = before + lines.join('\n')
    return { blocks: replace(blocks, index, [{ ...block, text: text + after }]), caret: { id, at: text.length } }
  }
  const [first = '', ...rest] = lines
  const made = rest.map((line) => fresh('paragraph', line))
  const last = made.at(-1) as PlainBlock
  const caret = { id: last.id, at: last.text.length }
  last.text += after
  return { blocks: replace(blocks, index, [{ ...block, text: before + first }, ...made]), caret }
}

/** Line breaks that came into a block in some other way (an input method, a drop, dictation) become blocks. */
export function splitAtBreaks(blocks: PlainBlock[], id: string): Edited {
  const [, block] = find(blocks, id)
  const at = block.text.indexOf('\n')
  if (block.kind === 'quote' || at === -1) return { blocks, caret: { id, at: 0 } }
  const edited = splitAt(blocks, { id, start: at, end: at + 1 })
  return splitAtBreaks(edited.blocks, edited.caret.id)
}

/** The block as another kind. A quote of several lines becomes as many blocks. */
export function setKind(blocks: PlainBlock[], { id, start }: Selected, kind: BlockKind): Edited {
  const [index, block] = find(blocks, id)
  const [first = '', ...rest] = kind === 'quote' ? [block.text] : block.text.split('\n')
  const made = [{ ...block, kind, text: first }, ...rest.map((line) => fresh(kind, line))]
  return { blocks: replace(blocks, index, made), caret: { id, at: Math.min(start, first.length) } }
}

/** The block one place up (-1) or down (1). Null: it is there already. */
export function moveBlock(blocks: PlainBlock[], { id, start }: Selected, by: -1 | 1): Edited | null {
  const [index, block] = find(blocks, id)
  const neighbour = blocks[index + by]
  if (!neighbour) return null
  const pair = by === 1 ? [neighbour, block] : [block, neighbour]
  return { blocks: replace(blocks, Math.min(index, index + by), pair, 2), caret: { id, at: start } }
}

/** The blocks without this one; a last one is emptied. */
export function removeBlock(blocks: PlainBlock[], id: string): Edited {
  const [index] = find(blocks, id)
  const kept = blocks.length > 1 ? replace(blocks, index, []) : [fresh('paragraph', '')]
  const next = (kept[index] ?? kept.at(-1)) as PlainBlock
  return { blocks: kept, caret: { id: next.id, at: 0 } }
}

/** A removed block back at its place. */
export function putBlock(blocks: PlainBlock[], block: PlainBlock, index: number): Edited {
  return { blocks: [...blocks.slice(0, index), block, ...blocks.slice(index)], caret: { id: block.id, at: block.text.length } }
}

function splitQuote(blocks: PlainBlock[], index: number, before: string, after: string): Edited {
  const quote = blocks[index] as PlainBlock
  if (after === '' && (before === '' || before.endsWith('\n'))) {
    const left = fresh('paragraph', '')
    const kept = before === '' ? [left] : [{ ...quote, text: before.slice(0, -1) }, left]
    return { blocks: replace(blocks, index, kept), caret: { id: left.id, at: 0 } }
  }
  return { blocks: replace(blocks, index, [{ ...quote, text: `${before}\n${after}` }]), caret: { id: quote.id, at: before.length + 1 } }
}

/** Only a quote holds several lines: joined to another kind they become one. */
function asLine(block: PlainBlock, kind: BlockKind): string {
  return kind === 'quote' ? block.text : block.text.replaceAll('\n', ' ')
}

function fresh(kind: BlockKind, text: string): PlainBlock {
  return { id: makeBlockId(), kind, text }
}

function find(blocks: PlainBlock[], id: string): [number, PlainBlock] {
  const index = blocks.findIndex((block) => block.id === id)
  const block = blocks[index]
  if (!block) throw new Error(`There is no block "${id}".`)
  return [index, block]
}

function replace(blocks: PlainBlock[], index: number, made: PlainBlock[], count = 1): PlainBlock[] {
  return [...blocks.slice(0, index), ...made, ...blocks.slice(index + count)]
}
