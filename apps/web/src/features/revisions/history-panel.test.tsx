import type { EditorialArticle } from '@bantin/shared/editorial-articles'
import type { RevisionCard, RevisionDiff } from '@bantin/shared/revisions'
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { problem, recordingApi, renderWithApi } from '../../../test/recording-api.tsx'
import { HistoryPanel, type HistoryPanelProps } from './history-panel.tsx'

afterEach(cleanup)

const article = { id: 'a1', version: 7, revision: 3 } as EditorialArticle
const restored = { ...article, version: 8, revision: 4 }

function card(number: number, part: Partial<RevisionCard> = {}): RevisionCard {
  const savedBy = { id: 'lan', name: 'Lan' }
  const flags = { sealed: true, isHead: false, isApproved: false, isRedacted: false }
  return { number, title: 'Tít', words: 120, label: null, savedBy, savedAt: '2021-12-28T10:32:00+07:00', editions: [], ...flags, ...part }
}

const paragraph = { type: 'paragraph', level: null }
const diff: RevisionDiff = {
  from: 1,
  to: 3,
  fields: [
    {
      name: 'title',
      words: [
        { op: 'same', text: 'Tít ' },
        { op: 'removed', text: 'cũ' },
        { op: 'added', text: 'mới' },
      ],
    },
  ],
  blocks: [
    { id: 'b1', type: 'paragraph', change: 'removed', words: [{ op: 'removed', text: 'Câu bỏ.' }], before: paragraph, after: null },
    { id: 'b2', type: 'paragraph', change: 'same', words: [{ op: 'same', text: 'Câu cũ.' }], before: paragraph, after: paragraph },
  ],
}

const listed = [card(3, { isHead: true, sealed: false }), card(2, { editions: [1], isApproved: true }), card(1, { label: 'Bản đầu' })]
const list = 'GET /articles/a1/revisions?limit=30'

function open(part: Partial<HistoryPanelProps> = {}, answers: Parameters<typeof recordingApi>[0] = {}) {
  const api = recordingApi({ [list]: { data: listed, page: { next: null } }, 'GET /articles/a1/diff?from=1&to=3': diff, ...answers })
  const taken = vi.fn()
  const props: HistoryPanelProps = {
    article,
    mayEdit: true,
    restoreAfter: null,
    unsaved: false,
    save: async () => article,
    nameOf: () => undefined,
    onRestored: taken,
    ...part,
  }
  renderWithApi(<HistoryPanel {...props} />, api)
  return { ...api, taken }
}

const press = (name: string, inside: HTMLElement = document.body) => fireEvent.click(within(inside).getByRole('button', { name }))

test('each revision says whose it is and what became of it', async () => {
  open()
  const items = await screen.findAllByRole('listitem')
  expect(items.map((item) => item.textContent)).toEqual([
    expect.stringMatching(/^Bản 3mới nhấtLan lưu lúc 10:32, 28\/12\/2021 · 120 chữ$/),
    expect.stringContaining('Bản 2lần đăng 1đã duyệtgiữ hẳn'),
    expect.stringContaining('Bản 1: Bản đầugiữ hẳn'),
  ])
})

test('a revision is compared with the newest: what is added and removed is marked and said in words', async () => {
  open()
  await screen.findByText('Bản 1: Bản đầu')
  press('So sánh bản 1 với bản mới nhất')
  const dialog = await screen.findByRole('dialog', { name: 'So sánh hai bản' })
  const title = (await within(dialog).findByRole('heading', { name: 'Tiêu đề' })).parentElement as HTMLElement
  expect(title.querySelector('ins')?.textContent).toBe('thêm: mới (hết chỗ sửa) ')
  expect(title.querySelector('del')?.textContent).toBe('bỏ: cũ (hết chỗ sửa) ')
  expect(within(dialog).getByRole('heading', { name: 'Bỏ · Đoạn văn' })).toBeDefined()
  expect(within(dialog).getByText('1 khối giữ nguyên')).toBeDefined()
})

test('any two can be chosen', async () => {
  const { sent } = open({}, { 'GET /articles/a1/diff?from=1&to=2': { ...diff, to: 2, fields: [], blocks: [] } })
  await screen.findByText('Bản 1: Bản đầu')
  press('So sánh bản 1 với bản mới nhất')
  fireEvent.change(await screen.findByLabelText('Bản sau'), { target: { value: '2' } })
  expect(await screen.findByText('Hai bản giống hệt nhau.')).toBeDefined()
  fireEvent.change(screen.getByLabelText('Bản sau'), { target: { value: '1' } })
  expect(screen.getByText('Hãy chọn hai bản khác nhau.')).toBeDefined()
  expect(sent.filter(({ line }) => line.includes('/diff?')).map(({ line }) => line)).toEqual([
    'GET /articles/a1/diff?from=1&to=3',
    'GET /articles/a1/diff?from=1&to=2',
  ])
})

test('keeping a version saves first and stands on what was saved', async () => {
  const saved = { ...article, version: 9 }
  const { changes } = open({ unsaved: true, save: async () => saved }, { 'POST /articles/a1/revisions': { number: 3 } })
  fireEvent.input(await screen.findByLabelText('Tên bản'), { target: { value: ' Bản gửi xem ' } })
  press('Lưu thành bản')
  expect(await screen.findByText('Đã giữ bản 3.')).toBeDefined()
  expect(changes()).toEqual([{ line: 'POST /articles/a1/revisions', version: '"9"', key: null, body: { label: 'Bản gửi xem' } }])
})

test('nothing is kept when the article could not be saved, and the label stays', async () => {
  const { changes } = open({ unsaved: true, save: async () => null })
  fireEvent.input(await screen.findByLabelText('Tên bản'), { target: { value: 'Bản gửi xem' } })
  press('Lưu thành bản')
  expect(await screen.findByText(/^Chưa lưu được bài/)).toBeDefined()
  expect([changes(), (screen.getByLabelText('Tên bản') as HTMLInputElement).value]).toEqual([[], 'Bản gửi xem'])
})

test('what is kept already is not offered to be kept again', async () => {
  open({}, { [list]: { data: [card(3, { isHead: true })], page: { next: null } } })
  expect(await screen.findByText('Chữ đang có đã được giữ hẳn thành bản 3.')).toBeDefined()
  expect(screen.queryByRole('button', { name: 'Lưu thành bản' })).toBeNull()
})

test('restoring asks once more, stands on the version that is shown, and shows the article that it made', async () => {
  const { changes, taken } = open({}, { 'POST /articles/a1/restore': restored })
  await screen.findByText('Bản 2')
  press('Khôi phục bản 2')
  press('Khôi phục bản 2', await screen.findByRole('dialog'))
  expect(await screen.findByText('Đã khôi phục bản 2 thành bản mới nhất.')).toBeDefined()
  expect(changes()).toEqual([{ line: 'POST /articles/a1/restore', version: '"7"', key: null, body: { revision: 2 } }])
  expect(taken.mock.calls).toEqual([[restored]])
})

test.each([
  ['in review', { restoreAfter: 'recall' }, 'Bài đang chờ duyệt. Hãy rút bài lại trước khi khôi phục bản cũ.'],
  ['scheduled', { restoreAfter: 'unschedule' }, 'Bài đã hẹn giờ đăng. Hãy bỏ hẹn trước khi khôi phục bản cũ.'],
  ['with unsaved text', { unsaved: true }, 'Bài có chữ chưa lưu. Hãy lưu trước khi khôi phục bản cũ.'],
] as const)('an article %s says what is in the way of restoring, and sends nothing', async (_name, part, sentence) => {
  const { changes } = open(part)
  await screen.findByText('Bản 2')
  press('Khôi phục bản 2')
  const dialog = await screen.findByRole('dialog')
  expect(within(dialog).getByText(sentence)).toBeDefined()
  expect([within(dialog).queryByRole('button', { name: 'Khôi phục bản 2' }), changes()]).toEqual([null, []])
})

test.each([
  ['recall_first', 409, /^Bài đang chờ duyệt/],
  ['unschedule_first', 409, /^Bài đã hẹn giờ đăng/],
  ['unknown_reference', 422, /không khôi phục được/],
  ['internal', 500, /^Chưa làm được/],
])('a refusal with %s is told in a sentence', async (code, status, sentence) => {
  open({}, { 'POST /articles/a1/restore': () => problem({ status, code }) })
  await screen.findByText('Bản 2')
  press('Khôi phục bản 2')
  press('Khôi phục bản 2', await screen.findByRole('dialog'))
  expect(await screen.findByText(sentence)).toBeDefined()
})

test('somebody who was faster is named', async () => {
  const current = { version: 8, changedBy: 'Minh', changedAt: '2021-12-28T10:40:00+07:00', fields: ['title'] }
  open({}, { 'POST /articles/a1/restore': () => problem({ status: 412, current }) })
  await screen.findByText('Bản 2')
  press('Khôi phục bản 2')
  press('Khôi phục bản 2', await screen.findByRole('dialog'))
  expect(await screen.findByText('Minh đã lưu bản mới lúc 10:40. Hãy xem lại rồi làm tiếp.')).toBeDefined()
})

test('who may only read is offered nothing but to compare; emptied revisions are not restored', async () => {
  open({ mayEdit: false })
  await screen.findByText('Bản 2')
  expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['So sánh', 'So sánh'])
  cleanup()
  open({}, { [list]: { data: [card(3, { isHead: true }), card(2, { isRedacted: true })], page: { next: null } } })
  await screen.findByText('đã xoá nội dung')
  expect(screen.queryByRole('button', { name: 'Khôi phục bản 2' })).toBeNull()
})

test('a list that could not be read can be asked for again', async () => {
  let isAway = true
  open({}, { [list]: () => (isAway ? 403 : { data: listed, page: { next: null } }) })
  const alert = await screen.findByRole('alert')
  isAway = false
  fireEvent.click(within(alert).getByRole('button'))
  expect(await screen.findByText('Bản 2')).toBeDefined()
})
