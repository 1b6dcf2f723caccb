import type { Alert } from '@bantin/shared/alerts'
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { problem, recordingApi, renderWithApi } from '../../../test/recording-api.tsx'
import { AlertDialog } from './alert-dialog.tsx'
import { AlertList } from './alert-list.tsx'

afterEach(cleanup)

const stored: Alert = {
  id: 'n1',
  version: 2,
  level: 'danger',
  text: 'Bão số 9',
  url: null,
  from: null,
  until: '2999-01-01T23:59:00+07:00',
  state: 'shown',
}
const saved = vi.fn()
let answer: object
beforeEach(() => {
  saved.mockReset()
  answer = stored
})

function open(alert: Alert | null) {
  const api = recordingApi({
    'POST /alerts': () => answer,
    'PATCH /alerts/n1': () => answer,
    'GET /alerts/n1': { ...stored, version: 5, text: 'Bão đã tan' },
  })
  renderWithApi(<AlertDialog alert={alert} timeZone="Asia/Ho_Chi_Minh" onSaved={saved} onClose={() => undefined} />, api)
  return api
}

const text = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Nội dung/ })
const fill = (label: RegExp | string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

test('an alert is put up with its level, its page and its time by the clock of the portal', async () => {
  const api = open(null)
  fireEvent.click(screen.getByRole('radio', { name: /^Khẩn cấp/ }))
  fill(/^Nội dung/, ' Nước lên\nnhanh ')
  fill(/^Bấm vào thì mở/, '/bai-viet/lu')
  fill('Hiện đến ngày', '2999-02-01')
  press('Đăng thông báo')
  await vi.waitFor(() => expect(saved).toHaveBeenCalled())
  expect(api.changes()).toMatchObject([
    {
      line: 'POST /alerts',
      body: { level: 'danger', text: 'Nước lên nhanh', url: '/bai-viet/lu', from: null, until: '2999-02-01T23:59:00+07:00' },
    },
  ])
})

test('what is missing or wrong is said at its field, the first of them has the focus, and nothing is sent', () => {
  const api = open(null)
  fill(/^Bấm vào thì mở/, 'lien-he')
  fill('Hiện đến ngày', '2020-01-01')
  press('Đăng thông báo')
  for (const said of ['Hãy ghi nội dung.', /^Địa chỉ phải bắt đầu/, /^Lúc kết thúc phải ở phía trước/]) {
    expect(screen.getByText(said)).toBeTruthy()
  }
  expect([document.activeElement, api.changes()]).toEqual([text(), []])
})

test('whoever was slower is told what it says now, and keeps what he wrote for the next try', async () => {
  const api = open(stored)
  fill(/^Nội dung/, 'Bão đổi hướng')
  answer = problem({ status: 412 })
  press('Lưu')
  await screen.findByText(/hiện là: “Bão đã tan”/)
  expect(text().value).toBe('Bão đổi hướng')
  answer = stored
  press('Lưu')
  await vi.waitFor(() => expect(saved).toHaveBeenCalled())
  expect(api.changes().map(({ version }) => version)).toEqual(['"2"', '"5"'])
})

test('one that has ended is put up again for another time', () => {
  open({ ...stored, state: 'ended', until: '2020-01-01T00:00:00+07:00' })
  expect([text().value, screen.getByLabelText<HTMLInputElement>('Hiện đến ngày').value]).toEqual(['Bão số 9', ''])
})

test('the list says of each how long it stands there, asks before taking down, and keeps those that have ended apart', () => {
  const end = vi.fn()
  const planned: Alert = { ...stored, id: 'n2', state: 'planned', level: 'info', text: 'Cúp điện', from: '2998-01-01T00:00:00+07:00' }
  const ended: Alert = { ...stored, id: 'n3', state: 'ended', text: 'Đã qua' }
  renderWithApi(<AlertList alerts={[stored, planned, ended]} actions={{ edit: () => undefined, end }} />, recordingApi({}))
  expect(screen.getByText('Đang hiện, đến 23:59, 01/01/2999')).toBeTruthy()
  expect(screen.getByText(/^Sẽ hiện từ 00:00, 01\/01\/2998 đến/)).toBeTruthy()
  expect(screen.getByText('Đã kết thúc (1)').closest('details')?.textContent).toContain('Đã qua')
  press('Gỡ xuống: Bão số 9')
  expect(end).not.toHaveBeenCalled()
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Gỡ xuống ngay' }))
  expect(end.mock.calls).toEqual([[stored]])
})

test('whoever may only look is offered nothing; with no alert it says so', () => {
  const { show } = renderWithApi(<AlertList alerts={[stored]} actions={null} />, recordingApi({}))
  expect(screen.queryByRole('button')).toBeNull()
  show(<AlertList alerts={[]} actions={null} />)
  expect(screen.getByText('Hiện không có thông báo nào trên trang.')).toBeTruthy()
})
