import type { Settings } from '@bantin/shared/settings'
import { useQuery } from '@tanstack/react-query'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { problem, recordingApi, renderWithApi } from '../../../test/recording-api.tsx'
import { settingsQuery } from './settings.api.ts'
import { SitePolicy } from './site-policy.tsx'

afterEach(cleanup)

let stored: Settings
let next: Response | null
beforeEach(() => {
  stored = {
    publishingPolicy: 'direct',
    minorDirect: false,
    secondFactorRequired: false,
    genres: [],
    version: 3,
    units: [],
    categories: [],
  }
  next = null
})

const change = (part: Partial<Settings>): Settings => {
  stored = { ...stored, ...part, version: stored.version + 1 }
  return stored
}
const audit = { data: [{ actor: { id: 'u2', name: 'Trần Minh' }, at: '2026-08-01T10:32:00+07:00' }], page: { next: null } }

function Page({ mayChange }: { mayChange: boolean }) {
  const { data } = useQuery(settingsQuery())
  return data ? <SitePolicy settings={data} mayChange={mayChange} /> : null
}

async function open(mayChange = true) {
  const api = recordingApi({
    'GET /settings': () => stored,
    'GET /audit?action=settings.change&limit=1&entity=site': audit,
    'PATCH /settings': () => next ?? change(api.changes().at(-1)?.body as Partial<Settings>),
  })
  const page = renderWithApi(<Page mayChange={mayChange} />, api)
  await screen.findByRole('heading')
  return { api, ...page }
}

const radio = (name: RegExp) => screen.getByRole<HTMLInputElement>('radio', { name })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

test('what differs is sent with the version that was read, and nothing is offered to save any more', async () => {
  const { api } = await open()
  expect(screen.queryByRole('button', { name: 'Lưu quy trình' })).toBeNull()
  fireEvent.click(radio(/^Luôn cần/))
  press('Lưu quy trình')
  await screen.findByText(/^Đã lưu quy trình/)
  expect(api.changes()).toMatchObject([{ line: 'PATCH /settings', version: '"3"', body: { publishingPolicy: 'strict' } }])
  expect(radio(/^Luôn cần/).checked).toBe(true)
  expect(screen.queryByRole('button', { name: 'Lưu quy trình' })).toBeNull()
})

test('whoever was faster is named, the choice stays, and is saved when it is pressed again', async () => {
  const { api } = await open()
  fireEvent.click(screen.getByRole('switch'))
  next = problem({ status: 412 })
  change({ publishingPolicy: 'review' })
  press('Lưu quy trình')
  const said = await screen.findByText(/^Trần Minh đã đổi quy trình lúc 10:32, 01\/08\/2026\. Lựa chọn của bạn chưa được lưu\./)
  expect(said.textContent).toContain(
    'Đang có hiệu lực: Cần người thứ hai duyệt; việc gấp có thể đăng trước, duyệt sau; sửa nhỏ cũng phải duyệt lại.',
  )
  expect([screen.getByRole<HTMLInputElement>('switch').checked, radio(/^Cần người/).checked]).toEqual([true, true])
  next = null
  press('Lưu quy trình')
  await screen.findByText(/^Đã lưu quy trình/)
  expect(api.changes().at(-1)).toMatchObject({ version: '"4"', body: { minorDirect: true } })
  expect(stored).toMatchObject({ publishingPolicy: 'review', minorDirect: true })
})

test('what is loaded anew behind a choice is not written over unasked: the choice goes with the version it was made over', async () => {
  const { api, client } = await open()
  fireEvent.click(radio(/^Luôn cần/))
  change({ minorDirect: true })
  await client.refetchQueries()
  await waitFor(() => expect(screen.getByRole<HTMLInputElement>('switch').checked).toBe(true))
  next = problem({ status: 412 })
  press('Lưu quy trình')
  await screen.findByText(/^Trần Minh/)
  expect(api.changes().map(({ version }) => version)).toEqual(['"3"'])
})

test('undone, it is as it was', async () => {
  const { api } = await open()
  fireEvent.click(radio(/^Luôn cần/))
  press('Bỏ thay đổi')
  expect(radio(/^Người duyệt đăng/).checked).toBe(true)
  expect(api.changes()).toEqual([])
})

test('whoever may only read it is told what holds, and given nothing to change it with', async () => {
  await open(false)
  expect(screen.getByText('Người duyệt đăng tự đăng được ngay')).toBeDefined()
  expect([screen.queryByRole('radio'), screen.queryByRole('switch'), screen.queryByRole('button')]).toEqual([null, null, null])
})
