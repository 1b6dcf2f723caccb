import { Fragment, type Node } from '@tiptap/pm/model'
import { type EditorState, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { type BlockKind, kindOf } from './block-kinds.ts'

/** One of the blocks that the text is made of, and where it begins. */
export interface PlacedBlock {
  node: Node
  pos: number
  index: number
}

/** The block with the caret. */
export function currentBlock({ doc, selection }: EditorState): PlacedBlock {
  const index = Math.min(selection.$head.index(0), doc.childCount - 1)
  return blockAt(doc, index)
}

/** The block at this place in the text. */
export function blockAt(doc: Node, index: number): PlacedBlock {
  let pos = 0
  for (let before = 0; before < index; before++) pos += doc.child(before).nodeSize
  return { node: doc.child(index), pos, index }
}

export function blockKind(node: Node): BlockKind {
  return kindOf({ type: node.type.name, attrs: node.attrs })
}

/** The blocks that are selected as this kind of text, caret and ids kept. A quote or a list becomes as many blocks as it has lines. */
export function setKind(state: EditorState, kind: 'paragraph' | 'h2' | 'h3' | 'h4'): Transaction | null {
  const { doc, schema, selection, tr } = state
  const type = schema.nodes[kind === 'paragraph' ? 'paragraph' : 'heading']
  if (!type) return null
  const first = blockAt(doc, selection.$from.index(0))
  const last = blockAt(doc, Math.min(selection.$to.index(0), doc.childCount - 1))
  const blocks = doc.children.slice(first.index, last.index + 1)
  if (!blocks.every(isOfText)) return null
  const caret = lineOf(state, first)
  const made = blocks.flatMap((block) =>
    linesOf(block).map((line, at) =>
      type.create({ id: at === 0 ? block.attrs.id : null, level: kind === 'paragraph' ? undefined : Number(kind[1]) }, line.content),
    ),
  )
  tr.replaceWith(first.pos, last.pos + last.node.nodeSize, made)
  const start = made.slice(0, caret.line).reduce((pos, { nodeSize }) => pos + nodeSize, first.pos)
  return tr.setSelection(TextSelection.create(tr.doc, Math.min(start + 1 + caret.offset, tr.doc.content.size)))
}

/** Whether a block's text can become text of another kind. */
export function isOfText({ type }: Node): boolean {
  return ['paragraph', 'heading', 'quote', 'bulletList', 'orderedList'].includes(type.name)
}

/** The block one place up (-1) or down (1), with the caret in it. Null: it is there already. */
export function moveBlock(state: EditorState, by: -1 | 1): Transaction | null {
  const { doc, tr, selection } = state
  const { node, pos, index } = currentBlock(state)
  if (index + by < 0 || index + by >= doc.childCount) return null
  const neighbour = blockAt(doc, index + by)
  const pair = by === 1 ? [neighbour.node, node] : [node, neighbour.node]
  const start = Math.min(pos, neighbour.pos)
  tr.replaceWith(start, start + node.nodeSize + neighbour.node.nodeSize, pair)
  const offset = (by === 1 ? pos + neighbour.node.nodeSize : neighbour.pos) - pos
  const moved = tr.doc.resolve(selection.head + offset)
  return tr.setSelection(moved.parent.inlineContent ? TextSelection.create(tr.doc, moved.pos) : Selection.near(moved)).scrollIntoView()
}

/** The text without the block with the caret; a last one leaves a blank line. */
export function removeBlock(state: EditorState): Transaction {
  const { node, pos } = currentBlock(state)
  const { tr, schema } = state
  if (state.doc.childCount > 1) tr.delete(pos, pos + node.nodeSize)
  else tr.replaceWith(pos, pos + node.nodeSize, schema.nodes.paragraph?.create() ?? Fragment.empty)
  return tr.setSelection(Selection.near(tr.doc.resolve(Math.min(pos + 1, tr.doc.content.size)))).scrollIntoView()
}

/** These blocks below the one with the caret, or in place of it when it is blank; the caret goes into the first line of them. */
export function insertBlocks(state: EditorState, made: Node[]): Transaction {
  const { node, pos } = currentBlock(state)
  const isBlankLine = node.type.name === 'paragraph' && node.content.size === 0
  const at = isBlankLine ? pos : pos + node.nodeSize
  const tr = state.tr.replaceWith(at, isBlankLine ? pos + node.nodeSize : at, made)
  return tr.setSelection(endOfLine(tr.doc, at + 1)).scrollIntoView()
}

/** The caret behind what stands in the next line from here on: a caption is gone on with. */
export function endOfLine(doc: Node, pos: number): Selection {
  const { $head } = Selection.near(doc.resolve(pos))
  return $head.parent.inlineContent ? TextSelection.create(doc, $head.end()) : Selection.near($head)
}

/** The lines of text in a block. */
function linesOf(block: Node): Node[] {
  if (block.isTextblock) return [block]
  const lines: Node[] = []
  block.descendants((node) => {
    if (node.isTextblock) lines.push(node)
    return !node.isTextblock
  })
  return lines
}

/** On which line the caret is, counted from the first block on, and where in it. */
function lineOf({ doc, selection }: EditorState, first: PlacedBlock): { line: number; offset: number } {
  let line = 0
  doc.nodesBetween(first.pos, selection.head, (node, pos) => {
    if (node.isTextblock && pos + node.nodeSize <= selection.head) line++
    return !node.isTextblock
  })
  return { line, offset: selection.$head.parentOffset }
}
