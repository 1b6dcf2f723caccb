import type { Body } from '@bantin/shared/body'
import { Editor } from '@tiptap/core'
import { deleteSelection, joinBackward, joinForward, splitBlock } from '@tiptap/pm/commands'
import type { Node, Slice } from '@tiptap/pm/model'
import { liftListItem, sinkListItem, splitListItem } from '@tiptap/pm/schema-list'
import { type Command, EditorState, type Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, isInTable, mergeCells, splitCell, toggleHeaderRow } from '@tiptap/pm/tables'
import { expect, test } from 'vitest'
import { bodyProblems, sampleBodies } from '../../../../../../packages/shared/test/sample-bodies.ts'
import { insertBlocks, moveBlock, removeBlock, setKind } from './block-commands.ts'
import { bodyOf, documentOf } from './document-body.ts'
import { fittingSlice } from './fitting-slice.ts'
import { toggleList, toggleQuote } from './flow-commands.ts'
import { Bounds } from './nodes/bounds.ts'
import { extensions } from './nodes/extensions.ts'
import { placeBody } from './place-body.ts'

const { schema, extensionManager } = new Editor({ element: null, extensions: [...extensions, Bounds] })
const { plugins } = extensionManager
const listItem = schema.nodes.listItem as NonNullable<typeof schema.nodes.listItem>

/** Numbers below a limit, the same ones for the same seed. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
const pick = numbers(20)

// Cells that go over fifty columns make a table of thousands, which nobody edits.
const samples = sampleBodies(80, 5).map((body) => JSON.parse(JSON.stringify(body).replace(/"(col|row)span":\d+/g, '"$1span":2')) as Body)
const sample = () => schema.nodeFromJSON(documentOf(samples[pick(samples.length)] as Body))

function somewhere(doc: Node): Selection {
  const [one, other] = [0, 1].map(() => TextSelection.near(doc.resolve(pick(doc.content.size))))
  const isRange = pick(3) === 0 && one instanceof TextSelection && other instanceof TextSelection
  return isRange ? TextSelection.create(doc, one.anchor, other.head) : (one as Selection)
}

function copied(): Slice {
  const doc = sample()
  return somewhere(doc).content()
}

const made = (make: (state: EditorState) => Transaction | null): Command => {
  return (state, dispatch) => {
    const tr = make(state)
    if (tr) dispatch?.(tr)
    return tr !== null
  }
}
const inTable = (command: Command): Command => {
  return (state, dispatch) => isInTable(state) && command(state, dispatch)
}

const edits: Command[] = [
  ...[splitBlock, joinBackward, joinForward, deleteSelection],
  ...[splitListItem(listItem), liftListItem(listItem), sinkListItem(listItem), sinkListItem(listItem)],
  ...[addColumnAfter, addRowAfter, deleteColumn, deleteRow, toggleHeaderRow, mergeCells, splitCell].map(inTable),
  ...(['paragraph', 'h2', 'h4'] as const).map((kind) => made((state) => setKind(state, kind))),
  ...(['bulletList', 'orderedList'] as const).map((name) => made((state) => toggleList(state, name))),
  ...[toggleQuote, removeBlock].map(made),
  ...([-1, 1] as const).map((by) => made((state) => moveBlock(state, by))),
  made((state) => state.tr.insertText('chữ')),
  made((state) => insertBlocks(state, sample().children.slice(0, 1))),
  made((state) => placeBody(state, samples[pick(samples.length)] as Body)),
  ...[1, 2, 3].map(() => made((state) => state.tr.replaceSelection(fittingSlice(state, copied())))),
]

test('whatever is done to a text, it is one that the contract takes, and each block has an id of its own', () => {
  for (let round = 0; round < 40; round++) {
    let state = EditorState.create({ doc: sample(), plugins })
    for (let step = 0; step < 50; step++) {
      state = state.apply(state.tr.setSelection(somewhere(state.doc)))
      edits[pick(edits.length)]?.(state, (tr) => {
        state = state.apply(tr)
      })
      state.doc.check()
      expect(bodyProblems(bodyOf(state.doc))).toEqual([])
      const ids = state.doc.children.map(({ attrs }) => attrs.id)
      expect([ids.every(Boolean), new Set(ids).size]).toEqual([true, ids.length])
    }
  }
})
