import type { Block, Body } from '@bantin/shared/body'
import { tidyBody } from '@bantin/shared/body/tidy-body'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { sameValue } from '../form/article-values.ts'
import { makeBlockId } from './block-id.ts'
import { blockOf, isBlank } from './document-body.ts'

/**
 * Another text in place of the one under edit; null when it says the same. A block that says the same is the one that was there, and
 * the caret stays at its place in its block; where that is gone, it goes to the one in its place.
 */
export function placeBody(state: EditorState, body: Body): Transaction | null {
  const live = state.doc.children
  const placed = nodesOf(state, tidyBody(body, makeBlockId).content)
  const blocks = withBlanks(live, placed)
  if (blocks.at(-1)?.type.name !== 'paragraph') blocks.push(state.schema.nodes.paragraph?.create({ id: makeBlockId() }) as Node)
  const start = sharedCount(live, blocks, (list, index) => list[index])
  if (start === live.length && start === blocks.length) return null
  const rest = sharedCount(live.slice(start), blocks.slice(start), (list, index) => list.at(-1 - index))
  const [from, to] = [sizeOf(live.slice(0, start)), sizeOf(live.slice(0, live.length - rest))]
  const tr = state.tr.replaceWith(from, to, blocks.slice(start, blocks.length - rest))
  return tr.setSelection(keptSelection(state, tr.doc)).setMeta('addToHistory', false).setMeta('preventUpdate', true)
}

/** The nodes of a body; where the text under edit has a block that says the same, it is that one. */
function nodesOf({ doc, schema }: EditorState, blocks: Block[]): Node[] {
  const live = new Map(doc.children.map((node) => [node.attrs.id, node]))
  return blocks.map((block) => {
    const before = live.get(block.attrs?.id)
    return before && sameValue(blockOf(before), block) ? before : schema.nodeFromJSON(block)
  })
}

/**
 * Blank lines, which no body holds, stay behind the block that they follow: somebody is about to write there. Those of an empty text
 * stay only if that is what is placed.
 */
function withBlanks(live: readonly Node[], placed: Node[]): Node[] {
  const blocks = [...placed]
  const there = new Set(blocks.map(({ attrs }) => attrs.id))
  if (live.every(isBlank) && placed.some((node) => !isBlank(node))) return blocks
  for (const [index, node] of live.entries()) {
    if (there.has(node.attrs.id) || !isBlank(node)) continue
    const previous = live.slice(0, index).findLast(({ attrs }) => there.has(attrs.id))
    blocks.splice(previous ? blocks.findIndex(({ attrs }) => attrs.id === previous.attrs.id) + 1 : 0, 0, node)
    there.add(node.attrs.id)
  }
  return blocks
}

function sharedCount(one: readonly Node[], other: readonly Node[], at: (list: readonly Node[], index: number) => Node | undefined): number {
  let count = 0
  while (count < one.length && count < other.length && at(one, count) === at(other, count)) count++
  return count
}

function sizeOf(nodes: readonly Node[]): number {
  return nodes.reduce((size, { nodeSize }) => size + nodeSize, 0)
}

/** The selection of a state in another document, by the ids of the blocks that it begins and ends in. */
function keptSelection({ doc, selection }: EditorState, next: Node): Selection {
  const [anchor, head] = [selection.anchor, selection.head].map((pos) => keptPlace(doc, pos, next))
  const [$anchor, $head] = [next.resolve(anchor as number), next.resolve(head as number)]
  return $anchor.parent.inlineContent && $head.parent.inlineContent ? new TextSelection($anchor, $head) : Selection.near($head)
}

function keptPlace(doc: Node, pos: number, next: Node): number {
  const index = Math.min(doc.resolve(pos).index(0), doc.childCount - 1)
  const start = sizeOf(doc.children.slice(0, index))
  const block = doc.child(index)
  const kept = next.children.findIndex(({ attrs }) => attrs.id === block.attrs.id)
  if (kept !== -1) return sizeOf(next.children.slice(0, kept)) + offsetIn(block, next.child(kept), pos - start)
  const ids = next.children.map(({ attrs }) => attrs.id)
  const after = doc.children.slice(index).find(({ attrs }) => ids.includes(attrs.id))
  const before = doc.children.slice(0, index).findLast(({ attrs }) => ids.includes(attrs.id))
  const neighbour = Math.max(0, ids.indexOf((after ?? before)?.attrs.id))
  return Selection.near(next.resolve(sizeOf(next.children.slice(0, neighbour)) + 1)).from
}

/** Where a place in one block is in another: counted from the side from which both are the same. */
function offsetIn(before: Node, after: Node, offset: number): number {
  if (before === after) return offset
  const same = before.content.findDiffStart(after.content)
  if (same === null || offset - 1 <= same) return Math.min(offset, after.nodeSize - 1)
  return Math.max(same + 1, after.nodeSize - (before.nodeSize - offset))
}
