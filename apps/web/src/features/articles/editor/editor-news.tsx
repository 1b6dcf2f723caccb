import type { Editor } from '@tiptap/core'
import { type ReactNode, type RefObject, useEffect } from 'react'
import styles from './body-editor.module.css'

interface EditorNewsProps {
  ref: RefObject<HTMLDivElement | null>
  editor: Editor | null
  children: ReactNode
}

/** What the editor has to say: below the text, and at the window's lower edge while the text goes on below. The caret stays above it. */
export function EditorNews({ ref, editor, children }: EditorNewsProps) {
  useEffect(() => {
    if (!editor || !ref.current || typeof ResizeObserver === 'undefined') return
    let before = 0
    const observer = new ResizeObserver(([entry]) => {
      const height = entry?.contentRect.height ?? 0
      const { view, state } = editor
      if (height > before && view.hasFocus() && !view.composing) view.dispatch(state.tr.scrollIntoView())
      before = height
    })
    observer.observe(ref.current)
    return () => observer.disconnect()
  }, [editor, ref])
  return (
    <div ref={ref} className={styles.news}>
      {children}
    </div>
  )
}
