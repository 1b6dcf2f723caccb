import type { EditorView } from '@tiptap/pm/view'
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
  return {
    handlePaste: (view: EditorView, { clipboardData }: ClipboardEvent): boolean => {
      if (!clipboardData) return false
      const [html, text] = [clipboardData.getData('text/html'), clipboardData.getData('text/plain')]
      if (html.includes('data-pm-slice')) return false
      const given = [...clipboardData.files]
      // Word gives a picture of the text beside the text; a picture of a page comes with its element alone.
      if (given.length > 0 && text.trim() === '' && files(view, given)) return true
      const outcome = html.trim() === '' ? pasteText(view, text) : pasteMarkup(view, html)
      if (outcome) pasted(outcome)
      return outcome !== null
    },
    handleDrop: (view: EditorView, event: DragEvent, _slice: unknown, moved: boolean): boolean => {
      const given = [...(event.dataTransfer?.files ?? [])]
      if (moved || given.length === 0) return false
      // Else the browser leaves the page for the file.
      event.preventDefault()
      files(view, given, view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos)
      return true
    },
  }
}
