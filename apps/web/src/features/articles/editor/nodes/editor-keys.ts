import { Extension } from '@tiptap/core'
import { type EditorState, NodeSelection, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { blockAt, moveBlock } from '../block-commands.ts'
import { captioned } from './media-nodes.ts'

/** Keys that mean something else here than in a plain text. None of them reaches this place while an input method composes. */
export const EditorKeys = Extension.create<{ toToolbar: () => void }>({
  name: 'editorKeys',
  priority: 1100,
  addOptions: () => ({ toToolbar: () => undefined }),
  addKeyboardShortcuts() {
    const run = (make: (state: EditorState) => Transaction | null | true) => () => {
      const { state, view } = this.editor
      const made = make(state)
      if (made && made !== true) view.dispatch(made)
      return made !== null
    }
    return {
      Enter: run(leaveCaption),
      'Shift-Enter': () => this.editor.commands.keyboardShortcut('Enter'),
      Backspace: run(backAtStart),
      Delete: run(stayAtEnd),
      'Alt-ArrowUp': run((state) => moveBlock(state, -1) ?? true),
      'Alt-ArrowDown': run((state) => moveBlock(state, 1) ?? true),
      Tab: () => toTools(this.editor.view),
      // The customary way from an editor to its toolbar.
      'Alt-F10': () => {
        this.options.toToolbar()
        return true
      },
    }
  },
  addProseMirrorPlugins: () => [new Plugin({ props: { handleDOMEvents: { keydown: tellSelection } } })],
})

/**
 * A browser that is busy tells of a moved caret late, after the next key has come: pasting right behind an arrow key would go to where
 * the caret was. So the editor is told before each key.
 */
function tellSelection({ composing, dom }: EditorView): false {
  if (!composing) dom.ownerDocument.dispatchEvent(new Event('selectionchange'))
  return false
}

/** Tab in a caption goes to what can be done with its own picture, not with the first of the text. */
function toTools(view: EditorView): boolean {
  const { $head } = view.state.selection
  const block = captioned.includes($head.parent.type.name) ? view.nodeDOM($head.before()) : null
  const tool = block instanceof HTMLElement ? block.querySelector('button') : null
  tool?.focus()
  return tool !== null
}

/** Enter in a caption goes on with a paragraph below. */
function leaveCaption({ doc, schema, selection, tr }: EditorState): Transaction | null {
  const { $head } = selection
  if (!captioned.includes($head.parent.type.name)) return null
  const { pos, node, index } = blockAt(doc, $head.index(0))
  const after = pos + node.nodeSize
  const next = doc.maybeChild(index + 1)
  const paragraph = schema.nodes.paragraph
  if (paragraph && !(next?.type === paragraph && next.content.size === 0)) tr.insert(after, paragraph.create())
  return tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView()
}

/** Backspace at the start: a caption's picture is selected, a first heading becomes a paragraph. */
function backAtStart({ schema, selection, tr }: EditorState): Transaction | null | true {
  const { $head, empty } = selection
  if (!empty || $head.parentOffset > 0 || !(selection instanceof TextSelection)) return null
  if (captioned.includes($head.parent.type.name)) return tr.setSelection(NodeSelection.create(tr.doc, $head.before()))
  const isFirst = $head.depth === 1 && $head.index(0) === 0
  if (!isFirst || $head.parent.type.name !== 'heading' || !schema.nodes.paragraph) return null
  return tr.setNodeMarkup($head.before(), schema.nodes.paragraph, { id: $head.parent.attrs.id })
}

/** Delete at the end of a caption takes nothing of what follows. */
function stayAtEnd({ selection }: EditorState): true | null {
  const { $head, empty } = selection
  const isAtEnd = empty && selection instanceof TextSelection && $head.parentOffset === $head.parent.content.size
  return isAtEnd && captioned.includes($head.parent.type.name) ? true : null
}
