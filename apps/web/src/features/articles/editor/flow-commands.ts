import { wrapIn } from '@tiptap/pm/commands'
import { liftListItem, wrapInList } from '@tiptap/pm/schema-list'
import { type Command, type EditorState, Selection, type Transaction } from '@tiptap/pm/state'
import { setKind } from './block-commands.ts'

/** The lines that are selected as a list, or no more when they are one of this kind; a list of the other kind becomes this one. */
export function toggleList(state: EditorState, name: 'bulletList' | 'orderedList'): Transaction | null {
  const { listItem, [name]: type } = state.schema.nodes
  if (!type || !listItem) return null
  const { $head } = state.selection
  for (let depth = $head.depth; depth > 0; depth--) {
    const node = $head.node(depth)
    if (node.type === type) return outcomeOf(state, liftListItem(listItem))
    if (node.type.isInGroup('list')) return state.tr.setNodeMarkup($head.before(depth), type, { id: node.attrs.id })
  }
  return afterParagraphs(state, wrapInList(type))
}

/** The blocks that are selected as a quote, or no more when they are one. */
export function toggleQuote(state: EditorState): Transaction | null {
  const { quote } = state.schema.nodes
  if (!quote) return null
  return state.selection.$head.node(1)?.type === quote ? setKind(state, 'paragraph') : afterParagraphs(state, wrapIn(quote))
}

/** A command on what is selected, headings in it made into paragraphs: quotes and lists hold none. */
function afterParagraphs(state: EditorState, command: Command): Transaction | null {
  const { $from, $to } = state.selection
  const blocks = state.doc.children.slice($from.index(0), $to.index(0) + 1)
  const tr = blocks.some(({ type }) => type.name === 'heading') ? setKind(state, 'paragraph') : null
  if (!tr) return outcomeOf(state, command)
  const then = outcomeOf(state.apply(tr), command)
  if (!then) return null
  for (const step of then.steps) tr.step(step)
  return tr.setSelection(Selection.fromJSON(tr.doc, then.selection.toJSON()))
}

/** What a command would do; null: it cannot. */
function outcomeOf(state: EditorState, command: Command): Transaction | null {
  let made: Transaction | null = null
  command(state, (tr) => {
    made = tr
  })
  return made
}
