import { Toolbar } from '@base-ui/react/toolbar'
import type { Editor } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  isInTable,
  mergeCells,
  splitCell,
  toggleHeaderRow,
} from '@tiptap/pm/tables'
import type { KeyboardEvent } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import type { DeskWords } from '../../../lib/i18n/desk/vi.ts'
import styles from './editor-toolbar.module.css'
import { keepFocus } from './tool-button.tsx'
import { useEditorValue } from './use-editor-value.ts'

type ToolName = keyof DeskWords['editor']['table']

const commands: [ToolName, typeof deleteTable][] = [
  ['rowBefore', addRowBefore],
  ['rowAfter', addRowAfter],
  ['columnBefore', addColumnBefore],
  ['columnAfter', addColumnAfter],
  ['headerRow', toggleHeaderRow],
  ['merge', mergeCells],
  ['split', splitCell],
  ['deleteRow', deleteRow],
  ['deleteColumn', deleteColumn],
  ['deleteTable', deleteTable],
]

interface TableToolsProps {
  editor: Editor
  /** Escape leads back to the text, as from the toolbar above. */
  onKeyDown: (event: KeyboardEvent) => void
}

/** What can be done with the table under the caret. */
export function TableTools({ editor, onKeyDown }: TableToolsProps) {
  const words = useDeskText().editor
  const possible = useEditorValue(editor, readPossible)
  return (
    <Toolbar.Root className={styles.toolbar} aria-label={words.tableTools} onKeyDown={onKeyDown}>
      {commands.map(([name, command]) => (
        <Toolbar.Button
          key={name}
          className={styles.word}
          disabled={!possible.includes(name)}
          onMouseDown={keepFocus}
          onClick={() => {
            command(editor.state, editor.view.dispatch)
            editor.view.focus()
          }}
        >
          {words.table[name]}
        </Toolbar.Button>
      ))}
    </Toolbar.Root>
  )
}

/** What can be done now: only cells that are selected are merged, only a merged one is split. */
function readPossible(state: EditorState): ToolName[] {
  return isInTable(state) ? commands.filter(([, command]) => command(state)).map(([name]) => name) : []
}
