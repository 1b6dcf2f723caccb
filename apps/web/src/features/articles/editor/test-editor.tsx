import type { Block, Body } from '@bantin/shared/body'
import { blockText } from '@bantin/shared/body/body-text'
import { act, fireEvent, render, screen } from '@testing-library/react'
import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { vi } from 'vitest'
import { blockAt } from './block-commands.ts'
import { BodyEditor } from './body-editor.tsx'
import './test-layout.ts'

/** What the editor reported: to be reset before each test. */
export const saved = vi.fn<(body: Body) => void>()

/** Shows the editor with a block for each line: `## ` begins a heading, `> ` a quote whose lines `|` separates. */
export function open(...lines: string[]) {
  const content = lines.map((line, index) => block(line, `b${index + 1}`))
  return render(<BodyEditor initial={{ type: 'doc', content }} onChange={saved} />)
}

function block(line: string, id: string): Block {
  const content = (text: string) => (text === '' ? {} : { content: [{ type: 'text' as const, text }] })
  if (line.startsWith('## ')) return { type: 'heading', attrs: { id, level: 2 }, ...content(line.slice(3)) }
  if (!line.startsWith('> ')) return { type: 'paragraph', attrs: { id }, ...content(line) }
  const lines = line.slice(2).split('|')
  return { type: 'quote', attrs: { id }, content: lines.map((text) => ({ type: 'paragraph' as const, ...content(text) })) }
}

/** The editable text, and the editor behind it. */
export const field = () => screen.getByRole<HTMLElement & { editor: Editor }>('textbox', { name: 'Nội dung bài' })
export const editor = () => field().editor
export const texts = () => editor().state.doc.children.map(({ textContent }) => textContent)
export const ids = () => editor().state.doc.children.map(({ attrs }) => attrs.id as string)

/** What would be saved now: kind and text of each block. */
export const body = () => saved.mock.lastCall?.[0].content.map((node) => `${sign(node)}${blockText(node).replaceAll('\n', '|')}`)
const sign = (node: Block) => (node.type === 'heading' ? `${'#'.repeat(node.attrs.level)} ` : node.type === 'quote' ? '> ' : '')

/** Puts the caret into the text of a block, or selects there. */
export function caretAt(index: number, start: number, end = start): void {
  const { state, view } = editor()
  const { node, pos } = blockAt(state.doc, index)
  const first = node.isTextblock ? pos + 1 : TextSelection.near(state.doc.resolve(pos + 1)).from
  act(() => {
    view.focus()
    view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, first + start, first + end)))
  })
}

/** Which block the caret is in, and where in its text. */
export const caret = (): [number, number] => {
  const { $head } = editor().state.selection
  return [$head.index(0), $head.parentOffset]
}

/** Says whether the browser is to do what it does with the key. */
export function press(key: string, more: object = {}): boolean {
  return fireEvent.keyDown(document.activeElement as Element, { key, ...more })
}

/** Letters as they come from a keyboard. */
export function type(text: string): void {
  const { view } = editor()
  act(() => {
    for (const letter of text) {
      const { from, to } = view.state.selection
      const insert = () => view.state.tr.insertText(letter, from, to)
      if (!view.someProp('handleTextInput', (handle) => handle(view, from, to, letter, insert))) view.dispatch(insert())
    }
  })
}

export function paste(contents: { text?: string; html?: string; files?: File[] }): void {
  const clipboardData = {
    getData: (kind: string) => (kind === 'text/html' ? contents.html : contents.text) ?? '',
    files: contents.files ?? [],
    types: [],
  }
  act(() => void fireEvent.paste(field(), { clipboardData }))
}
