import { act, screen } from '@testing-library/react'
import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { blockAt } from '../editor/block-commands.ts'
import '../editor/test-layout.ts'

/** The article's text under edit, with the editor behind it. */
export const bodyField = () => screen.getByRole<HTMLElement & { editor: Editor }>('textbox', { name: 'Nội dung bài' })

/** What stands in the blocks; the blank line below a text that ends with something else is no part of it. */
export const texts = () => bodyField().editor.state.doc.children.map(({ textContent }) => textContent)

/** The element of the nth block. */
export const block = (number: number) => bodyField().children[number - 1] as HTMLElement

/** Another text in the nth block, as if it was typed there. */
export function typeBlock(number: number, text: string): void {
  const { view } = bodyField().editor
  const { node, pos } = blockAt(view.state.doc, number - 1)
  act(() => view.dispatch(view.state.tr.insertText(text, pos + 1, pos + 1 + node.content.size)))
}

/** Puts the caret into the nth block, or selects there. */
export function caretIn(number: number, start: number, end = start): void {
  const { view } = bodyField().editor
  const { pos } = blockAt(view.state.doc, number - 1)
  act(() => {
    view.focus()
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, pos + 1 + start, pos + 1 + end)))
  })
}

/** In which block the selection is, and from where to where in its text. */
export function selected(): [number: number, start: number, end: number] {
  const { $from, $to } = bodyField().editor.state.selection
  return [$from.index(0) + 1, $from.parentOffset, $to.parentOffset]
}
