import type { Body } from '@bantin/shared/body'
import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { memo, use, useRef, useState } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { Button } from '../../../ui/button.tsx'
import { blockAt, currentBlock, removeBlock } from './block-commands.ts'
import { BlockMarginContext } from './block-margin.ts'
import { BlockMargins } from './block-margins.tsx'
import styles from './body-editor.module.css'
import { EditorToolbar } from './editor-toolbar.tsx'
import { Placeholder } from './placeholder.tsx'
import { useEditor } from './use-editor.ts'

export interface BodyEditorProps {
  /** Read once, and again each time `turn` grows. */
  initial: Body
  turn?: number
  /** Called with the whole body after every change, also while an input method composes. */
  onChange: (body: Body) => void
}

/** The editor of an article's text. Nothing that React renders stands in the text while an input method composes. */
export const BodyEditor = memo(function BodyEditor({ initial, turn = 0, onChange }: BodyEditorProps) {
  const words = useDeskText().editor
  const host = useRef<HTMLDivElement>(null)
  const toolbar = useRef<HTMLDivElement>(null)
  const editor = useEditor({
    host,
    initial,
    turn,
    onChange,
    attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': words.body },
    toToolbar: () => toolbar.current?.querySelector<HTMLButtonElement>('[tabindex="0"]')?.focus(),
  })
  const hasMargin = use(BlockMarginContext) !== null
  const removal = useRemoval(editor)
  return (
    <section className={styles.editor} aria-label={words.body}>
      {editor ? <EditorToolbar ref={toolbar} editor={editor} onRemove={removal.remove} /> : null}
      <div className={hasMargin ? `${styles.page} ${styles.withMargin}` : styles.page}>
        <div ref={host} className={styles.text} />
        {editor ? <Placeholder editor={editor} /> : null}
        {editor ? <BlockMargins editor={editor} /> : null}
      </div>
      <Removed undo={removal.undo} />
    </section>
  )
})

/** A block is deleted at once and can be put back, also after more was written. */
function useRemoval(editor: Editor | null) {
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

function Removed({ undo }: { undo: (() => void) | null }) {
  const words = useDeskText().editor
  return (
    <div role="status">
      {undo ? (
        <p className={styles.removed}>
          {words.removed} <Button onClick={undo}>{words.undo}</Button>
        </p>
      ) : null}
    </div>
  )
}
