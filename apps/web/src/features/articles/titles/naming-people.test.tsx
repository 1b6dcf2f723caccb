import type { Body } from '@bantin/shared/body'
import type { Title } from '@bantin/shared/titles'
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { caretAt, editor, field, press, type } from '../editor/test-editor.tsx'
import { openForm } from '../form/test-desk.tsx'
import { createServer } from '../form/test-server.ts'

// The DOM of the tests has no place on a screen.
Element.prototype.scrollIntoView ??= () => undefined

afterEach(() => {
  cleanup()
  localStorage.clear()
})

const id = (digit: number) => `018f0000-0000-7000-8000-00000000000${digit}`
const office = { id: id(9), name: 'Văn phòng Đoàn ĐBQH và HĐND tỉnh', shortName: 'Văn phòng' }
const title = (digit: number, name: string, post: string, current: boolean, through: string | null = null): Title => ({
  appointmentId: id(digit),
  person: { id: id(digit + 4), name },
  post,
  unit: office,
  kind: 'substantive',
  from: '2018-01-01',
  through,
  current,
})
const son = title(1, 'Nguyễn Hoàng Sơn', 'Chánh Văn phòng', true)
const anh = title(2, 'Nguyễn Thị Ánh', 'Phó Chánh Văn phòng', true)
const mai = title(3, 'Vũ Thị Mai', 'Phó Chánh Văn phòng', false, '2020-12-31')

/** The form of an article of 28/12/2021; the requests for titles are written down. */
async function open(...lines: string[]) {
  const content = lines.map((text, i) => ({
    type: 'paragraph' as const,
    attrs: { id: `b${i + 1}` },
    content: [{ type: 'text' as const, text }],
  }))
  const body: Body = { type: 'doc', content }
  const server = createServer({ body, event: { startsOn: '2021-12-28', endsOn: null, place: null } })
  const asked: URLSearchParams[] = []
  const answer = server.fetch
  server.fetch = async (input, init) => {
    const url = new URL(String(input), 'http://localhost')
    if (!url.pathname.endsWith('/editorial/appointments')) return answer(input, init)
    asked.push(url.searchParams)
    const data = url.searchParams.has('q') ? [son, anh] : url.searchParams.has('ids') ? [son] : [mai]
    return Response.json({ asOf: '2021-12-28', data })
  }
  openForm(server)
  await act(async () => undefined)
  return { server, asked }
}

const menu = () => screen.findByRole('listbox', { name: 'Người và chức danh' })
const offered = () => {
  const list = screen.queryByRole('listbox', { name: 'Người và chức danh' })
  return list
    ? within(list)
        .getAllByRole('option')
        .map(({ textContent }) => textContent)
    : []
}
const named = () => screen.getByRole('region', { name: 'Chức danh được nêu' })
const inline = () => editor().state.doc.firstChild?.children.map(({ type, text, attrs }) => (type.name === 'text' ? text : attrs))

test('@ and letters offer people with the title of the article’s day; arrows and Enter put one in, and the form lists him', async () => {
  const { asked } = await open('Dự họp có ')
  caretAt(0, 10)
  type('@nguyen')
  const list = await menu()
  expect(offered()).toEqual(['Chánh Văn phòng Nguyễn Hoàng SơnVăn phòng', 'Phó Chánh Văn phòng Nguyễn Thị ÁnhVăn phòng'])
  expect(asked.at(-1)?.toString()).toBe('q=nguyen&asOf=2021-12-28')
  expect(field().getAttribute('aria-controls')).toBe(list.id)
  press('ArrowDown')
  expect(within(list).getByRole('option', { selected: true }).id).toBe(field().getAttribute('aria-activedescendant'))
  press('ArrowUp')
  press('Enter')
  expect(inline()).toEqual(['Dự họp có ', { appointmentId: son.appointmentId, text: 'Chánh Văn phòng Nguyễn Hoàng Sơn' }])
  type(' chủ trì')
  expect(editor().state.doc.firstChild?.childCount).toBe(3)
  expect(await within(named()).findByText(/Văn phòng Đoàn ĐBQH và HĐND tỉnh · từ 01\/01\/2018/)).toBeDefined()
  fireEvent.click(within(named()).getByRole('button', { name: 'Để Chánh Văn phòng Nguyễn Hoàng Sơn là chữ thường' }))
  expect(inline()).toEqual(['Dự họp có Chánh Văn phòng Nguyễn Hoàng Sơn chủ trì'])
  expect(within(named()).getByText(/^Bài chưa nêu ai/)).toBeDefined()
})

test('Escape leaves the letters as they are, until another @; an address of mail offers nobody', async () => {
  const { asked } = await open('Gửi ')
  caretAt(0, 4)
  type('vp@nguyen')
  expect(asked).toEqual([])
  type(' @nguyen')
  await menu()
  press('Escape')
  type(' h')
  expect([offered(), inline()]).toEqual([[], ['Gửi vp@nguyen @nguyen h']])
})

test('letters that an input method composes open nothing before they are a word, and its Enter is its own', async () => {
  const { asked } = await open('@')
  caretAt(0, 1)
  fireEvent.compositionStart(field())
  for (const state of ['@n', '@ng', '@nguyê', '@nguyễ']) {
    const block = field().firstChild as HTMLElement
    block.textContent = state
    document.getSelection()?.collapse(block.firstChild, state.length)
    await act(
      async () =>
        void fireEvent(field(), new InputEvent('input', { bubbles: true, inputType: 'insertCompositionText', isComposing: true })),
    )
  }
  press('Enter', { isComposing: true, keyCode: 229 })
  expect([offered(), asked, inline()]).toEqual([[], [], ['@nguyễ']])
  fireEvent.compositionEnd(field())
  await menu()
  press('Enter')
  expect(inline()).toEqual([expect.objectContaining({ appointmentId: son.appointmentId })])
})

test('a title that has ended is told of beside the text and before publishing, with the way to it, and hinders nothing', async () => {
  const { server, asked } = await open('Đoạn đầu.', 'Phó Chánh Văn phòng Vũ Thị Mai phát biểu.')
  const said = '“Phó Chánh Văn phòng”: Vũ Thị Mai đã thôi giữ (01/01/2018 – 31/12/2020).'
  expect(await screen.findByText(said, { exact: false })).toBeDefined()
  expect(asked.map(String)).toEqual(['names=vu+thi+mai&asOf=2021-12-28'])
  fireEvent.click(screen.getByRole('button', { name: 'Đăng' }))
  const dialog = screen.getByRole('dialog')
  expect(within(dialog).getByText(said, { exact: false })).toBeDefined()
  fireEvent.click(within(dialog).getByRole('button', { name: 'Xem đoạn' }))
  await expect.poll(() => document.getSelection()?.anchorNode?.textContent).toMatch(/^Phó Chánh/)
  fireEvent.click(screen.getByRole('button', { name: 'Đăng' }))
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Đăng' }))
  await expect.poll(() => server.article.publicState).toBe('published')
})
