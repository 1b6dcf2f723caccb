import type { Me } from '@bantin/shared/auth'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { problem, recordingApi } from '../../../test/recording-api.tsx'
import { person, renderWithSession, signedIn } from '../../../test/with-session.tsx'
import { apiOf } from '../../lib/query-client.ts'
import { SecondFactorDemand } from './second-factor-demand.tsx'

let factor: Me['secondFactor']
let isRefused: boolean
let confirming: Promise<void> | null
beforeEach(() => {
  factor = { isOn: false, isRequired: true, recoveryCodes: 0 }
  isRefused = true
  confirming = null
})
afterEach(cleanup)

async function open(atSignIn: Me['secondFactor']) {
  const api = recordingApi({
    'POST /api/v1/auth/refresh': signedIn(person({ secondFactor: atSignIn })),
    'GET /api/v1/auth/me': () => person({ secondFactor: factor }),
    'POST /api/v1/auth/totp': { secret: 'ABCD', uri: 'otpauth://totp/x?secret=ABCD' },
    'POST /api/v1/auth/totp/confirm': async () => {
      factor = { isOn: true, isRequired: true, recoveryCodes: 1 }
      isRefused = false
      await confirming
      return { recoveryCodes: ['AAAA-BBBB'] }
    },
    'POST /api/v1/auth/logout': 204,
    'PATCH /articles/a1': () => (isRefused ? problem({ status: 403, code: 'second_factor_required' }) : { saved: true }),
  })
  const page = await renderWithSession(
    <>
      <label>
        Tiêu đề <input defaultValue="Tít" />
      </label>
      <SecondFactorDemand />
    </>,
    api,
  )
  const save = () => apiOf(page.client).send('PATCH', '/editorial/articles/a1', { body: { title: 'Tít mới' }, version: 3 })
  return { ...page, save }
}

const notAsked = { isOn: false, isRequired: false, recoveryCodes: 0 }
const fill = async (label: RegExp, value: string) => fireEvent.input(await screen.findByLabelText(label), { target: { value } })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const dialog = () => screen.queryByRole('dialog', { name: 'Cần bật lớp xác thực thứ hai' })

test('what was being saved waits until the second factor is on, goes on with what was typed, and the codes stay until they are kept', async () => {
  const { save } = await open(notAsked)
  expect(dialog()).toBeNull()
  fireEvent.input(screen.getByLabelText('Tiêu đề'), { target: { value: 'Tít mới' } })
  const answer = save()
  await waitFor(() => expect(dialog()?.textContent).toContain('Những gì bạn đang làm vẫn nguyên phía sau trang này.'))
  await fill(/^Mật khẩu đang dùng/, 'mật khẩu')
  press('Tiếp tục')
  await fill(/^Mã đang hiện/, '123456')
  press('Bật')
  await expect(answer).resolves.toEqual({ saved: true })
  expect(screen.getByText('AAAA-BBBB')).toBeDefined()
  press('Tôi đã cất các mã này')
  await waitFor(() => expect(dialog()).toBeNull())
  expect(screen.getByLabelText<HTMLInputElement>('Tiêu đề').value).toBe('Tít mới')
})

test('the codes come although it is known to be on before they are here', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  confirming = promise
  const { client, session } = await open(factor)
  await fill(/^Mật khẩu đang dùng/, 'mật khẩu')
  press('Tiếp tục')
  await fill(/^Mã đang hiện/, '123456')
  press('Bật')
  await screen.findByRole('button', { name: 'Đang kiểm tra…' })
  await client.refetchQueries()
  await waitFor(() => expect(session.state()).toMatchObject({ user: { secondFactor: { isOn: true } } }))
  resolve()
  await screen.findByText('AAAA-BBBB')
})

test('whoever signs in without one is asked at once', async () => {
  await open(factor)
  await waitFor(() => expect(dialog()?.textContent).toContain('mật khẩu và một mã trên điện thoại'))
  expect(dialog()?.textContent).not.toContain('Những gì bạn đang làm')
})

test('it goes away by itself when it is no more required, or was turned on elsewhere', async () => {
  factor = { isOn: true, isRequired: true, recoveryCodes: 10 }
  isRefused = false
  const { session } = await open({ isOn: false, isRequired: true, recoveryCodes: 0 })
  await waitFor(() => expect(session.state()).toMatchObject({ user: { secondFactor: { isOn: true } } }))
  await waitFor(() => expect(dialog()).toBeNull())
})

test('the only other way is out: what waited fails', async () => {
  const { save, session } = await open(notAsked)
  const failed = expect(save()).rejects.toMatchObject({ code: 'second_factor_required' })
  await waitFor(() => expect(dialog()).not.toBeNull())
  press('Đăng xuất')
  await failed
  expect(session.state()).toEqual({ status: 'signedOut' })
  await waitFor(() => expect(dialog()).toBeNull())
})
