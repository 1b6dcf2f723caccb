import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { useState } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { Button } from '../../../ui/button.tsx'
import { NoticeLine } from '../../../ui/notice-line.tsx'
import { blockAt, currentBlock, removeBlock } from './block-commands.ts'

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
  return { remove, undo: removed ? undo : null, settle: () => setRemoved(null) }
}

/** Says that a block was deleted, with the way back. */
export function RemovedBlock({ undo, settle }: { undo: (() => void) | null; settle: () => void }) {
  const words = useDeskText().editor
  return (
    <div role="status">
      {undo ? (
        <NoticeLine tone="notice" actions={<Button onClick={undo}>{words.undo}</Button>} onClose={settle}>
          {words.removed}
        </NoticeLine>
      ) : null}
    </div>
  )
}
