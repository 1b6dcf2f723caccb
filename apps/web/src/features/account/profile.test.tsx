import type { Me } from '@bantin/shared/auth'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { problem, recordingApi } from '../../../test/recording-api.tsx'
import { person, renderWithSession, signedIn } from '../../../test/with-session.tsx'
import { accountKey } from './account.api.ts'
import { Profile } from './profile.tsx'
import { useOwnAccount } from './use-own-account.ts'

afterEach(cleanup)

let stored: Me
let refusal: Response | number | null
beforeEach(() => {
  stored = person()
  refusal = null
})

function Page() {
  const { data } = useOwnAccount()
  return data ? <Profile me={data} /> : null
}

async function open() {
  const api = recordingApi({
    'POST /api/v1/auth/refresh': signedIn(stored),
    'GET /api/v1/auth/me': () => stored,
    'PATCH /api/v1/auth/me': () => {
      if (refusal !== null) return refusal
      stored = { ...stored, ...(api.sent.at(-1)?.body as Partial<Me>), version: stored.version + 1 }
      return stored
    },
  })
  const page = await renderWithSession(<Page />, api)
  await screen.findByRole('heading', { name: 'Hồ sơ' })
  return { ...page, changes: () => api.changes().filter(({ line }) => line.startsWith('PATCH')) }
}

const name = () => screen.getByLabelText<HTMLInputElement>(/^Họ tên/)
const type = (value: string) => fireEvent.input(name(), { target: { value } })
const save = () => fireEvent.click(screen.getByRole('button', { name: 'Lưu' }))

test('name and language are saved with the version they stand on, and the desk knows the new name at once', async () => {
  const { session, changes } = await open()
  type(' Trần Thị Lan ')
  fireEvent.change(screen.getByLabelText('Ngôn ngữ của thư gửi bạn'), { target: { value: 'en' } })
  save()
  await screen.findByText('Đã lưu hồ sơ.')
  expect(changes()).toMatchObject([{ version: '"3"', body: { name: 'Trần Thị Lan', locale: 'en' } }])
  expect(session.state()).toMatchObject({ status: 'signedIn', user: { name: 'Trần Thị Lan', locale: 'en' } })
})

test('what only administrators change is there to read', async () => {
  await open()
  expect(screen.getByText('Phóng viên, Văn phòng')).toBeDefined()
})

test('a name that was changed elsewhere is told of; what was typed stays, and is saved when it is pressed again', async () => {
  const { changes } = await open()
  type('Lan Anh')
  refusal = problem({ status: 412 })
  stored = { ...stored, name: 'Nguyễn Lan', version: 9 }
  save()
  await screen.findByText(/^Hồ sơ vừa được đổi ở nơi khác; tên đang lưu là “Nguyễn Lan”/)
  expect(name().value).toBe('Lan Anh')
  refusal = null
  save()
  await screen.findByText('Đã lưu hồ sơ.')
  expect(changes().map(({ version }) => version)).toEqual(['"3"', '"9"'])
})

test('what is loaded anew behind what is typed is not written over unasked, unless nothing of what is shown has changed', async () => {
  const { client, session, changes } = await open()
  type('Lan Anh')
  const loadAnew = async (part: Partial<Me>) => {
    stored = { ...stored, ...part }
    await client.refetchQueries({ queryKey: accountKey })
    await waitFor(() => expect(session.state()).toMatchObject({ user: { version: stored.version } }))
  }
  await loadAnew({ version: 4 })
  refusal = 503
  save()
  await screen.findByText(/^Máy chủ đang bận/)
  await loadAnew({ version: 5, name: 'Nguyễn Lan' })
  save()
  await waitFor(() => expect(changes().map(({ version }) => version)).toEqual(['"4"', '"3"']))
})

test('an empty name is not sent', async () => {
  const { changes } = await open()
  type('  ')
  save()
  await screen.findByText('Hãy ghi họ tên.')
  expect([changes(), document.activeElement]).toEqual([[], name()])
})
