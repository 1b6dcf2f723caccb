import type { SiteIdentity } from '@bantin/shared/site-identity'
import { useQuery } from '@tanstack/react-query'
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { problem, recordingApi, renderWithApi } from '../../../test/recording-api.tsx'
import { identityQuery } from './identity.api.ts'
import { IdentityForm } from './identity-form.tsx'

afterEach(cleanup)

let stored: SiteIdentity
let refusal: Response | null
beforeEach(() => {
  stored = {
    name: 'Cổng tỉnh',
    shortName: null,
    responsiblePerson: 'Ông A',
    licence: null,
    reuse: null,
    logoMediaId: null,
    menus: [{ name: 'footer', items: [1, 2].map((n) => ({ name: `Mục ${n}`, url: `/muc-${n}` })) }],
    contacts: { address: 'Số 1', phone: null, email: 'a@example.test' },
    version: 3,
  }
  refusal = null
})

const sections = [{ name: 'Thời sự', url: '/chuyen-muc/thoi-su' }]

function Page() {
  const { data } = useQuery(identityQuery())
  if (!data) return null
  return (
    <IdentityForm
      identity={data}
      picture={(id) => <img src={`/${id}`} alt={id} />}
      pick={() => Promise.resolve('m1')}
      sections={sections}
    />
  )
}

async function open() {
  const api = recordingApi({
    'GET /site': () => stored,
    'PATCH /site': () => {
      if (refusal) return refusal
      const patch = api.changes().at(-1)?.body as Partial<SiteIdentity>
      stored = { ...stored, ...patch, contacts: { ...stored.contacts, ...patch.contacts }, version: stored.version + 1 }
      return stored
    },
  })
  renderWithApi(<Page />, api)
  await screen.findByLabelText(/^Tên cổng/)
  return api
}

const fill = (label: RegExp | string, value: string): void => {
  const field = screen.getByLabelText(label)
  fireEvent.input(field, { target: { value } })
  fireEvent.blur(field)
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const footer = () => within(screen.getByRole('group', { name: 'Liên kết chân trang' }))
const main = () => within(screen.getByRole('group', { name: 'Trình đơn chính' }))

test('only what was changed is sent, over what was read; a cleared line is none', async () => {
  const api = await open()
  expect(screen.queryByRole('button', { name: 'Lưu thay đổi' })).toBeNull()
  fill(/^Tên cổng/, 'Cổng xã')
  fill('Người chịu trách nhiệm nội dung', '')
  fill('Điện thoại', '0235 1')
  press('Lưu thay đổi')
  await screen.findByText(/^Đã lưu/)
  const contacts = { address: 'Số 1', phone: '0235 1', email: 'a@example.test' }
  expect(api.changes().map(({ version, body }) => [version, body])).toEqual([
    ['"3"', { name: 'Cổng xã', responsiblePerson: null, contacts }],
  ])
  expect(screen.queryByRole('button', { name: 'Lưu thay đổi' })).toBeNull()
})

test('menus are put in order, begun with the sections, and sent whole; an entry that nothing is written in is left out', async () => {
  const api = await open()
  fireEvent.click(main().getByRole('button', { name: 'Bắt đầu từ các chuyên mục' }))
  fireEvent.click(footer().getByRole('button', { name: 'Chuyển xuống: Mục 1' }))
  fireEvent.click(footer().getByRole('button', { name: 'Thêm mục' }))
  expect(footer().getAllByLabelText('Chữ hiện ra').at(-1)).toBe(document.activeElement)
  press('Lưu thay đổi')
  await screen.findByText(/^Đã lưu/)
  expect(api.changes()[0]?.body).toEqual({
    menus: [
      { name: 'main', items: sections },
      { name: 'footer', items: [2, 1].map((n) => ({ name: `Mục ${n}`, url: `/muc-${n}` })) },
    ],
  })
})

test('what is typed in an entry goes with it when it is moved, and removing it gives the focus to the next', async () => {
  const api = await open()
  const [first] = footer().getAllByLabelText('Dẫn đến') as [HTMLInputElement]
  fireEvent.input(first, { target: { value: 'https://chinhphu.vn/' } })
  fireEvent.click(footer().getByRole('button', { name: 'Chuyển xuống: Mục 1' }))
  fireEvent.click(footer().getByRole('button', { name: 'Bỏ: Mục 2' }))
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Bỏ: Mục 1')
  press('Lưu thay đổi')
  await screen.findByText(/^Đã lưu/)
  expect(api.changes()[0]?.body).toEqual({ menus: [{ name: 'footer', items: [{ name: 'Mục 1', url: 'https://chinhphu.vn/' }] }] })
})

test('what is wrong is said at its field, the first has the focus, and nothing is sent', async () => {
  const api = await open()
  fill(/^Tên cổng/, ' ')
  fill('Thư điện tử', 'a')
  const [, second] = footer().getAllByLabelText('Dẫn đến') as [HTMLInputElement, HTMLInputElement]
  fireEvent.input(second, { target: { value: 'muc-2' } })
  press('Lưu thay đổi')
  for (const said of ['Cổng phải có tên.', /^Đây chưa phải/, /^Địa chỉ phải bắt đầu/]) expect(screen.getByText(said)).toBeTruthy()
  expect([document.activeElement, api.changes()]).toEqual([screen.getByLabelText(/^Tên cổng/), []])
})

test('a logo is chosen from the library, and taken off again', async () => {
  const api = await open()
  await act(async () => press('Chọn ảnh trong thư viện'))
  expect(screen.getByRole('img', { name: 'm1' })).toBeTruthy()
  press('Lưu thay đổi')
  await screen.findByText(/^Đã lưu/)
  press('Bỏ logo')
  expect(document.activeElement?.textContent).toBe('Chọn ảnh trong thư viện')
  press('Lưu thay đổi')
  await screen.findByText(/^Đã lưu/)
  expect(api.changes().map(({ body }) => body)).toEqual([{ logoMediaId: 'm1' }, { logoMediaId: null }])
})

test('whoever was slower is told what was changed; what he typed stays, and goes over it without undoing the rest', async () => {
  const api = await open()
  fill('Giấy phép', 'Số 1/GP')
  refusal = problem({ status: 412 })
  stored = { ...stored, name: 'Cổng mới', version: 9 }
  press('Lưu thay đổi')
  await screen.findByText(/^Người khác vừa đổi tên cổng,/)
  expect(screen.getByLabelText<HTMLInputElement>('Giấy phép').value).toBe('Số 1/GP')
  refusal = null
  press('Lưu thay đổi')
  await screen.findByText(/^Đã lưu/)
  expect(api.changes().at(-1)).toMatchObject({ version: '"9"', body: { licence: 'Số 1/GP' } })
  expect(screen.getByLabelText<HTMLInputElement>(/^Tên cổng/).value).toBe('Cổng mới')
})
