import type { Editor } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import { useEffect, useState } from 'react'

/**
 * What `read` says of the editor's state, which must be made of plain values and stay the same function. While an input method
 * composes it stays as it was, and nothing is rendered: it is read anew when that is done.
 */
export function useEditorValue<T>(editor: Editor, read: (state: EditorState) => T): T {
  const [value, setValue] = useState(() => read(editor.state))
  useEffect(() => {
    const look = (): void => {
      if (editor.isDestroyed || editor.view.composing) return
      const now = read(editor.state)
      setValue((before) => (JSON.stringify(before) === JSON.stringify(now) ? before : now))
    }
    look()
    editor.on('transaction', look)
    editor.view.dom.addEventListener('compositionend', look)
    return () => {
      editor.off('transaction', look)
      if (!editor.isDestroyed) editor.view.dom.removeEventListener('compositionend', look)
    }
  }, [editor, read])
  return value
}
