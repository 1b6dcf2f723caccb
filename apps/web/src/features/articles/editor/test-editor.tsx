import type { Body } from '@bantin/shared/body'
import { act, createEvent, fireEvent, render, screen } from '@testing-library/react'
import { vi } from 'vitest'
import { BodyEditor } from './body-editor.tsx'

/** What the editor reported: to be reset before each test. */
export const saved = vi.fn<(body: Body) => void>()

/** Shows the editor with a block for each line: `## ` begins a heading, `> ` a quote whose lines `|` separates. */
export function open(...lines: string[]) {
  const content = lines.map((line, index) => block(line, `b${index + 1}`))
  return render(<BodyEditor initial={{ type: 'doc', content }} onChange={saved} />)
}

function block(line: string, id: string): Body['content'][number] {
  const content = (text: string) => (text === '' ? {} : { content: [{ type: 'text' as const, text }] })
  if (line.startsWith('## ')) return { type: 'heading', attrs: { id, level: 2 }, ...content(line.slice(3)) }
  if (line.startsWith('> '))
    return {
      type: 'quote',
      attrs: { id },
      content: line
        .slice(2)
        .split('|')
        .map((text) => ({ type: 'paragraph' as const, ...content(text) })),
    }
  return { type: 'paragraph', attrs: { id }, ...content(line) }
}

export const areas = () => screen.getAllByRole<HTMLTextAreaElement>('textbox')
export const texts = () => areas().map((area) => area.value)
export const area = (index: number) => areas()[index] as HTMLTextAreaElement
export const ids = () => areas().map((each) => each.dataset.block)
/** What would be saved now: kind and text of each block. */
export const body = () =>
  saved.mock.lastCall?.[0].content.map((node) => {
    const text = (content: { text: string }[] | undefined) => (content ?? []).map((inline) => inline.text).join('')
    return node.type === 'quote' ? `> ${node.content.map((line) => text(line.content)).join('|')}` : `${mark(node)}${text(node.content)}`
  })
const mark = (node: Body['content'][number]) => (node.type === 'heading' ? `${'#'.repeat(node.attrs.level)} ` : '')

export function caretAt(index: number, start: number, end = start): HTMLTextAreaElement {
  const at = area(index)
  act(() => at.focus())
  at.setSelectionRange(start, end)
  return at
}

export function press(key: string, more: object = {}): boolean {
  return fireEvent.keyDown(document.activeElement as Element, { key, ...more })
}

export function paste(text: string): boolean {
  const at = document.activeElement as HTMLTextAreaElement
  const event = createEvent.paste(at, { clipboardData: { getData: () => text } })
  return fireEvent(at, event)
}

export const caret = () => {
  const at = document.activeElement as HTMLTextAreaElement
  return [areas().indexOf(at), at.selectionStart]
}
