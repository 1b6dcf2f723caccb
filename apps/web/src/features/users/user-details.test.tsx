import type { User } from '@bantin/shared/users'
import { useQuery } from '@tanstack/react-query'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { problem, recordingApi, renderWithApi } from '../../../test/recording-api.tsx'
import { SaidLine, useSaid } from '../../ui/said-line.tsx'
import { userOf } from './test-user.ts'
import { UserDetails } from './user-details.tsx'
import { userQuery } from './users.api.ts'

afterEach(cleanup)

let stored: User
let refusal: (() => Response) | null
let saving: Promise<void> | null
beforeEach(() => {
  stored = userOf()
  refusal = null
  saving = null
})

function Page({ isOwn }: { isOwn: boolean }) {
  const saying = useSaid()
  const { data } = useQuery(userQuery('lan'))
  return (
    <>
      <SaidLine {...saying} />
      <p>version {data?.version}</p>
      {data ? <UserDetails user={data} isOwn={isOwn} saying={saying} /> : null}
    </>
  )
}

async function open(isOwn = false) {
  const api = recordingApi({
    'GET /users/lan': () => stored,
    'PATCH /users/lan': async () => {
      await saving
      if (refusal) return refusal()
      stored = { ...stored, ...(api.changes().at(-1)?.body as Partial<User>), version: stored.version + 1 }
      return stored
    },
  })
  const page = renderWithApi(<Page isOwn={isOwn} />, api)
  await screen.findByRole('heading')
  return { api, ...page }
}

const name = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Họ tên' })
const email = () => screen.getByLabelText<HTMLInputElement>('Thư điện tử')
const type = (field: HTMLInputElement, value: string) => fireEvent.input(field, { target: { value } })
const save = () => fireEvent.click(screen.getByRole('button', { name: 'Lưu' }))

test('what was typed is sent, and nothing else; there is nothing to save before and after', async () => {
  const { api } = await open()
  expect(screen.queryByRole('button')).toBeNull()
  type(name(), ' Phạm Lan ')
  save()
  await screen.findByText('Đã lưu họ tên và thư điện tử.')
  expect(api.changes()).toMatchObject([{ line: 'PATCH /users/lan', version: '"4"', body: { name: 'Phạm Lan' } }])
  expect([name().value, screen.queryByRole('button', { name: 'Lưu' })]).toEqual(['Phạm Lan', null])
})

test('what is typed while it is being saved stays, over what was saved', async () => {
  const { api } = await open()
  const { promise, resolve } = Promise.withResolvers<void>()
  saving = promise
  type(name(), 'Phạm Lan')
  save()
  await screen.findByRole('button', { name: 'Đang lưu…' })
  type(email(), 'lan.pham@example.gov.vn')
  resolve()
  await screen.findByText('Đã lưu họ tên và thư điện tử.')
  await screen.findByText('version 5')
  expect([name().value, email().value]).toEqual(['Phạm Lan', 'lan.pham@example.gov.vn'])
  save()
  await waitFor(() => expect(screen.queryByRole('button', { name: /^(Lưu|Đang lưu…)$/ })).toBeNull())
  expect(api.changes().map(({ version, body }) => [version, body])).toEqual([
    ['"4"', { name: 'Phạm Lan' }],
    ['"5"', { email: 'lan.pham@example.gov.vn' }],
  ])
})

test('what is missing, wrong or taken is said at its field', async () => {
  const { api } = await open()
  type(name(), ' ')
  type(email(), 'không phải thư')
  save()
  expect([screen.getByText('Hãy ghi họ tên.'), screen.getByText(/^Hãy ghi một địa chỉ thư/)]).toHaveLength(2)
  expect([document.activeElement, api.changes()]).toEqual([name(), []])
  type(name(), 'Lan')
  type(email(), 'minh@example.gov.vn')
  refusal = () => problem({ status: 409, errors: [{ in: 'body', pointer: '/email', code: 'email_taken', message: '' }] })
  save()
  await screen.findByText('Đã có tài khoản với thư điện tử này.')
  expect([name().value, email().value]).toEqual(['Lan', 'minh@example.gov.vn'])
})

test('another name that somebody else gave is not written over: it is said, and shown on request', async () => {
  const { api } = await open()
  type(name(), 'Phạm Lan')
  stored = { ...stored, name: 'Phạm Thị Ngọc Lan', version: 5 }
  refusal = () => problem({ status: 412 })
  save()
  await screen.findByText(/^Vừa có người khác đổi tài khoản này/)
  expect(name().value).toBe('Phạm Lan')
  save()
  await waitFor(() => expect(api.changes().map(({ version }) => version)).toEqual(['"4"', '"4"']))
  await screen.findByRole('button', { name: 'Bỏ chữ đã gõ, hiện bản mới' })
  fireEvent.click(screen.getByRole('button', { name: 'Bỏ chữ đã gõ, hiện bản mới' }))
  await waitFor(() => expect(name().value).toBe('Phạm Thị Ngọc Lan'))
})

test('what was typed is dropped on request although the fields are as they were', async () => {
  await open()
  type(name(), 'Phạm Lan')
  stored = { ...stored, version: 5, grants: [] }
  refusal = () => problem({ status: 412 })
  save()
  fireEvent.click(await screen.findByRole('button', { name: 'Bỏ chữ đã gõ, hiện bản mới' }))
  await waitFor(() => expect(name().value).toBe('Phạm Thị Lan'))
})

test('a change beside these texts, such as a role, is no reason to refuse', async () => {
  const { api, client } = await open()
  type(name(), 'Phạm Lan')
  stored = { ...stored, version: 9, grants: [] }
  await client.refetchQueries()
  await screen.findByText('version 9')
  save()
  await screen.findByText('Đã lưu họ tên và thư điện tử.')
  expect(api.changes().map(({ version }) => version)).toEqual(['"9"'])
})

test('what somebody else changes is shown at once where nothing is typed', async () => {
  const { client } = await open()
  stored = { ...stored, name: 'Phạm Thị Ngọc Lan', version: 5 }
  await client.refetchQueries()
  await waitFor(() => expect(name().value).toBe('Phạm Thị Ngọc Lan'))
})

test('of one’s own account only the name can be changed here', async () => {
  const { api } = await open(true)
  expect(screen.getAllByRole('textbox')).toEqual([name()])
  type(name(), 'Phạm Lan')
  save()
  await screen.findByText('Đã lưu họ tên.')
  expect(api.changes()).toMatchObject([{ line: 'PATCH /users/lan', body: { name: 'Phạm Lan' } }])
  expect(Object.keys(api.changes()[0]?.body ?? {})).toEqual(['name'])
})
