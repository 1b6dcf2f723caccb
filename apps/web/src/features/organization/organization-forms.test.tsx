import type { EditorialPost } from '@bantin/shared/editorial-people'
import type { EditorialUnit } from '@bantin/shared/editorial-units'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { problem, recordingApi, renderWithApi } from '../../../test/recording-api.tsx'
import { PostsSection } from './posts/posts-section.tsx'
import { UnitNames } from './units/unit-names.tsx'

const said = { said: null, done: vi.fn(), failed: vi.fn(), hush: vi.fn() }
beforeEach(() => {
  for (const say of [said.done, said.failed, said.hush]) say.mockReset()
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener: () => undefined, removeEventListener: () => undefined }))
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const unit: EditorialUnit = {
  id: 'u1',
  version: 7,
  slug: 'so-noi-vu',
  kind: 'department',
  name: 'Sở Nội vụ',
  shortName: null,
  code: null,
  codeScheme: null,
  order: 1,
  parent: null,
  closedOn: null,
  contacts: {},
  openingHours: null,
  names: [{ name: 'Sở Nội vụ', shortName: 'SNV', from: null, through: null }],
  parents: [],
  predecessors: [],
  successors: [],
  unitPath: ['u1'],
}

const fill = (label: string, at: number, value: string) =>
  fireEvent.input(screen.getAllByLabelText(label)[at] as HTMLElement, { target: { value } })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

test('names are sent as a whole list with their days, over the version that was read', async () => {
  const api = recordingApi({ 'PATCH /units/u1': { ...unit, version: 8 } })
  renderWithApi(<UnitNames unit={unit} saying={said} />, api)
  fill('Đến hết ngày', 0, '2025-02-28')
  press('Thêm một tên')
  fill('Tên (bắt buộc)', 1, ' Sở Nội vụ và Lao động ')
  fill('Từ ngày', 1, '2025-03-01')
  press('Lưu thay đổi')
  await waitFor(() => expect(said.done).toHaveBeenCalledWith('Đã lưu các tên của đơn vị.'))
  expect(api.changes()).toMatchObject([
    {
      version: '"7"',
      body: {
        names: [
          { name: 'Sở Nội vụ', shortName: 'SNV', from: null, through: '2025-02-28' },
          { name: 'Sở Nội vụ và Lao động', shortName: null, from: '2025-03-01', through: null },
        ],
      },
    },
  ])
})

test('days that end before they begin, and a line without a name, are said at their line and nothing is sent', () => {
  const api = recordingApi({})
  renderWithApi(<UnitNames unit={unit} saying={said} />, api)
  press('Thêm một tên')
  fill('Từ ngày', 1, '2025-03-01')
  fill('Đến hết ngày', 1, '2025-02-01')
  press('Lưu thay đổi')
  const line = within(screen.getByRole('group', { name: 'Tên thứ 2' }))
  expect([line.getByText('Ngày cuối đứng trước ngày đầu.'), line.getByText('Hãy ghi điều này.')]).toHaveLength(2)
  expect(api.sent).toEqual([])
})

test('a rule that the list would break is said in words above it; after a change by somebody else it is saved once more over that', async () => {
  const rule = { in: 'body', pointer: '/names', code: 'unit_names_without_gap', message: 'between two of these' }
  let answer: object = problem({ status: 409, detail: 'between two of these', errors: [rule] })
  const now = { ...unit, version: 9, names: [{ ...unit.names[0], name: 'Sở Nội vụ tỉnh' }] }
  const api = recordingApi({ 'PATCH /units/u1': () => answer, 'GET /units/u1': now })
  renderWithApi(<UnitNames unit={unit} saying={said} />, api)
  fill('Tên ngắn', 0, 'SNV tỉnh')
  press('Lưu thay đổi')
  await screen.findByText(/^Ngày nào đơn vị cũng có tên/)
  answer = problem({ status: 412 })
  press('Lưu thay đổi')
  await waitFor(() => expect(said.failed).toHaveBeenCalledWith(expect.stringMatching(/^Người khác vừa sửa: các tên\./)))
  expect((screen.getByLabelText('Tên ngắn') as HTMLInputElement).value).toBe('SNV tỉnh')
  answer = { ...now, version: 10 }
  press('Lưu thay đổi')
  await waitFor(() => expect(said.done).toHaveBeenCalled())
  expect(api.changes().map(({ version }) => version)).toEqual(['"7"', '"7"', '"9"'])
})

const person = { id: 'p1', name: 'Nguyễn Văn An' }
const post: EditorialPost = {
  id: 'post1',
  version: 2,
  unitId: 'u1',
  name: 'Giám đốc',
  order: 0,
  seniority: 10,
  unitPath: ['u1'],
  appointments: [{ id: 'a1', version: 5, kind: 'substantive', decisionNo: '12/QĐ-UBND', from: '2021-01-01', through: null, person }],
}

function showPosts(mayChange: boolean, answers: Parameters<typeof recordingApi>[0] = {}) {
  const api = recordingApi({ 'GET /units/u1/posts': { data: [post], page: { next: null } }, ...answers })
  const link = ({ name }: { name: string }) => <span>{name}</span>
  renderWithApi(<PostsSection unitId="u1" mayChange={mayChange} today="2026-11-28" saying={said} personLink={link} />, api)
  return api
}

test('who may only look has no buttons; the time line is silent, for the table says the same', async () => {
  showPosts(false)
  const table = await screen.findByRole('table')
  expect(
    within(table)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent),
  ).toEqual(['Nguyễn Văn An', 'Chính thức', 'từ 01/01/2021 đang giữ', '12/QĐ-UBND'])
  expect(screen.queryByRole('button')).toBeNull()
  expect(screen.getByRole('figure').querySelector('[aria-hidden="true"]')?.textContent).toContain('Nguyễn Văn An')
})

test('a last day is sent over the version of the appointment, and a rule that it would break stands at that field', async () => {
  const rule = { in: 'body', pointer: '/from', code: 'appointments_one_holder', message: '' }
  let answer: object = problem({ status: 409, errors: [rule] })
  const api = showPosts(true, { 'PATCH /appointments/a1': () => answer })
  fireEvent.click(await screen.findByRole('button', { name: 'Nguyễn Văn An thôi giữ chức vụ' }))
  const field = screen.getByLabelText<HTMLInputElement>(/^Ngày cuối giữ chức vụ/)
  expect(field.value).toBe('2026-11-28')
  fireEvent.input(field, { target: { value: '2020-12-31' } })
  press('Lưu')
  await screen.findByText('Ngày cuối đứng trước ngày đầu.')
  fireEvent.input(field, { target: { value: '2026-10-31' } })
  press('Lưu')
  await screen.findByText(/^Trong thời gian này chức vụ đã có người giữ/)
  expect(field.getAttribute('aria-invalid')).toBe('true')
  answer = { ...post.appointments[0], post: { id: 'post1', name: 'Giám đốc' }, unit: { id: 'u1', name: 'Sở Nội vụ' }, unitPath: ['u1'] }
  press('Lưu')
  await waitFor(() => expect(said.done).toHaveBeenCalledWith('Đã lưu việc giữ chức vụ của Nguyễn Văn An.'))
  expect(api.changes().map(({ line, version, body }) => [line, version, body])).toEqual([
    ['PATCH /appointments/a1', '"5"', { through: '2026-10-31' }],
    ['PATCH /appointments/a1', '"5"', { through: '2026-10-31' }],
  ])
})

test('somebody found by a part of the name without diacritics gets a post; without him nothing is sent', async () => {
  const found = {
    id: 'p2',
    version: 1,
    slug: 'tran-thi-binh',
    name: 'Trần Thị Bình',
    sortKey: 'Bình Trần Thị',
    photoMediaId: null,
    posts: [],
  }
  const saved = { ...post.appointments[0], person: { id: 'p2', name: 'Trần Thị Bình' } }
  const api = showPosts(true, {
    'GET /people?limit=40': { data: [found], page: { next: null } },
    'POST /posts/post1/appointments': saved,
  })
  fireEvent.click(await screen.findByRole('button', { name: 'Ghi người giữ chức vụ Giám đốc' }))
  press('Lưu')
  expect(screen.getByText(/^Hãy chọn một người\./)).toBeDefined()
  expect(api.changes()).toEqual([])
  fireEvent.input(screen.getByRole('combobox', { name: 'Người' }), { target: { value: 'binh' } })
  fireEvent.click(await screen.findByRole('option', { name: 'Trần Thị Bình' }))
  fireEvent.change(screen.getByLabelText('Cách giữ'), { target: { value: 'acting' } })
  fireEvent.input(screen.getByLabelText('Từ ngày'), { target: { value: '2026-11-01' } })
  press('Lưu')
  await waitFor(() => expect(said.done).toHaveBeenCalled())
  expect(api.changes()).toMatchObject([{ body: { personId: 'p2', kind: 'acting', decisionNo: null, from: '2026-11-01', through: null } }])
})
