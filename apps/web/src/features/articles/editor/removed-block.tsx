import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { useState } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { Button } from '../../../ui/button.tsx'
import { blockAt, currentBlock, removeBlock } from './block-commands.ts'
import styles from './body-editor.module.css'

/** A block is deleted at once and can be put back, also after more was written. `undo` is null while there is none. */
export function useRemoval(editor: Editor | null) {
  const [removed, setRemoved] = useState<{ node: Node; index: number } | null>(null)
  const remove = (): void => {
    if (!editor) return
    setRemoved(currentBlock(editor.state))
    editor.view.dispatch(removeBlock(editor.state))
    editor.view.focus()
  }
  const undo = (): void => {
    if (editor && removed) {
      const { doc, tr } = editor.state
      const at = removed.index < doc.childCount ? blockAt(doc, removed.index).pos : doc.content.size
      editor.view.dispatch(tr.insert(at, removed.node).scrollIntoView())
      editor.view.focus()
    }
    setRemoved(null)
  }
  return { remove, undo: removed ? undo : null }
}

/** Says that a block was deleted, with the way back. */
export function RemovedBlock({ undo }: { undo: (() => void) | null }) {
  const words = useDeskText().editor
  return (
    <div role="status">
      {undo ? (
        <p className={styles.said}>
          {words.removed} <Button onClick={undo}>{words.undo}</Button>
        </p>
      ) : null}
    </div>
  )
}
