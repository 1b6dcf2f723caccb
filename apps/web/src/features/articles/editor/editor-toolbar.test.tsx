import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { CellSelection } from '@tiptap/pm/tables'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { caretAt, editor, field, open, press, saved } from './test-editor.tsx'

afterEach(cleanup)
beforeEach(() => saved.mockReset())

const tool = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>('button', { name })

test('a button names the keys that do the same', () => {
  open('Một')
  expect([tool(/^Chữ đậm/).title, tool(/^Chữ đậm/).getAttribute('aria-keyshortcuts')]).toEqual(['Chữ đậm (Ctrl+B)', 'Control+B'])
  expect(tool('Làm lại').title).toBe('Làm lại (Ctrl+Shift+Z)')
  expect(tool('Đưa lên trên').title).toBe('Đưa lên trên (Alt+↑)')
})

test('Ctrl+K asks where what is selected leads, but not while a word is composed', () => {
  open('Một hai')
  caretAt(0, 0, 3)
  press('k', { ctrlKey: true, isComposing: true })
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(press('k', { ctrlKey: true })).toBe(false)
  fireEvent.change(screen.getByLabelText(/^Địa chỉ/), { target: { value: 'songtra.gov.vn' } })
  fireEvent.click(tool('Gắn liên kết'))
  expect(JSON.stringify(saved.mock.lastCall?.[0])).toContain('"href":"https://songtra.gov.vn"')
})

test('a table’s tools offer what can be done, and Escape leads from them to the text', () => {
  open('Một')
  caretAt(0, 3)
  fireEvent.click(tool('Bảng'))
  const isOff = (name: string) => tool(name).getAttribute('aria-disabled') === 'true'
  expect(['Gộp ô', 'Tách ô', 'Xoá cột'].map(isOff)).toEqual([true, true, false])
  const { state, view } = editor()
  const cells: number[] = []
  state.doc.descendants((node, pos) => void (node.type.name.startsWith('tableCell') && cells.push(pos)))
  act(() => view.dispatch(state.tr.setSelection(CellSelection.create(state.doc, cells[0] as number, cells[1]))))
  fireEvent.click(tool('Gộp ô'))
  expect(saved.mock.lastCall?.[0].content[1]).toMatchObject({ content: [{}, { content: [{ attrs: { colspan: 2 } }, {}] }, {}] })
  fireEvent.click(tool('Tách ô'))
  expect(JSON.stringify(saved.mock.lastCall?.[0])).not.toContain('colspan')
  tool('Thêm hàng dưới').focus()
  press('Escape')
  expect(document.activeElement).toBe(field())
})
