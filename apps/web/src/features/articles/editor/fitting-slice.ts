import { maxListDepth } from '@bantin/shared/body/bounds'
import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import { isWithinBounds } from './nodes/bounds.ts'
import { listDepth } from './nodes/list-nodes.ts'

/** What is to be put in at the caret, with its lists no deeper than they may stand there: what goes further stays as lines. */
export function fittingSlice(state: EditorState, slice: Slice): Slice {
  if (isWithinBounds(state.tr.replaceSelection(slice).doc)) return slice
  return openSlice(flattened(slice.content.content, maxListDepth - listDepth(state.selection.$from)))
}

/** Blocks of which those at both ends join the text around them where they are paragraphs. */
export function openSlice(blocks: readonly Node[]): Slice {
  const isOpen = (node: Node | undefined): number => (node?.type.name === 'paragraph' ? 1 : 0)
  return new Slice(Fragment.from(blocks), isOpen(blocks[0]), isOpen(blocks.at(-1)))
}

function flattened(nodes: readonly Node[], levels: number): Node[] {
  return nodes.flatMap((node) => {
    if (node.isTextblock || node.isLeaf) return [node]
    const isList = node.type.isInGroup('list')
    if (isList && levels <= 0) return node.children.flatMap((item) => flattened(item.children, 0))
    return [node.copy(Fragment.from(flattened(node.children, isList ? levels - 1 : levels)))]
  })
}
