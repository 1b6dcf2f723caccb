import { Toolbar } from '@base-ui/react/toolbar'
import type { Editor } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import type { KeyboardEvent, ReactNode, Ref } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { Icon } from '../../../ui/icon.tsx'
import { moveBlock, setKind } from './block-commands.ts'
import styles from './editor-toolbar.module.css'
import { InsertGroup } from './insert-group.tsx'
import type { Insert } from './inserts.ts'
import { MarksGroup } from './marks-group.tsx'
import { TableTools } from './table-tools.tsx'
import { ToolButton } from './tool-button.tsx'
import { readStanding } from './toolbar-standing.ts'
import { useEditorValue } from './use-editor-value.ts'

interface EditorToolbarProps {
  ref: Ref<HTMLDivElement>
  editor: Editor
  inserts: Insert[]
  onRemove: () => void
}

const textKinds = ['paragraph', 'h2', 'h3', 'h4'] as const
const signs: Record<(typeof textKinds)[number], ReactNode> = { paragraph: <Icon name="paragraph" />, h2: 'H2', h3: 'H3', h4: 'H4' }

/** What can be done with the text under the caret; arrow keys go from button to button, Escape back to the text. */
export function EditorToolbar({ ref, editor, inserts, onRemove }: EditorToolbarProps) {
  const words = useDeskText().editor
  const now = useEditorValue(editor, readStanding)
  const leave = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') editor.view.focus()
  }
  const apply = (tr: Transaction | null): void => {
    if (tr) editor.view.dispatch(tr)
    editor.view.focus()
  }
  return (
    <div className={styles.tools}>
      <Toolbar.Root ref={ref} className={styles.toolbar} aria-label={words.toolbar} onKeyDown={leave}>
        <Toolbar.Group className={styles.group} aria-label={words.kind}>
          {textKinds.map((kind) => (
            <ToolButton
              key={kind}
              label={words.kinds[kind]}
              pressed={now.kind === kind}
              disabled={!now.isText}
              onPress={() => apply(setKind(editor.state, kind))}
            >
              {signs[kind]}
            </ToolButton>
          ))}
        </Toolbar.Group>
        <MarksGroup editor={editor} now={now} />
        <InsertGroup inserts={inserts} now={now} />
        <Toolbar.Group className={styles.group} aria-label={words.history}>
          <ToolButton label={words.undo} keys="Mod-z" disabled={!now.canUndo} onPress={() => editor.chain().focus().undo().run()}>
            <Icon name="undo" />
          </ToolButton>
          <ToolButton label={words.redo} keys="Mod-Shift-z" disabled={!now.canRedo} onPress={() => editor.chain().focus().redo().run()}>
            <Icon name="redo" />
          </ToolButton>
        </Toolbar.Group>
        <Toolbar.Group className={styles.group} aria-label={words.place}>
          <ToolButton label={words.moveUp} keys="Alt-ArrowUp" onPress={() => apply(moveBlock(editor.state, -1))}>
            <Icon name="up" />
          </ToolButton>
          <ToolButton label={words.moveDown} keys="Alt-ArrowDown" onPress={() => apply(moveBlock(editor.state, 1))}>
            <Icon name="down" />
          </ToolButton>
          <ToolButton label={words.remove} onPress={onRemove}>
            <Icon name="remove" />
          </ToolButton>
        </Toolbar.Group>
      </Toolbar.Root>
      {now.inTable ? <TableTools editor={editor} onKeyDown={leave} /> : null}
    </div>
  )
}
