import type { Editor } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import { useEffect, useRef } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import styles from './body-editor.module.css'
import { useEditorValue } from './use-editor-value.ts'

/** What to do with an empty text; it stands over the text and not in it, so that nothing is taken out when somebody begins to type. */
export function Placeholder({ editor }: { editor: Editor }) {
  const words = useDeskText().editor
  const ref = useRef<HTMLParagraphElement>(null)
  const empty = useEditorValue(editor, isEmpty)
  useEffect(() => {
    const { dom } = editor.view
    // Nothing is rendered while an input method composes, and the first letters would be written through the words.
    const cover = (): void => void ref.current?.toggleAttribute('hidden', true)
    const uncover = (): void => void ref.current?.toggleAttribute('hidden', false)
    dom.addEventListener('compositionstart', cover)
    dom.addEventListener('compositionend', uncover)
    return () => {
      dom.removeEventListener('compositionstart', cover)
      dom.removeEventListener('compositionend', uncover)
    }
  }, [editor])
  return empty ? (
    <p ref={ref} className={styles.placeholder} aria-hidden="true">
      {words.placeholder}
    </p>
  ) : null
}

function isEmpty({ doc }: EditorState): boolean {
  return doc.childCount === 1 && doc.firstChild?.type.name === 'paragraph' && doc.firstChild.content.size === 0
}
