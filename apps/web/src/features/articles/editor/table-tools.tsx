import { Toolbar } from '@base-ui/react/toolbar'
import type { Editor } from '@tiptap/core'
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  mergeCells,
  splitCell,
  toggleHeaderRow,
} from '@tiptap/pm/tables'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import type { DeskWords } from '../../../lib/i18n/desk/vi.ts'
import styles from './editor-toolbar.module.css'
import { keepFocus } from './tool-button.tsx'

const commands: [keyof DeskWords['editor']['table'], typeof deleteTable][] = [
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

/** What can be done with the table under the caret. */
export function TableTools({ editor }: { editor: Editor }) {
  const words = useDeskText().editor
  return (
    <Toolbar.Root className={styles.toolbar} aria-label={words.tableTools}>
      {commands.map(([name, command]) => (
        <Toolbar.Button
          key={name}
          className={styles.word}
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
