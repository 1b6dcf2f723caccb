import type { Editor } from '@tiptap/core'
import { getMarkRange } from '@tiptap/core'

/** The value of a mark's attribute at the caret, or empty. */
export function markValue(editor: Editor, mark: 'link' | 'lang', attribute: string): string {
  return String(editor.getAttributes(mark)[attribute] ?? '')
}

/**
 * Puts a mark with this value on what is selected, or where nothing is, on all that has it around the caret; an empty value takes it
 * away. Without either, `text` is written with it.
 */
export function setMarkValue(editor: Editor, mark: 'link' | 'lang', attribute: string, value: string, text = ''): void {
  const { state, view } = editor
  const type = state.schema.marks[mark]
  if (!type) return
  const { selection, tr } = state
  const range = selection.empty ? getMarkRange(selection.$from, type) : selection
  const made = type.create({ [attribute]: value })
  if (range) {
    tr.removeMark(range.from, range.to, type)
    if (value !== '') tr.addMark(range.from, range.to, made)
  } else if (value !== '' && text !== '') {
    tr.replaceSelectionWith(state.schema.text(text, [made]), false)
  }
  view.dispatch(tr)
}
