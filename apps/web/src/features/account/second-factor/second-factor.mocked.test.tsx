import type { Me } from '@bantin/shared/auth'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { problem, recordingApi } from '../../../../test/recording-api.tsx'
import { person, renderWithSession, signedIn } from '../../../../test/with-session.tsx'
import { saveFile } from '../../../lib/save-file.ts'
import { useOwnAccount } from '../use-own-account.ts'
import { SecondFactor } from './second-factor.tsx'

vi.mock('../../../lib/save-file.ts', () => ({ saveFile: vi.fn() }))

const offer = { secret: 'ABCDEFGHIJKLMNOP', uri: 'otpauth://totp/Bantin:lan?secret=ABCDEFGHIJKLMNOP' }
const recoveryCodes = ['AAAA-BBBB-CCCC-DDDD', 'EEEE-FFFF-GGGG-HHHH']
const wrong = () => problem({ status: 403, code: 'confirmation_failed' })

let factor: Me['secondFactor']
let answers: Record<string, object | number | (() => object)>
beforeEach(() => {
  factor = { isOn: false, isRequired: false, recoveryCodes: 0 }
  answers = { totp: offer, 'totp/confirm': { recoveryCodes }, 'recovery-codes': { recoveryCodes }, 'totp/remove': 204 }
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function Page() {
  const { data } = useOwnAccount()
  return data ? <SecondFactor me={data} /> : null
}

const answerOf = (answer: (typeof answers)[string] = 404) => (typeof answer === 'function' ? (answer as () => object)() : answer)

async function open() {
  const asked = Object.keys(answers).map((path) => [`POST /api/v1/auth/${path}`, () => answerOf(answers[path])] as const)
  const api = recordingApi({
    ...Object.fromEntries(asked),
    'POST /api/v1/auth/refresh': signedIn(person({ secondFactor: factor })),
    'GET /api/v1/auth/me': () => person({ secondFactor: factor }),
  })
  const page = await renderWithSession(<Page />, api)
  await screen.findByText(/^(Đang bật|Chưa bật)\.$/)
  const sent = () => api.sent.filter(({ line, body }) => body && !line.includes('refresh')).map(({ line, body }) => [line.slice(18), body])
  return { ...page, sent }
}

const press = (name: string, inside: HTMLElement = document.body) => fireEvent.click(within(inside).getByRole('button', { name }))
const fill = (label: RegExp, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })
const heading = () => document.activeElement?.textContent

async function toTheCode() {
  const opened = await open()
  press('Bật lớp xác thực thứ hai')
  fill(/^Mật khẩu đang dùng/, 'mật khẩu')
  press('Tiếp tục')
  await screen.findByLabelText(/^Mã đang hiện trong ứng dụng/)
  return opened
}

test('it is turned on in three steps, each of which has the focus; the codes are shown until they are kept', async () => {
  const { session, sent } = await toTheCode()
  expect(heading()).toBe('Bước 2/3: Nối ứng dụng')
  expect(screen.getByRole('img', { name: 'Mã QR để nối ứng dụng tạo mã' })).toBeDefined()
  expect(screen.getByText('ABCD EFGH IJKL MNOP')).toBeDefined()
  factor = { isOn: true, isRequired: false, recoveryCodes: 2 }
  fill(/^Mã đang hiện/, '123 456')
  press('Bật')
  await screen.findByText('AAAA-BBBB-CCCC-DDDD')
  expect(heading()).toBe('Bước 3/3: Cất mã dự phòng')
  await waitFor(() => expect(session.state()).toMatchObject({ user: { secondFactor: { isOn: true } } }))
  expect(screen.getByText('EEEE-FFFF-GGGG-HHHH')).toBeDefined()
  press('Tôi đã cất các mã này')
  await screen.findByText('Đã bật lớp xác thực thứ hai. Các máy khác phải đăng nhập lại.')
  expect([
    screen.queryByText('AAAA-BBBB-CCCC-DDDD'),
    screen.getByText('Còn 2 mã dự phòng chưa dùng.', { exact: false }).textContent,
  ]).toEqual([null, 'Đang bật. Còn 2 mã dự phòng chưa dùng.'])
  expect(sent()).toEqual([
    ['totp', { password: 'mật khẩu' }],
    ['totp/confirm', { code: '123 456' }],
  ])
})

test('a wrong password and a wrong code are said beside their fields', async () => {
  answers.totp = wrong
  await open()
  press('Bật lớp xác thực thứ hai')
  expect(heading()).toBe('Bước 1/3: Xác nhận là bạn')
  fill(/^Mật khẩu đang dùng/, 'sai')
  press('Tiếp tục')
  await screen.findByText('Mật khẩu không đúng.')
  expect(document.activeElement?.getAttribute('name')).toBe('password')
  answers = { ...answers, totp: offer, 'totp/confirm': wrong }
  press('Tiếp tục')
  fireEvent.input(await screen.findByLabelText(/^Mã đang hiện/), { target: { value: '000000' } })
  press('Bật')
  await screen.findByText(/^Mã không đúng\. Hãy đợi mã tiếp theo/)
  expect(document.activeElement?.getAttribute('name')).toBe('code')
})

test('an offer that counts no more begins again', async () => {
  await toTheCode()
  answers['totp/confirm'] = 409
  fill(/^Mã đang hiện/, '123456')
  press('Bật')
  await screen.findByText('Khoá này không còn hiệu lực. Hãy làm lại từ đầu.')
  expect(screen.getByLabelText(/^Mật khẩu đang dùng/)).toBeDefined()
})

test('whoever cancels is back at the button, and nothing has changed', async () => {
  await toTheCode()
  press('Thôi')
  expect(heading()).toBe('Bật lớp xác thực thứ hai')
})

test('whoever cancels while it is being turned on cancels nothing: the codes are shown', async () => {
  const { promise, resolve } = Promise.withResolvers<object>()
  await toTheCode()
  answers['totp/confirm'] = () => promise
  fill(/^Mã đang hiện/, '123456')
  press('Bật')
  await screen.findByRole('button', { name: 'Đang kiểm tra…' })
  press('Thôi')
  resolve({ recoveryCodes })
  await screen.findByText('AAAA-BBBB-CCCC-DDDD')
})

test('nor does whoever leaves the dialog while new codes are being made', async () => {
  const { promise, resolve } = Promise.withResolvers<object>()
  factor = { isOn: true, isRequired: false, recoveryCodes: 0 }
  answers['recovery-codes'] = () => promise
  await open()
  press('Tạo mã dự phòng mới')
  const dialog = await screen.findByRole('dialog')
  fill(/^Mã xác thực/, '123456')
  press('Tạo mã mới', dialog)
  await waitFor(() => expect(within(dialog).getByRole('button', { name: 'Tạo mã mới' }).ariaDisabled).toBe('true'))
  press('Thôi', dialog)
  fireEvent.keyDown(dialog, { key: 'Escape' })
  expect(screen.queryByRole('dialog')).not.toBeNull()
  resolve({ recoveryCodes })
  await screen.findByText('AAAA-BBBB-CCCC-DDDD')
})

test('recovery codes can be copied and saved as a file that says whose they are', async () => {
  const written = vi.fn(async () => undefined)
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText: written } })
  factor = { isOn: true, isRequired: false, recoveryCodes: 0 }
  const { sent } = await open()
  expect(screen.getByText(/Không còn mã dự phòng nào/)).toBeDefined()
  press('Tạo mã dự phòng mới')
  const dialog = await screen.findByRole('dialog')
  fill(/^Mã xác thực/, '123456')
  press('Tạo mã mới', dialog)
  await screen.findByText('AAAA-BBBB-CCCC-DDDD')
  expect(screen.queryByRole('dialog')).toBeNull()
  press('Chép tất cả')
  await screen.findByText('Đã chép.')
  expect(written).toHaveBeenCalledWith('AAAA-BBBB-CCCC-DDDD\nEEEE-FFFF-GGGG-HHHH')
  press('Tải về (TXT)')
  const [file, name] = vi.mocked(saveFile).mock.calls[0] ?? []
  expect([name, await file?.text()]).toEqual([
    'ma-du-phong.txt',
    'Mã dự phòng của lan@example.gov.vn. Mỗi mã dùng được một lần.\n\nAAAA-BBBB-CCCC-DDDD\nEEEE-FFFF-GGGG-HHHH\n',
  ])
  expect(sent()).toEqual([['recovery-codes', { code: '123456' }]])
})

test('it is turned off by password and code; wrong ones are said, and the dialog stays', async () => {
  factor = { isOn: true, isRequired: false, recoveryCodes: 2 }
  answers['totp/remove'] = wrong
  const { sent } = await open()
  press('Tắt lớp xác thực thứ hai')
  const dialog = await screen.findByRole('dialog')
  press('Tắt', dialog)
  await screen.findByText('Hãy nhập mật khẩu đang dùng.')
  fill(/^Mật khẩu đang dùng/, 'mật khẩu')
  fill(/^Mã xác thực/, '123456')
  press('Tắt', dialog)
  await screen.findByText(/^Mật khẩu hoặc mã không đúng/)
  answers['totp/remove'] = 204
  factor = { isOn: false, isRequired: false, recoveryCodes: 0 }
  press('Tắt', dialog)
  await screen.findByText('Đã tắt lớp xác thực thứ hai.')
  await screen.findByText('Chưa bật.')
  expect(sent()).toEqual([
    ['totp/remove', { password: 'mật khẩu', code: '123456' }],
    ['totp/remove', { password: 'mật khẩu', code: '123456' }],
  ])
})

test('where the site requires it there is no way to turn it off, and why', async () => {
  factor = { isOn: true, isRequired: true, recoveryCodes: 2 }
  await open()
  expect(screen.queryByRole('button', { name: 'Tắt lớp xác thực thứ hai' })).toBeNull()
  expect(screen.getByText(/^Cổng thông tin này bắt buộc vai trò của bạn/)).toBeDefined()
})
