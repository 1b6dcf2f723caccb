import type { MediaItem } from '@bantin/shared/media'
import { useQuery } from '@tanstack/react-query'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { problem, recordingApi, renderWithApi } from '../../../test/recording-api.tsx'
import { SaidLine, useSaid } from '../../ui/said-line.tsx'
import { DeleteMedia } from './delete-media.tsx'
import { DescribeForm } from './describe-form.tsx'
import type { SizedPicture } from './frame.ts'
import { FrameEditor } from './frame-editor.tsx'
import { mediaItemQuery } from './media.api.ts'
import { MediaUses } from './media-uses.tsx'
import { idOf, page, pictureOf } from './test-media.ts'

afterEach(cleanup)

/** The file as the server has it. */
let stored: MediaItem
beforeEach(() => {
  stored = pictureOf({ alt: 'Toàn cảnh hội nghị' })
})

const deleted = vi.fn()
const line = `/media/${idOf(1)}`

function Opened() {
  const saying = useSaid()
  const item = useQuery(mediaItemQuery(idOf(1))).data
  if (!item) return null
  return (
    <>
      <SaidLine {...saying} />
      <DescribeForm item={item} saying={saying} />
      <FrameEditor item={item as SizedPicture} saying={saying} />
      <DeleteMedia item={item} saying={saying} onDeleted={deleted} />
      <MediaUses id={item.id} articleLink={(id, title) => <a href={id}>{title}</a>} />
    </>
  )
}

async function open(answers: Parameters<typeof recordingApi>[0] = {}) {
  const api = recordingApi({
    [`GET /media?ids=${idOf(1)}`]: () => page([stored]),
    [`GET ${line}/uses`]: { data: [], others: 0, isLogo: false, people: [] },
    [`PATCH ${line}`]: () => answerPatch(api),
    ...answers,
  })
  const shown = renderWithApi(<Opened />, api)
  await screen.findByRole('textbox', { name: /^Mô tả ảnh/ })
  return { ...api, ...shown }
}

function answerPatch({ sent }: ReturnType<typeof recordingApi>): object {
  const { version, body } = sent.at(-1) ?? {}
  if (version !== `"${stored.version}"`) return problem({ status: 412 })
  stored = { ...stored, ...(body as Partial<MediaItem>), version: stored.version + 1 }
  return stored
}

const field = (name: RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name })
const type = (name: RegExp, value: string) => fireEvent.input(field(name), { target: { value } })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const change = (part: Partial<MediaItem>) => {
  stored = { ...stored, ...part, version: stored.version + 1 }
}

describe('what is said of a file', () => {
  test('is saved as far as it was changed, onto the version that was read', async () => {
    const { changes } = await open()
    type(/^Nguồn ảnh/, ' Thu Hà ')
    press('Lưu')
    await screen.findByText('Đã lưu mô tả.')
    expect(changes()).toMatchObject([{ line: `PATCH ${line}`, version: '"3"', body: { credit: 'Thu Hà' } }])
    expect(screen.queryByRole('button', { name: 'Lưu' })).toBeNull()
    type(/^Mô tả ảnh/, '')
    press('Lưu')
    await vi.waitFor(() => expect(changes()).toHaveLength(2))
    expect(changes()[1]).toMatchObject({ version: '"4"', body: { alt: null } })
  })

  test('is saved although something beside it was changed meanwhile, such as its renderings', async () => {
    const { changes } = await open()
    type(/^Chú thích/, 'Hội nghị tổng kết')
    change({ rendering: 'ready', focalPoint: { x: 0.1, y: 0.1 } })
    press('Lưu')
    await screen.findByText('Đã lưu mô tả.')
    expect(changes().map(({ version }) => version)).toEqual(['"3"', '"4"'])
  })

  test('that somebody else changed meanwhile is shown with what he wrote, and saved only when that is decided', async () => {
    const { changes } = await open()
    type(/^Mô tả ảnh/, 'Của tôi')
    change({ alt: 'Của Minh' })
    press('Lưu')
    await screen.findByText(/^Người khác vừa sửa chỗ này/)
    expect(screen.getByText('Của Minh')).toBeDefined()
    expect(field(/^Mô tả ảnh/).value).toBe('Của tôi')
    press('Lưu bản của tôi')
    await screen.findByText('Đã lưu mô tả.')
    expect(changes().at(-1)).toMatchObject({ version: '"4"', body: { alt: 'Của tôi' } })
  })

  test('of somebody else is taken, and nothing is sent', async () => {
    const { changes } = await open()
    type(/^Mô tả ảnh/, 'Của tôi')
    change({ alt: 'Của Minh' })
    press('Lưu')
    fireEvent.click(await screen.findByRole('button', { name: 'Lấy bản đang có' }))
    expect(field(/^Mô tả ảnh/).value).toBe('Của Minh')
    expect(changes()).toHaveLength(1)
  })
})

describe('the framing', () => {
  const marker = () => screen.getByRole('slider', { name: 'Điểm chính' })
  const number = (name: string) => screen.getByRole<HTMLInputElement>('spinbutton', { name, hidden: true })

  test('is set by the arrow keys and by numbers alone, shown as it will be cut, and saved', async () => {
    const { changes } = await open()
    expect(marker().getAttribute('aria-valuetext')).toBe('ngang 50 %, dọc 50 %')
    fireEvent.keyDown(marker(), { key: 'ArrowLeft', shiftKey: true })
    fireEvent.keyDown(marker(), { key: 'ArrowDown' })
    expect(marker().getAttribute('aria-valuetext')).toBe('ngang 40 %, dọc 51 %')
    fireEvent.input(number('Chiều rộng còn lại (%)'), { target: { value: '60' } })
    fireEvent.keyDown(number('Chiều rộng còn lại (%)'), { key: 'Enter' })
    press('Lưu khung hình')
    await screen.findByText(/^Đã lưu khung hình/)
    expect(changes()).toMatchObject([
      { version: '"3"', body: { focalPoint: { x: 0.4, y: 0.51 }, crop: { x: 0, y: 0, width: 0.6, height: 1 } } },
    ])
    // Renderings show the crop: from now on the original is drawn on.
    expect(screen.getByRole<HTMLImageElement>('img', { name: 'Ảnh gốc với khung cắt' }).src).toContain('/original')
  })

  test('that is begun is dropped, and the whole picture is one press away', async () => {
    stored = pictureOf({ crop: { x: 0.1, y: 0.1, width: 0.5, height: 0.5 } })
    const { changes } = await open()
    fireEvent.keyDown(marker(), { key: 'ArrowUp' })
    press('Bỏ thay đổi')
    expect(screen.queryByRole('button', { name: 'Lưu khung hình' })).toBeNull()
    press('Lấy cả ảnh')
    press('Lưu khung hình')
    await screen.findByText(/^Đã lưu khung hình/)
    expect(changes()).toMatchObject([{ body: { crop: null } }])
  })
})

describe('a file', () => {
  test('that articles show says which, counts those one may not read, and is not deleted', async () => {
    stored = pictureOf({ uses: 3 })
    const use = { articleId: 'a1', title: 'Tổng kết', workState: 'none', publicState: 'published', places: ['public', 'newest'] }
    const { changes } = await open({
      [`GET ${line}/uses`]: { data: [use], others: 2, isLogo: false, people: [{ id: use.articleId, name: 'Nguyễn Thị Ánh' }] },
    })
    expect((await screen.findByRole('link', { name: 'Tổng kết' })).getAttribute('href')).toBe('a1')
    expect(screen.getByText('và 2 bài khác mà bạn không xem được')).toBeDefined()
    expect(screen.getByText('Ảnh chân dung của Nguyễn Thị Ánh')).toBeDefined()
    press('Xoá tệp')
    await screen.findByText(/^Chưa xoá được: 3 bài/)
    expect(screen.queryByRole('button', { name: 'Xoá hẳn' })).toBeNull()
    expect(changes()).toEqual([])
  })

  test('that has come into an article meanwhile is not deleted, and that is said', async () => {
    const { changes } = await open({ [`DELETE ${line}`]: problem({ status: 409, code: 'media_in_use' }) })
    press('Xoá tệp')
    fireEvent.click(await screen.findByRole('button', { name: 'Xoá hẳn' }))
    await screen.findByText('Chưa xoá được: có bài đang dùng tệp này, hoặc tệp đang là logo của cổng hay ảnh chân dung của ai đó.')
    expect([changes()[0]?.version, deleted.mock.calls]).toEqual(['"3"', []])
  })
})
