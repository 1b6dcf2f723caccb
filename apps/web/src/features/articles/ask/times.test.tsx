import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openForm, press } from '../form/test-desk.tsx'
import { createServer, refusal, type TestServer } from '../form/test-server.ts'

beforeEach(() => localStorage.clear())
afterEach(cleanup)

const dialog = () => within(screen.getByRole('dialog'))
const answer = (name: string) => fireEvent.click(dialog().getByRole('button', { name }))
const fill = (label: string | RegExp, value: string) => fireEvent.input(dialog().getByLabelText(label), { target: { value } })
const bodies = (server: TestServer) => server.sent.map(({ body }) => body)
const draft = { sapo: 'Một câu.' }
const published = { ...draft, publicState: 'published', edition: 1, publishedAt: '2021-12-28T07:00:00+07:00' } as const

describe('scheduling', () => {
  test('proposes seven in the morning and sends the time of the site with its offset, whatever the zone of the device', async () => {
    const server = createServer(draft)
    openForm(server)
    press('Hẹn giờ')
    expect(dialog().getByLabelText<HTMLInputElement>('Giờ đăng').value).toBe('07:00')
    fill('Ngày đăng', '2031-11-27')
    fill('Giờ đăng', '06:30')
    answer('Hẹn giờ')
    await screen.findByText('Đã hẹn giờ đăng: 07:00, 27/11/2031.')
    expect(bodies(server)).toEqual([{ at: '2031-11-27T06:30:00+07:00' }])
  })

  test('refuses a time that has passed or is not whole, at its field', async () => {
    const server = createServer(draft)
    openForm(server)
    press('Hẹn giờ')
    fill('Ngày đăng', '2021-11-27')
    answer('Hẹn giờ')
    await dialog().findByText('Hãy chọn một giờ chưa tới.')
    expect(document.activeElement).toBe(dialog().getByLabelText('Ngày đăng'))
    fill('Giờ đăng', '')
    answer('Hẹn giờ')
    await dialog().findByText('Hãy chọn cả ngày và giờ.')
    expect(server.sent).toEqual([])
  })

  test('with a withdrawal needs its reason and a time after the publication, and sends both', async () => {
    const server = createServer(draft)
    openForm(server)
    press('Hẹn giờ')
    fill('Ngày đăng', '2031-11-27')
    fill('Ngày thu hồi', '2031-11-26')
    fill('Giờ thu hồi', '17:00')
    answer('Hẹn giờ')
    await dialog().findByText('Giờ thu hồi phải sau giờ đăng.')
    expect(dialog().getByText('Hãy ghi lý do.')).toBeTruthy()
    fill('Ngày thu hồi', '2031-12-31')
    fill('Lý do thu hồi', 'Hết hạn.')
    answer('Hẹn giờ')
    await screen.findByText(/^Đã hẹn giờ đăng/)
    expect(bodies(server)).toEqual([{ at: '2031-11-27T07:00:00+07:00', until: '2031-12-31T17:00:00+07:00', untilReason: 'Hết hạn.' }])
  })

  test('of a further edition asks what it is', async () => {
    const server = createServer(published)
    openForm(server)
    press('Hẹn giờ')
    answer('Hẹn giờ')
    await dialog().findByText('Hãy chọn đây là loại bản sửa nào.')
    fireEvent.click(dialog().getByRole('radio', { name: /^Cập nhật/ }))
    fill(/^Ghi chú của lần cập nhật/, 'Thêm số liệu')
    fill('Ngày đăng', '2031-11-27')
    answer('Hẹn giờ')
    await screen.findByText(/^Đã hẹn giờ đăng/)
    expect(bodies(server)).toEqual([{ kind: 'major', note: 'Thêm số liệu', at: '2031-11-27T07:00:00+07:00' }])
  })

  test('is taken back at one press, and the text can be changed again', async () => {
    const schedule = { at: '2031-11-27T07:00:00+07:00', by: 'Minh Châu', failures: 0 }
    openForm(createServer({ ...draft, workState: 'scheduled', publishAt: schedule.at, schedule, isApproved: true }))
    expect(screen.getByText('Bài hẹn giờ đăng lúc 07:00, 27/11/2031, do Minh Châu hẹn.')).toBeTruthy()
    expect(screen.queryByRole('textbox')).toBeNull()
    press('Bỏ hẹn giờ')
    await screen.findByText(/^Đã bỏ hẹn giờ lúc/)
    expect(screen.getAllByRole('textbox').length).toBeGreaterThan(2)
  })

  test('is for others to take back where the role does not reach: whom to ask is said', () => {
    const schedule = { at: '2031-11-27T07:00:00+07:00', by: null, failures: 0, until: '2031-12-31T10:00:00Z', untilReason: 'Hết hạn.' }
    const server = createServer({ ...draft, workState: 'scheduled', publishAt: schedule.at, schedule })
    openForm(server, false, { userId: 'lan', grants: [{ role: 'reporter', unitId: 'office' }] })
    expect(screen.getByText('Muốn sửa bài, hãy nhờ người duyệt đăng bỏ hẹn giờ.')).toBeTruthy()
    expect(screen.getByText('Sau đó bài được thu hồi lúc 17:00, 31/12/2031. Lý do: Hết hạn.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Bỏ hẹn giờ' })).toBeNull()
  })

  test('that is overdue says so, and how often it was tried', () => {
    const schedule = { at: '2021-11-27T07:00:00+07:00', by: null, failures: 3 }
    openForm(createServer({ ...draft, workState: 'scheduled', publishAt: schedule.at, schedule }))
    expect(screen.getByText('Quá giờ hẹn: lẽ ra bài đã đăng lúc 07:00, 27/11/2021.')).toBeTruthy()
    expect(screen.getByText('Hệ thống đã thử 3 lần mà chưa đăng được.')).toBeTruthy()
  })
})

describe('a first publication', () => {
  test('may have a day in the past, which then begins it, and none in the future', async () => {
    const server = createServer(draft)
    openForm(server)
    press('Đăng')
    fill('Ngày đăng lần đầu', '2031-01-01')
    answer('Đăng')
    await dialog().findByText('Hãy chọn một ngày đã qua.')
    fill('Ngày đăng lần đầu', '2019-09-02')
    answer('Đăng')
    await screen.findByText(/^Đã đăng lúc/)
    expect(bodies(server)).toEqual([{ firstPublishedAt: '2019-09-02T00:00:00+07:00' }])
  })

  test('by force says why, and stays open with the reasons when the API finds more', async () => {
    const server = createServer({ ...draft, policy: 'review' })
    openForm(server)
    press('Đăng trước, duyệt sau')
    answer('Đăng trước, duyệt sau')
    await dialog().findByText('Hãy ghi vì sao không chờ được.')
    fill(/^Vì sao không chờ được/, 'Bão đổ bộ đêm nay.')
    const errors = [{ in: 'body', pointer: '/body', code: 'missing', message: '' }]
    server.next = () => Promise.resolve(refusal(422, 'not_publishable', { errors }))
    answer('Đăng trước, duyệt sau')
    await dialog().findByText('Bài chưa đủ để đăng: chưa có nội dung hoặc sapo.')
    answer('Đăng trước, duyệt sau')
    await screen.findByText(/^Đã đăng lúc/)
    expect(bodies(server)).toEqual([
      { force: true, note: 'Bão đổ bộ đêm nay.' },
      { force: true, note: 'Bão đổ bộ đêm nay.' },
    ])
  })
})

test('a minor edition that needs nobody else goes out with one question', async () => {
  const server = createServer({ ...published, policy: 'strict', minorDirect: true, workState: 'none' })
  openForm(server)
  fireEvent.input(screen.getByRole('textbox', { name: /^Sapo/ }), { target: { value: 'Sapo đã sửa chính tả.' } })
  press('Đăng sửa nhỏ')
  answer('Đăng sửa nhỏ')
  await screen.findByText(/^Đã đăng lúc/)
  expect(bodies(server)).toEqual([{ sapo: 'Sapo đã sửa chính tả.' }, { kind: 'minor' }])
})
