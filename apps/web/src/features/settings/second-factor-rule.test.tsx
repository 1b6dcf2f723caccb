import type { Settings } from '@bantin/shared/settings'
import { useQuery } from '@tanstack/react-query'
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { problem, recordingApi, renderWithApi } from '../../../test/recording-api.tsx'
import { SecondFactorRule } from './second-factor-rule.tsx'
import { settingsQuery } from './settings.api.ts'

afterEach(cleanup)

let stored: Settings
let refusal: Response | null
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
  refusal = null
})

function Page({ mayChange, isOwnOn }: { mayChange: boolean; isOwnOn: boolean }) {
  const { data } = useQuery(settingsQuery())
  if (!data) return null
  return <SecondFactorRule settings={data} mayChange={mayChange} isOwnOn={isOwnOn} ownAccount={(text) => <a href="/tai-khoan">{text}</a>} />
}

async function open({ mayChange = true, isOwnOn = true } = {}) {
  const api = recordingApi({
    'GET /settings': () => stored,
    'GET /audit?action=settings.change&limit=1&entity=site': {
      data: [{ actor: { id: 'u2', name: 'Trần Minh' }, at: '2026-08-01T10:32:00+07:00' }],
      page: { next: null },
    },
    'PATCH /settings': () => {
      if (refusal) return refusal
      stored = { ...stored, ...(api.changes().at(-1)?.body as Partial<Settings>), version: stored.version + 1 }
      return stored
    },
  })
  renderWithApi(<Page mayChange={mayChange} isOwnOn={isOwnOn} />, api)
  await screen.findByRole('heading')
  return api
}

const rule = () => screen.getByRole<HTMLInputElement>('switch', { hidden: true })
const confirm = (name: string) => fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name }))

test('it is turned on after a question that says what it means, and off again', async () => {
  const api = await open()
  fireEvent.click(rule())
  expect([screen.getByText(/^Có hiệu lực ngay\./), rule().checked, api.changes()]).toEqual([expect.anything(), false, []])
  confirm('Bắt buộc từ bây giờ')
  await screen.findByText('Từ giờ người duyệt đăng và quản trị phải có lớp xác thực thứ hai.')
  expect(rule().checked).toBe(true)
  fireEvent.click(rule())
  confirm('Thôi bắt buộc')
  await screen.findByText('Lớp xác thực thứ hai không còn bắt buộc.')
  expect(api.changes().map(({ version, body }) => [version, body])).toEqual([
    ['"3"', { secondFactorRequired: true }],
    ['"4"', { secondFactorRequired: false }],
  ])
})

test('an administrator without a second factor is told to turn his own on first', async () => {
  await open({ isOwnOn: false })
  expect([rule().disabled, screen.getByRole('link').getAttribute('href')]).toEqual([true, '/tai-khoan'])
  expect(document.getElementById(rule().getAttribute('aria-describedby') ?? '')?.textContent).toContain('trước hết bạn phải bật')
})

test('when somebody else was faster nothing is done, and who it was is said', async () => {
  await open()
  refusal = problem({ status: 412 })
  fireEvent.click(rule())
  confirm('Bắt buộc từ bây giờ')
  await screen.findByText(/^Trần Minh đã đổi quy trình lúc 10:32, 01\/08\/2026\. Lựa chọn của bạn chưa được lưu/)
  expect(rule().checked).toBe(false)
})

test('whoever may only read it is told what holds', async () => {
  await open({ mayChange: false })
  expect([screen.getByText('Không bắt buộc lớp xác thực thứ hai'), screen.queryByRole('switch')]).toEqual([expect.anything(), null])
})
