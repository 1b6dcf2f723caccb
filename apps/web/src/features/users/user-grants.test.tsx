import type { User } from '@bantin/shared/users'
import { useQuery } from '@tanstack/react-query'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { problem, recordingApi, renderWithApi } from '../../../test/recording-api.tsx'
import { SaidLine, useSaid } from '../../ui/said-line.tsx'
import type { NamedItem } from '../../ui/search-choice.tsx'
import { places, userOf } from './test-user.ts'
import { UserGrants } from './user-grants.tsx'
import { userQuery } from './users.api.ts'

afterEach(cleanup)

let stored: User
let refusal: Response | null
let saving: Promise<void> | null
beforeEach(() => {
  stored = userOf()
  refusal = null
  saving = null
})

function Page({ where }: { where: readonly NamedItem[] }) {
  const saying = useSaid()
  const { data } = useQuery(userQuery('lan'))
  return (
    <>
      <SaidLine {...saying} />
      <p>version {data?.version}</p>
      {data ? <UserGrants user={data} places={where} saying={saying} /> : null}
    </>
  )
}

async function open(where: readonly NamedItem[] = places) {
  const api = recordingApi({
    'GET /users/lan': () => stored,
    'PUT /users/lan/grants': async () => {
      await saving
      if (refusal) return refusal
      stored = { ...stored, version: stored.version + 1, grants: named(api.changes().at(-1)?.body as { grants: User['grants'] }) }
      return stored
    },
  })
  const page = renderWithApi(<Page where={where} />, api)
  await screen.findByRole('heading')
  return { api, ...page }
}

const named = ({ grants }: { grants: User['grants'] }) =>
  grants.map((grant) => ({ ...grant, unitName: places.find(({ id }) => id === grant.unitId)?.name ?? null }))
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const shown = () => within(screen.getByRole('list', { name: 'Vai trò' })).getAllByRole('listitem')
const add = (role: RegExp, typed: string) => {
  press('Thêm vai trò')
  const dialog = within(screen.getByRole('dialog'))
  fireEvent.click(dialog.getByRole('radio', { name: role }))
  fireEvent.input(dialog.getByRole('combobox'), { target: { value: typed } })
  fireEvent.click(dialog.getAllByRole('option')[0] as HTMLElement)
  fireEvent.click(dialog.getByRole('button', { name: 'Thêm' }))
}

test('roles are added and taken, and saved as a whole with the version that was read', async () => {
  const { api } = await open()
  expect(screen.queryByRole('button', { name: 'Lưu vai trò' })).toBeNull()
  add(/^Người duyệt đăng/, 'van phong')
  press('Bỏ Biên tập viên, Sở Nội vụ')
  press('Lưu vai trò')
  await screen.findByText(/^Đã lưu vai trò/)
  expect(api.changes()).toMatchObject([
    { line: 'PUT /users/lan/grants', version: '"4"', body: { grants: [{ role: 'publisher', unitId: 'u2' }] } },
  ])
  expect(screen.queryByRole('button', { name: 'Lưu vai trò' })).toBeNull()
})

test('what is chosen while it is being saved stays chosen, over what was saved', async () => {
  const { api } = await open()
  const { promise, resolve } = Promise.withResolvers<void>()
  saving = promise
  add(/^Người duyệt đăng/, 'van phong')
  press('Lưu vai trò')
  await screen.findByRole('button', { name: 'Đang lưu…' })
  add(/^Người kiểm tra/, 'toan trang')
  resolve()
  await screen.findByText(/^Đã lưu vai trò/)
  expect(shown()).toHaveLength(3)
  press('Lưu vai trò')
  await waitFor(() => expect(api.changes().map(({ version }) => version)).toEqual(['"4"', '"5"']))
})

test('a role that is there already is not added twice; undone, it is as it was', async () => {
  const { api } = await open()
  add(/^Biên tập viên/, 'noi vu')
  expect(screen.getByText('Người này đã có vai trò ấy ở đây.')).toBeDefined()
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Thôi' }))
  press('Bỏ Biên tập viên, Sở Nội vụ')
  expect(screen.getByText('Người này không có vai trò nào, nên không thấy bài nào.')).toBeDefined()
  press('Bỏ thay đổi')
  expect([shown().length, api.changes()]).toEqual([1, []])
})

test('that nobody would be left to administer is said plainly, and the choice stays', async () => {
  await open()
  refusal = problem({ status: 409, code: 'last_administrator' })
  press('Bỏ Biên tập viên, Sở Nội vụ')
  press('Lưu vai trò')
  await screen.findByText(/^Đây là người cuối cùng quản trị toàn trang/)
  expect(screen.getByRole('button', { name: 'Lưu vai trò' })).toBeDefined()
})

test('refused for a newer list it says what is in force, and goes with the newer version when it is pressed again', async () => {
  const { api } = await open()
  add(/^Người duyệt đăng/, 'van phong')
  stored = { ...stored, version: 5, grants: [{ role: 'admin', unitId: null, unitName: null }] }
  refusal = problem({ status: 412 })
  press('Lưu vai trò')
  await screen.findByText(/Đang có hiệu lực: Quản trị, toàn trang\./)
  expect(shown()).toHaveLength(2)
  refusal = null
  press('Lưu vai trò')
  await screen.findByText(/^Đã lưu vai trò/)
  expect(api.changes().map(({ version }) => version)).toEqual(['"4"', '"5"'])
})

test('a change beside the roles is no reason to refuse', async () => {
  const { api, client } = await open()
  add(/^Người duyệt đăng/, 'van phong')
  stored = { ...stored, version: 9, name: 'Phạm Lan' }
  await client.refetchQueries()
  await screen.findByText('version 9')
  press('Lưu vai trò')
  await screen.findByText(/^Đã lưu vai trò/)
  expect(api.changes().map(({ version }) => version)).toEqual(['"9"'])
})

test('who administers one unit takes the roles there, and leaves the others', async () => {
  const elsewhere = { role: 'publisher' as const, unitId: 'u2', unitName: 'Văn phòng Uỷ ban' }
  stored = userOf({ mayChange: false, grants: [...userOf().grants, elsewhere] })
  await open([{ id: 'u1', name: 'Sở Nội vụ' }])
  expect(screen.getAllByRole('button', { name: /^Bỏ / }).map((button) => button.getAttribute('aria-label'))).toEqual([
    'Bỏ Biên tập viên, Sở Nội vụ',
  ])
})
