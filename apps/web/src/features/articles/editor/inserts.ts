import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { insertBlocks } from './block-commands.ts'
import { keepCaretInView } from './caret-room.ts'
import type { EditorMedia } from './editor-media.ts'
import { toggleList, toggleQuote } from './flow-commands.ts'
import { blocksOf } from './media-blocks.ts'

export type InsertName = 'quote' | 'bulletList' | 'orderedList' | 'figure' | 'gallery' | 'file' | 'video' | 'table' | 'rule'

/** What can be put in at the caret, with what does it. */
export interface Insert {
  name: InsertName
  run: () => void
}

/** What the toolbar and the slash menu offer: pictures and files only where a library is at hand. */
export function insertsOf(editor: Editor, media: EditorMedia | null, askVideo: () => void): Insert[] {
  const change = (name: InsertName, make: (state: EditorState) => Transaction | null): Insert => ({
    name,
    run: () => {
      const tr = make(editor.state)
      if (tr) editor.view.dispatch(tr)
      editor.view.focus()
    },
  })
  const choose = (name: InsertName, what: Parameters<EditorMedia['pick']>[0]): Insert => ({
    name,
    run: async () => {
      const items = (await media?.pick(what)) ?? []
      if (items.length > 0) editor.view.dispatch(insertBlocks(editor.state, mediaBlocks(editor, name, blocksOf(editor.schema, items))))
      editor.view.focus()
      keepCaretInView(editor.view)
    },
  })
  return [
    change('quote', toggleQuote),
    change('bulletList', (state) => toggleList(state, 'bulletList')),
    change('orderedList', (state) => toggleList(state, 'orderedList')),
    ...(media
      ? [
          choose('figure', { kind: 'picture', many: false }),
          choose('gallery', { kind: 'picture', many: true }),
          choose('file', { kind: 'file', many: false }),
        ]
      : []),
    { name: 'video', run: askVideo },
    change('table', (state) => insertBlocks(state, [state.schema.nodeFromJSON(emptyTable)])),
    change('rule', insertRule),
  ]
}

/** A gallery of one picture, too, when a gallery was asked for. */
function mediaBlocks({ schema }: Editor, name: InsertName, blocks: Node[]): Node[] {
  const isSingle = name === 'gallery' && blocks.length === 1 && blocks[0]?.type.name === 'figure'
  return isSingle && schema.nodes.gallery ? [schema.nodes.gallery.create(null, blocks)] : blocks
}

const cells = (type: string) => Array.from({ length: 3 }, () => ({ type, content: [{ type: 'paragraph' }] }))

const emptyTable = {
  type: 'table',
  content: ['tableHeader', 'tableCell', 'tableCell'].map((type) => ({ type: 'tableRow', content: cells(type) })),
}

/** A line, and a paragraph below it to go on in. */
function insertRule(state: EditorState): Transaction | null {
  const { rule, paragraph } = state.schema.nodes
  return rule && paragraph ? insertBlocks(state, [rule.create(), paragraph.create()]) : null
}
