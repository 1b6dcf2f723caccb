import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { problem, recordingApi, renderWithApi } from '../../../test/recording-api.tsx'
import { MediaPicker, type MediaPickerProps } from './media-picker.tsx'
import { idOf, page, pictureOf } from './test-media.ts'

afterEach(cleanup)

const done = vi.fn()
beforeEach(() => done.mockReset())

const pictures = [1, 2, 3].map((n) => pictureOf({ id: idOf(n), alt: `Ảnh số ${n}` }))
const list = 'GET /media?kind=picture&limit=40'

async function open(part: Partial<MediaPickerProps> = {}, answers: Parameters<typeof recordingApi>[0] = {}) {
  const api = recordingApi({ [list]: page(pictures), ...answers })
  renderWithApi(<MediaPicker kind="picture" many={false} unitId="u1" onDone={done} {...part} />, api)
  await screen.findByText('Ảnh số 1')
  return api
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const upload = (...names: string[]) => {
  const files = names.map((name) => new File(['x'], name, { type: 'image/png' }))
  fireEvent.change(document.querySelector('input[type="file"]') as HTMLInputElement, { target: { files } })
}
const chosen = () => (done.mock.calls[0]?.[0] as { id: string }[] | undefined)?.map(({ id }) => id)

test('several are chosen in the order in which they were pressed', async () => {
  await open({ many: true })
  press('Dùng tệp đã chọn')
  expect(screen.getByText('Hãy chọn ít nhất một tệp.')).toBeDefined()
  for (const name of ['Ảnh số 3', 'Ảnh số 1', 'Ảnh số 2', 'Ảnh số 1']) fireEvent.click(screen.getByRole('checkbox', { name }))
  press('Dùng 2 tệp đã chọn')
  expect(chosen()).toEqual([idOf(3), idOf(2)])
})

test('what is brought in is chosen at once, for the unit of the article', async () => {
  const added = pictureOf({ id: idOf(9), originalName: 'Moi.png' })
  const api = await open({}, { 'POST /media?unitId=u1': added })
  fireEvent.click(screen.getByRole('radio', { name: 'Ảnh số 1' }))
  upload('Moi.png')
  await screen.findByText('Đã có trong thư viện')
  expect(api.changes()).toMatchObject([{ body: ['Moi.png'] }])
  press('Dùng tệp này')
  expect(chosen()).toEqual([idOf(9)])
})

test('several that are brought in stand in the order of the files, whichever comes in first', async () => {
  const [first, second] = [8, 9].map((n) => pictureOf({ id: idOf(n), originalName: `${n}.png` }))
  let goOn: () => void = () => undefined
  const slow = new Promise<void>((resolve) => {
    goOn = resolve
  })
  let asked = 0
  await open({ many: true }, { 'POST /media?unitId=u1': () => (asked++ === 0 ? slow.then(() => first) : second) })
  upload('8.png', '9.png')
  await screen.findByText('Đã tải xong 1 trên 2 tệp.')
  goOn()
  await screen.findByText('Đã tải xong 2 trên 2 tệp.')
  press('Dùng 2 tệp đã chọn')
  expect(chosen()).toEqual([idOf(8), idOf(9)])
})

test('what is refused is said with its name, and what to do about it; the others come in', async () => {
  let asked = 0
  const added = pictureOf({ id: idOf(9), originalName: 'Duoc.png' })
  await open({ many: true }, { 'POST /media?unitId=u1': () => (asked++ === 0 ? problem({ status: 415 }) : added) })
  upload('IMG_2.HEIC', 'Duoc.png')
  expect((await screen.findByText(/^Ảnh HEIC của iPhone/)).closest('li')?.textContent).toContain('IMG_2.HEIC')
  await screen.findByText('Đã tải xong 1 trên 2 tệp. 1 tệp không nhận được.')
  press('Thử lại: IMG_2.HEIC')
  await screen.findByText('Đã tải xong 2 trên 2 tệp.')
})

test('the library is searched while it is typed, and left with nothing', async () => {
  const api = await open({}, { 'GET /media?kind=picture&q=thi+dua&limit=40': page([]) })
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'thi dua' } })
  await screen.findByText('Không có tệp nào khớp.')
  expect(api.sent.filter(({ line }) => line.includes('q='))).toHaveLength(1)
  press('Thôi')
  await waitFor(() => expect(done).toHaveBeenCalledWith([]))
})
