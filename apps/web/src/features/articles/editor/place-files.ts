import type { Node } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import { blockAt, endOfLine } from './block-commands.ts'
import { keepCaretInView } from './caret-room.ts'

/** Below which block files go once they are in the library. */
interface Place {
  id: string
}

/**
 * Keeps the places of files that are on their way, by the ids of blocks: the text goes on meanwhile. Those for one place stand there in
 * the order in which they come.
 */
export function createPlaces() {
  const kept = new Set<Place>()
  return {
    /** The place of the block at `pos`, or of the one with the caret; what it gives puts blocks there, once. */
    keep: (view: EditorView, pos?: number): ((blocks: Node[]) => void) => {
      const { doc, selection: before } = view.state
      const place: Place = { id: idAt(doc, pos ?? before.head) }
      kept.add(place)
      return (blocks) => {
        kept.delete(place)
        if (view.isDestroyed || blocks.length === 0) return
        // Whoever writes on keeps the caret; whoever waits writes the caption next.
        const isWaiting = view.hasFocus() && !view.composing && view.state.selection.eq(before)
        const last = put(view, place.id, blocks, isWaiting)
        for (const other of kept) if (other.id === place.id) other.id = last
      }
    },
  }
}

function idAt(doc: Node, pos: number): string {
  return doc.child(Math.min(doc.resolve(pos).index(0), doc.childCount - 1)).attrs.id
}

/** Below the block of this id, or in its place when it is a blank line; at the end when it is gone. The id of the last of them. */
function put(view: EditorView, id: string, blocks: Node[], takesCaret: boolean): string {
  const { doc, tr } = view.state
  const found = doc.children.findIndex(({ attrs }) => attrs.id === id)
  const { node, pos, index } = blockAt(doc, found === -1 ? doc.childCount - 1 : found)
  const isBlankLine = node.type.name === 'paragraph' && node.content.size === 0
  const end = pos + node.nodeSize
  const start = isBlankLine ? pos : end
  tr.replaceWith(start, end, blocks)
  if (takesCaret) tr.setSelection(endOfLine(tr.doc, start + 1)).scrollIntoView()
  view.dispatch(tr)
  if (takesCaret) keepCaretInView(view)
  const last = index + blocks.length - (isBlankLine ? 1 : 0)
  return view.state.doc.maybeChild(last)?.attrs.id ?? id
}
