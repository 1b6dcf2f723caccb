import type { Editor } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import { use, useLayoutEffect, useState } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { blockKind } from './block-commands.ts'
import type { BlockKind } from './block-kinds.ts'
import { BlockMarginContext } from './block-margin.ts'
import styles from './body-editor.module.css'
import { useEditorValue } from './use-editor-value.ts'

/**
 * What the page sets beside each block, in a column of its own over the editor's margin: nothing stands between the letters. It comes
 * after the text, where the Tab key finds that of the block with the caret.
 */
export function BlockMargins({ editor }: { editor: Editor }) {
  const margin = use(BlockMarginContext)
  const { blocks, current } = useEditorValue(editor, readBlocks)
  const tops = useTops(editor, blocks.map(({ id }) => id).join(' '))
  const words = useDeskText().editor
  if (!margin) return null
  return (
    <div className={styles.margin}>
      {blocks.map(({ id, kind }, index) => (
        <div key={id} className={styles.beside} style={{ insetBlockStart: tops[index] ?? 0 }}>
          {margin({ id, label: words.blockLabel(kind, index + 1), current: index === current })}
        </div>
      ))}
    </div>
  )
}

function readBlocks({ doc, selection }: EditorState): { blocks: { id: string; kind: BlockKind }[]; current: number } {
  return {
    blocks: doc.children.map((node) => ({ id: String(node.attrs.id), kind: blockKind(node) })),
    current: Math.min(selection.$head.index(0), doc.childCount - 1),
  }
}

/** Where each block begins, in pixels from the top of the text; measured anew when the text is laid out in another way. */
function useTops(editor: Editor, ids: string): number[] {
  const [tops, setTops] = useState<number[]>([])
  useLayoutEffect(() => {
    const { dom } = editor.view
    const measure = (): void => {
      if (editor.isDestroyed || editor.view.composing) return
      const now = [...dom.children].filter((child) => child instanceof HTMLElement).map(({ offsetTop }) => offsetTop)
      setTops((before) => (ids !== '' && before.length === now.length && before.every((top, index) => top === now[index]) ? before : now))
    }
    measure()
    if (typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(measure)
    observer.observe(dom)
    editor.on('transaction', measure)
    return () => {
      observer.disconnect()
      editor.off('transaction', measure)
    }
  }, [editor, ids])
  return tops
}
