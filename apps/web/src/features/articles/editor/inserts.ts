import type { Editor } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import { insertBlocks } from './block-commands.ts'
import { toggleList, toggleQuote } from './flow-commands.ts'

export type InsertName = 'quote' | 'bulletList' | 'orderedList' | 'figure' | 'gallery' | 'file' | 'video' | 'table' | 'rule'

/** What can be put in at the caret, each with what does it. */
export interface Insert {
  name: InsertName
  run: () => void
}

/** What the toolbar and the slash menu offer here. */
export function useInserts(editor: Editor): Insert[] {
  const insert = (name: string, make: (state: EditorState) => ReturnType<typeof insertBlocks> | null) => ({
    name: name as InsertName,
    run: (): void => {
      const tr = make(editor.state)
      if (tr) editor.view.dispatch(tr)
      editor.view.focus()
    },
  })
  return [
    insert('quote', toggleQuote),
    insert('bulletList', (state) => toggleList(state, 'bulletList')),
    insert('orderedList', (state) => toggleList(state, 'orderedList')),
    insert('table', (state) => insertBlocks(state, [state.schema.nodeFromJSON(emptyTable)])),
    insert('rule', insertRule),
  ]
}

const cells = (type: string) => Array.from({ length: 3 }, () => ({ type, content: [{ type: 'paragraph' }] }))

const emptyTable = {
  type: 'table',
  content: ['tableHeader', 'tableCell', 'tableCell'].map((type) => ({ type: 'tableRow', content: cells(type) })),
}

/** A line, and a paragraph below it to go on in. */
function insertRule(state: EditorState) {
  const { rule, paragraph } = state.schema.nodes
  return rule && paragraph ? insertBlocks(state, [rule.create(), paragraph.create()]) : null
}
