import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { body, caret, caretAt, editor, field, ids, open, press, saved, texts, type } from './test-editor.tsx'

afterEach(cleanup)
beforeEach(() => saved.mockReset())

const tool = (name: string | RegExp) => within(screen.getByRole('toolbar', { name: 'Công cụ soạn thảo' })).getByRole('button', { name })
const pressTool = (name: string | RegExp) => fireEvent.click(tool(name))

describe('blocks', () => {
  test('are moved with Alt and an arrow, the caret with them', () => {
    open('Một', 'Hai')
    caretAt(0, 3)
    press('ArrowDown', { altKey: true })
    expect(body()).toEqual(['Hai', 'Một'])
    expect(ids()).toEqual(['b2', 'b1'])
    expect(caret()).toEqual([1, 3])
    press('ArrowDown', { altKey: true })
    expect(texts()).toEqual(['Hai', 'Một'])
  })

  test('that are blank are not stored, nor is the line that stands below a last picture or table', () => {
    open('Một', '')
    caretAt(0, 3)
    press('Enter')
    type(' ')
    expect(texts()).toEqual(['Một', ' ', ''])
    expect(body()).toEqual(['Một'])
    pressTool('Bảng')
    expect(saved.mock.lastCall?.[0].content.map((node) => node.type)).toEqual(['paragraph', 'table'])
    expect(texts().at(-1)).toBe('')
  })

  test('keep their ids as they become other kinds, and get fresh ones as copies', () => {
    open('Một', 'Hai')
    for (const name of ['Trích dẫn', 'Danh sách dấu chấm', 'Đoạn văn', 'Danh sách số', /^Tít cấp 3/]) {
      caretAt(0, 1)
      pressTool(name)
      expect([name, ids()]).toEqual([name, ['b1', 'b2']])
    }
    editor().commands.insertContentAt(0, [{ type: 'paragraph', attrs: { id: 'b2' }, content: [{ type: 'text', text: 'Bản sao' }] }])
    expect(ids().slice(1)).toEqual(['b1', 'b2'])
    expect(new Set(ids()).size).toBe(3)
  })
})

describe('the toolbar', () => {
  test('changes the kind of the current block, its text and id kept', () => {
    open('Một', 'Hai')
    caretAt(1, 2)
    pressTool(/^Tít cấp 2/)
    expect(body()).toEqual(['Một', '## Hai'])
    expect(ids().slice(0, 2)).toEqual(['b1', 'b2'])
    expect(caret()).toEqual([1, 2])
    expect(tool(/^Tít cấp 2/).getAttribute('aria-pressed')).toBe('true')
  })

  test('a quote of two lines made into paragraphs becomes two', () => {
    open('> Một|Hai', 'Ba')
    caretAt(0, 0)
    pressTool('Đoạn văn')
    expect(body()).toEqual(['Một', 'Hai', 'Ba'])
    expect(ids()[0]).toBe('b1')
  })

  test('a deleted block comes back at its place, and what was typed since stays', () => {
    open('Một', 'Hai', 'Ba')
    caretAt(1, 0)
    pressTool('Xoá khối này')
    expect(body()).toEqual(['Một', 'Ba'])
    caretAt(1, 2)
    type(' thêm')
    const said = screen.getByText(/^Đã xoá một khối/).closest<HTMLElement>('[role="status"]') as HTMLElement
    fireEvent.click(within(said).getByRole('button', { name: 'Hoàn tác' }))
    expect(said.textContent).toBe('')
    expect(body()).toEqual(['Một', 'Hai', 'Ba thêm'])
    expect(ids()).toEqual(['b1', 'b2', 'b3'])
  })

  test('is reached by Alt+F10 and left by Escape, the caret unmoved', () => {
    open('Một')
    caretAt(0, 2)
    press('F10', { altKey: true })
    expect(document.activeElement?.tagName).toBe('BUTTON')
    press('Escape')
    expect([document.activeElement === field(), caret()]).toEqual([true, [0, 2]])
  })

  test('undoes and does again', () => {
    open('Một')
    caretAt(0, 3)
    type(' hai')
    pressTool('Hoàn tác')
    expect(texts()).toEqual(['Một'])
    pressTool('Làm lại')
    expect(texts()).toEqual(['Một hai'])
  })

  test('puts a table in, with its own tools while the caret is there', () => {
    open('Một')
    caretAt(0, 3)
    pressTool('Bảng')
    fireEvent.click(screen.getByRole('button', { name: 'Thêm hàng dưới' }))
    fireEvent.click(screen.getByRole('button', { name: 'Xoá cột' }))
    const [, table] = saved.mock.lastCall?.[0].content ?? []
    expect(table).toMatchObject({ type: 'table' })
    expect(table?.type === 'table' ? table.content.map((row) => row.content.map((cell) => cell.type)) : []).toEqual([
      ['tableHeader', 'tableHeader'],
      ['tableCell', 'tableCell'],
      ['tableCell', 'tableCell'],
      ['tableCell', 'tableCell'],
    ])
    caretAt(0, 1)
    expect(screen.queryByRole('button', { name: 'Thêm hàng dưới' })).toBeNull()
  })
})

describe('the link dialog', () => {
  const ask = (address: string) => {
    pressTool('Liên kết')
    fireEvent.change(screen.getByLabelText(/^Địa chỉ/), { target: { value: address } })
    fireEvent.click(screen.getByRole('button', { name: 'Gắn liên kết' }))
  }
  const links = () => JSON.stringify(saved.mock.lastCall?.[0]).match(/"href":"([^"]*)"/g)

  test('adds what an address lacks, changes the whole link, and takes it away', async () => {
    open('Xem văn bản này')
    caretAt(0, 4, 11)
    ask('songtra.gov.vn/van-ban')
    expect(links()).toEqual(['"href":"https://songtra.gov.vn/van-ban"'])
    caretAt(0, 6)
    ask('hop-thu@songtra.gov.vn')
    expect(links()).toEqual(['"href":"mailto:hop-thu@songtra.gov.vn"'])
    pressTool('Liên kết')
    fireEvent.click(screen.getByRole('button', { name: 'Bỏ liên kết' }))
    expect(links()).toBeNull()
  })

  test('takes no address that would run or lead nowhere', () => {
    open('Xem')
    caretAt(0, 0, 3)
    for (const address of ['javascript:alert(1)', 'không phải địa chỉ', '//a.vn', '']) {
      ask(address)
      expect(screen.getByRole('alert').textContent).toMatch(/^Địa chỉ này không dùng được/)
      fireEvent.click(screen.getByRole('button', { name: 'Thôi' }))
    }
    expect(saved).not.toHaveBeenCalled()
  })
})
