import type { PolicyOf, Settings } from '@bantin/shared/settings'
import { useQuery } from '@tanstack/react-query'
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { problem, recordingApi, renderWithApi } from '../../../test/recording-api.tsx'
import { settingsQuery } from './settings.api.ts'
import { StricterPlaces } from './stricter-places.tsx'

afterEach(cleanup)

const office: PolicyOf = { id: 'u1', name: 'Văn phòng', publishingPolicy: 'review', version: 5 }
const items = { units: [office, { id: 'u2', name: 'Sở Tài chính' }], categories: [] }

let site: Settings
let conflict: Response | null
beforeEach(() => {
  site = {
    publishingPolicy: 'direct',
    minorDirect: false,
    secondFactorRequired: false,
    genres: [],
    version: 1,
    units: [office],
    categories: [],
  }
  conflict = null
})

function Page() {
  const { data } = useQuery(settingsQuery())
  return data ? <StricterPlaces settings={data} items={items} mayChange /> : null
}

async function open() {
  const api = recordingApi({
    'GET /settings': () => site,
    'GET /settings/units/u2': { id: 'u2', name: 'Sở Tài chính', publishingPolicy: null, version: 9 },
    'GET /audit?action=settings.change&limit=1&entityId=u1': {
      data: [{ actor: { id: 'x', name: 'Trần Minh' }, at: '2026-08-01T10:32:00+07:00' }],
      page: { next: null },
    },
    'PUT /settings/units/u1': () => conflict ?? office,
    'PUT /settings/units/u2': office,
  })
  renderWithApi(<Page />, api)
  await screen.findByRole('heading', { level: 2 })
  return api
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const inDialog = () => within(screen.getByRole('dialog'))

test('a place that is added is read first, and changed with its version', async () => {
  const api = await open()
  press('Thêm đơn vị')
  fireEvent.click(inDialog().getByRole('button', { name: 'Thêm' }))
  expect(inDialog().getByText('Hãy chọn một nơi trong danh sách.')).toBeDefined()
  fireEvent.input(inDialog().getByRole('combobox'), { target: { value: 'van phong' } })
  expect(inDialog().queryByRole('option')).toBeNull()
  fireEvent.input(inDialog().getByRole('combobox'), { target: { value: 'so tai' } })
  fireEvent.click(inDialog().getByRole('option', { name: 'Sở Tài chính' }))
  fireEvent.click(inDialog().getByRole('radio', { name: /^Luôn cần/ }))
  fireEvent.click(inDialog().getByRole('button', { name: 'Thêm' }))
  await screen.findByText('Đã thêm “Sở Tài chính”.')
  expect(api.changes()).toMatchObject([{ line: 'PUT /settings/units/u2', version: '"9"', body: { publishingPolicy: 'strict' } }])
})

test('a change stands on what is shown; refused for a newer one it is told, and can be sent again', async () => {
  const api = await open()
  conflict = problem({ status: 412 })
  site = { ...site, units: [{ ...office, publishingPolicy: 'review', version: 6 }] }
  fireEvent.change(screen.getByLabelText('Văn phòng'), { target: { value: 'strict' } })
  await screen.findByText(/^Trần Minh đã đổi quy trình lúc 10:32.* “Văn phòng” chưa được lưu: Luôn cần duyệt\./)
  conflict = null
  press('Vẫn đổi như tôi chọn')
  await screen.findByText('Đã đổi quy trình của “Văn phòng”.')
  expect(api.changes().map(({ version, body }) => [version, body])).toEqual([
    ['"5"', { publishingPolicy: 'strict' }],
    ['"6"', { publishingPolicy: 'strict' }],
  ])
})

test('a place is taken off the list after a second question', async () => {
  const api = await open()
  press('Bỏ Văn phòng')
  expect(api.changes()).toEqual([])
  fireEvent.click(inDialog().getByRole('button', { name: 'Bỏ' }))
  await screen.findByText('Đã bỏ “Văn phòng”.')
  expect(api.changes()).toMatchObject([{ version: '"5"', body: { publishingPolicy: null } }])
})

test('where the site is as strict as it gets nothing can be added, and what was stays with a word about it', async () => {
  site = { ...site, publishingPolicy: 'strict' }
  await open()
  expect(screen.queryByRole('button', { name: 'Thêm đơn vị' })).toBeNull()
  expect(screen.getByText('không chặt hơn quy trình chung')).toBeDefined()
})

test('what cannot be sent is told, and what stood is shown', async () => {
  await open()
  conflict = problem({ status: 503 })
  fireEvent.change(screen.getByLabelText('Văn phòng'), { target: { value: 'strict' } })
  await screen.findByText('Chưa lưu được. Hãy thử lại.')
  expect(screen.getByLabelText<HTMLSelectElement>('Văn phòng').value).toBe('review')
})
