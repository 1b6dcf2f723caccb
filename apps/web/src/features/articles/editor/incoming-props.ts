import type { Slice } from '@tiptap/pm/model'
import { Selection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { fittingSlice } from './fitting-slice.ts'
import { type Pasted, pasteMarkup, pasteText } from './paste.ts'

/** What is done with what comes in by paste and drop. */
export interface IncomingHandling {
  /** Files for the block at `pos`, or the one with the caret; false when no library is at hand. */
  files: (view: EditorView, files: File[], pos?: number) => boolean
  /** Text was put in that came from elsewhere. */
  pasted: (outcome: Pasted) => void
}

/** How the editor takes what is pasted and dropped. What comes from another editor of ours is left to it, and loses nothing. */
export function incomingProps({ files, pasted }: IncomingHandling) {
  const put = (view: EditorView, given: DataTransfer): boolean => {
    const html = given.getData('text/html')
    const outcome = html.trim() === '' ? pasteText(view, given.getData('text/plain')) : pasteMarkup(view, html)
    if (outcome) pasted(outcome)
    return outcome !== null
  }
  return {
    transformPasted: (slice: Slice, { state }: EditorView): Slice => fittingSlice(state, slice),
    handlePaste: (view: EditorView, { clipboardData }: ClipboardEvent): boolean => {
      if (!clipboardData || isOurs(clipboardData)) return false
      const given = [...clipboardData.files]
      // Word gives a picture of the text beside the text; a picture of a page comes with its element alone.
      if (given.length > 0 && clipboardData.getData('text/plain').trim() === '' && files(view, given)) return true
      return put(view, clipboardData)
    },
    handleDrop: (view: EditorView, event: DragEvent, _slice: unknown, moved: boolean): boolean => {
      const { dataTransfer } = event
      if (moved || !dataTransfer || isOurs(dataTransfer)) return false
      // Else the browser leaves the page for the file.
      event.preventDefault()
      const pos = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos
      if (dataTransfer.files.length > 0) {
        files(view, [...dataTransfer.files], pos)
        return true
      }
      if (pos !== undefined) view.dispatch(view.state.tr.setSelection(Selection.near(view.state.doc.resolve(pos))))
      view.focus()
      return put(view, dataTransfer)
    },
  }
}

function isOurs(given: DataTransfer): boolean {
  return given.getData('text/html').includes('data-pm-slice')
}
