import type { Session, TrustedDevice } from '@bantin/shared/auth'
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { recordingApi, renderWithApi } from '../../../test/recording-api.tsx'
import { person } from '../../../test/with-session.tsx'
import { Sessions } from './sessions.tsx'
import { TrustedDevices } from './trusted-devices.tsx'

afterEach(cleanup)

const session = (id: string, part: Partial<Session> = {}): Session => ({
  id,
  device: 'Firefox · Windows',
  address: '203.0.113.7',
  createdAt: '2026-08-01T07:05:00+07:00',
  lastUsedAt: '2026-08-02T10:32:00+07:00',
  isCurrent: false,
  ...part,
})
const phone: TrustedDevice = {
  id: 'd1',
  device: null,
  createdAt: '2026-08-01T07:05:00+07:00',
  expiresAt: '2026-08-31T07:05:00+07:00',
}
const withFactor = person({ secondFactor: { isOn: true, isRequired: false, recoveryCodes: 2 } })
const press = (name: string, inside: HTMLElement = document.body) => fireEvent.click(within(inside).getByRole('button', { name }))
const confirm = async (name: string) => press(name, await screen.findByRole('dialog'))

test('each session says where and when; this one is named and cannot be ended here, another is ended after a question', async () => {
  let listed = [session('s1', { isCurrent: true }), session('s2', { device: null, address: null })]
  const api = recordingApi({
    'GET /api/v1/auth/sessions': () => ({ data: listed }),
    'DELETE /api/v1/auth/sessions/s2': () => {
      listed = listed.slice(0, 1)
      return 204
    },
  })
  renderWithApi(<Sessions />, api)
  expect((await screen.findAllByRole('listitem')).map((item) => item.querySelector('div')?.textContent)).toEqual([
    'Firefox · Windows Máy này203.0.113.7 · đăng nhập 07:05, 01/08/2026 · dùng lần cuối 10:32, 02/08/2026',
    'Thiết bị không rõ không rõ địa chỉ · đăng nhập 07:05, 01/08/2026 · dùng lần cuối 10:32, 02/08/2026',
  ])
  expect(screen.queryByRole('button', { name: 'Kết thúc mọi phiên khác' })).toBeNull()
  press('Kết thúc phiên trên Thiết bị không rõ, đăng nhập 07:05, 01/08/2026')
  await confirm('Kết thúc')
  await screen.findByText('Đã kết thúc phiên.')
  expect(screen.getAllByRole('listitem')).toHaveLength(1)
  expect(api.changes().map(({ line }) => line)).toEqual(['DELETE /api/v1/auth/sessions/s2'])
})

test('all others are ended at once', async () => {
  let listed = [session('s1', { isCurrent: true }), session('s2'), session('s3')]
  const api = recordingApi({
    'GET /api/v1/auth/sessions': () => ({ data: listed }),
    'DELETE /api/v1/auth/sessions': () => {
      listed = listed.slice(0, 1)
      return 204
    },
  })
  renderWithApi(<Sessions />, api)
  await screen.findAllByRole('listitem')
  press('Kết thúc mọi phiên khác')
  await confirm('Kết thúc mọi phiên khác')
  await screen.findByText('Đã kết thúc mọi phiên khác.')
  expect(screen.getAllByRole('listitem')).toHaveLength(1)
})

test('a failure to end one is said, a list that cannot be read is asked for again', async () => {
  let isThere = false
  const api = recordingApi({
    'GET /api/v1/auth/sessions': () => (isThere ? { data: [session('s1', { isCurrent: true }), session('s2')] } : 400),
    'DELETE /api/v1/auth/sessions/s2': 503,
  })
  renderWithApi(<Sessions />, api)
  fireEvent.click(await screen.findByRole('button', { name: 'Thử lại' }))
  isThere = true
  fireEvent.click(await screen.findByRole('button', { name: 'Thử lại' }))
  await screen.findAllByRole('listitem')
  press('Kết thúc phiên trên Firefox · Windows, đăng nhập 07:05, 01/08/2026')
  await confirm('Kết thúc')
  await screen.findByText(/^Máy chủ đang bận/)
  expect(screen.getAllByRole('listitem')).toHaveLength(2)
})

test('a device is trusted until a day, and no more after a question', async () => {
  let listed = [phone]
  const api = recordingApi({
    'GET /api/v1/auth/trusted-devices': () => ({ data: listed }),
    'DELETE /api/v1/auth/trusted-devices/d1': () => {
      listed = []
      return 204
    },
  })
  renderWithApi(<TrustedDevices me={withFactor} />, api)
  await screen.findByText('tin cậy từ 07:05, 01/08/2026 · đến 31/08/2026')
  press('Thôi tin cậy Thiết bị không rõ, tin cậy từ 07:05, 01/08/2026')
  await confirm('Thôi tin cậy')
  await screen.findByText('Thiết bị ấy không còn được tin cậy.')
  await screen.findByText(/^Chưa có thiết bị tin cậy nào/)
})

test('without a second factor the list says that it is of no use yet', async () => {
  renderWithApi(<TrustedDevices me={person()} />, recordingApi({ 'GET /api/v1/auth/trusted-devices': { data: [] } }))
  await screen.findByText('Chỉ có tác dụng khi đang bật lớp xác thực thứ hai.')
})
