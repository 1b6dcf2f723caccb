import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { problem, recordingApi, renderWithApi } from '../../../test/recording-api.tsx'
import type { NamedItem } from '../../ui/search-choice.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { link, places, userOf } from './test-user.ts'

afterEach(cleanup)

let answer: object
const invited = vi.fn()
const closed = vi.fn()
beforeEach(() => {
  answer = { user: userOf({ name: 'Lê Thị Mới', email: 'moi@example.gov.vn' }), link }
  invited.mockReset()
  closed.mockReset()
})

function open(where: readonly NamedItem[] = places) {
  const api = recordingApi({ 'POST /users': () => answer })
  renderWithApi(<InviteDialog places={where} onInvited={invited} onClose={closed} />, api)
  return api
}

const field = (name: RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name })
const type = (name: RegExp, value: string) => fireEvent.input(field(name), { target: { value } })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const role = (name: RegExp) => fireEvent.click(screen.getByRole('radio', { name }))
const place = (typed: string) => {
  fireEvent.input(screen.getByRole('combobox', { name: 'Ở đâu' }), { target: { value: typed } })
  fireEvent.click(screen.getAllByRole('option')[0] as HTMLElement)
}
const fill = () => {
  type(/^Họ tên/, ' Lê Thị Mới ')
  type(/^Thư điện tử/, 'moi@example.gov.vn')
}

test('the role that is being chosen counts beside those that were added, and the link is shown until it was seen', async () => {
  const api = open()
  fill()
  role(/^Người duyệt đăng/)
  place('noi vu')
  press('Thêm một vai trò nữa')
  expect(within(screen.getByRole('list', { name: 'Các vai trò đã chọn' })).getAllByRole('listitem')).toHaveLength(1)
  role(/^Người kiểm tra/)
  place('toan trang')
  press('Tạo lời mời')
  await screen.findByRole('heading', { name: 'Đã mời Lê Thị Mới' })
  expect(api.changes()).toMatchObject([
    {
      line: 'POST /users',
      body: {
        name: 'Lê Thị Mới',
        email: 'moi@example.gov.vn',
        grants: [
          { role: 'publisher', unitId: 'u1' },
          { role: 'auditor', unitId: null },
        ],
        locale: 'vi',
      },
    },
  ])
  expect(screen.getByLabelText<HTMLInputElement>('Đường dẫn').value).toBe(link.url)
  expect(screen.getByRole('img', { name: 'Mã QR của đường dẫn' })).toBeDefined()
  expect(screen.getByText(/^Cổng thông tin này chưa gửi được thư/)).toBeDefined()
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' })
  expect([closed.mock.calls, invited.mock.calls]).toEqual([[], []])
  press('Xong')
  expect(invited).toHaveBeenCalledOnce()
})

test('whoever leaves while it is being made leaves nothing: the link is shown', async () => {
  const { promise, resolve } = Promise.withResolvers<object>()
  const made = answer
  answer = promise
  open()
  fill()
  place('noi vu')
  press('Tạo lời mời')
  await screen.findByRole('button', { name: 'Đang tạo…' })
  press('Thôi')
  fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' })
  expect(closed).not.toHaveBeenCalled()
  resolve(made)
  expect((await screen.findByLabelText<HTMLInputElement>('Đường dẫn')).value).toBe(link.url)
})

test('whether the link is mailed too is said', async () => {
  answer = { user: userOf({ email: 'moi@example.gov.vn' }), link: { ...link, isMailed: true } }
  open()
  fill()
  place('noi vu')
  press('Tạo lời mời')
  await screen.findByText('Đường dẫn cũng đang được gửi đến moi@example.gov.vn.')
})

test('what is missing is said at its field and nothing is sent; a role over the whole site is never given unasked', () => {
  const api = open([{ id: 'site', name: 'Toàn trang' }])
  press('Tạo lời mời')
  expect([
    screen.getByText('Hãy ghi họ tên.'),
    screen.getByText('Hãy ghi một địa chỉ thư, như lien@example.gov.vn.'),
    screen.getByText('Hãy chọn một đơn vị, hoặc toàn trang.'),
  ]).toHaveLength(3)
  expect(document.activeElement).toBe(field(/^Họ tên/))
  fill()
  press('Tạo lời mời')
  expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Ở đâu' }))
  expect(api.sent).toEqual([])
})

test('who administers one unit only gives roles there, without choosing', async () => {
  const api = open([{ id: 'u1', name: 'Sở Nội vụ' }])
  fill()
  press('Thêm một vai trò nữa')
  press('Thêm một vai trò nữa')
  expect(screen.getByText('Người này đã có vai trò ấy ở đây.')).toBeDefined()
  role(/^Biên tập viên/)
  press('Bỏ Phóng viên, Sở Nội vụ')
  press('Tạo lời mời')
  await screen.findByRole('button', { name: 'Xong' })
  expect(api.changes()).toMatchObject([{ body: { grants: [{ role: 'editor', unitId: 'u1' }] } }])
})

test('an e-mail that another account has is said at its field, a refusal above, and everything stays filled in', async () => {
  open()
  fill()
  place('noi vu')
  answer = problem({ status: 409, errors: [{ in: 'body', pointer: '/email', code: 'email_taken', message: '' }] })
  press('Tạo lời mời')
  await screen.findByText('Đã có tài khoản với thư điện tử này.')
  expect(document.activeElement).toBe(field(/^Thư điện tử/))
  answer = problem({ status: 403 })
  press('Tạo lời mời')
  await screen.findByText('Bạn không trao được vai trò này ở nơi đã chọn.')
  answer = problem({ status: 503 })
  press('Tạo lời mời')
  await screen.findByText('Chưa tạo được lời mời. Hãy thử lại.')
  expect([field(/^Họ tên/).value, screen.getByText('Sở Nội vụ').tagName]).toEqual([' Lê Thị Mới ', 'STRONG'])
})
