import type { Body } from '@bantin/shared/body'
import type { MediaItem } from '@bantin/shared/media'
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { BodyEditor } from './body-editor.tsx'
import { type EditorMedia, EditorMediaContext } from './editor-media.ts'
import { caret, caretAt, editor, field, open, paste, saved, texts, type } from './test-editor.tsx'

afterEach(cleanup)

const idOf = (n: number) => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`
const item = (n: number, part: Partial<MediaItem> = {}) =>
  ({
    id: idOf(n),
    kind: 'picture',
    src: `/media/${n}.jpg`,
    srcset: '',
    alt: null,
    caption: null,
    credit: null,
    originalName: `${n}.jpg`,
    ...part,
  }) as MediaItem
const items = new Map(
  [item(1, { alt: 'Toàn cảnh' }), item(2), item(3), item(4, { kind: 'document', originalName: 'Nghị quyết.pdf' })].map((each) => [
    each.id,
    each,
  ]),
)
const pick = vi.fn<EditorMedia['pick']>()
const upload = vi.fn<EditorMedia['upload']>()
const media: EditorMedia = { useItem: (id) => items.get(id) ?? null, pick, upload }
const found = (...numbers: number[]) => numbers.map((n) => items.get(idOf(n)) as MediaItem)

beforeEach(() => {
  saved.mockReset()
  pick.mockReset()
  upload.mockReset()
})

const show = (...content: Body['content']) =>
  render(
    <EditorMediaContext value={media}>
      <BodyEditor initial={{ type: 'doc', content }} onChange={saved} />
    </EditorMediaContext>,
  )
const figure = (n: number, caption = '', rest: object = {}): Body['content'][number] => ({
  type: 'figure',
  attrs: { id: `f${n}`, mediaId: idOf(n), ...rest },
  ...(caption && { content: [{ type: 'text', text: caption }] }),
})
const gallery = (...numbers: number[]): Body['content'][number] => ({
  type: 'gallery',
  attrs: { id: 'g' },
  content: numbers.map((n) => ({ type: 'figure', attrs: { mediaId: idOf(n) } })),
})
const shownIds = () =>
  JSON.stringify(saved.mock.lastCall?.[0])
    .match(/"mediaId":"[^"]*"/g)
    ?.map((each) => Number(each.slice(-13, -1)))

test('a picture is shown with the words of the library; one that nobody described is warned about, and described here', () => {
  show(figure(1), figure(2), figure(9))
  expect(screen.getByAltText('Toàn cảnh').getAttribute('src')).toBe('/media/1.jpg')
  expect(screen.getByText('Ảnh này không còn trong thư viện.')).toBeDefined()
  const second = within(field().children[1] as HTMLElement)
  expect(second.getByText(/^Ảnh chưa có chú thích hoặc mô tả/)).toBeDefined()
  fireEvent.click(second.getByRole('button', { name: 'Mô tả ảnh' }))
  fireEvent.change(screen.getByLabelText('Mô tả ảnh (alt)'), { target: { value: 'Lễ trao cờ' } })
  fireEvent.click(screen.getByRole('button', { name: 'Xong' }))
  expect(saved.mock.lastCall?.[0].content[1]).toEqual(figure(2, '', { alt: 'Lễ trao cờ' }))
  expect(second.queryByText(/^Ảnh chưa có chú thích/)).toBeNull()
})

test('Enter in a caption goes on below the picture, and Backspace at its start selects the picture', () => {
  show(figure(1, 'Chú thích'))
  caretAt(0, 3)
  fireEvent.keyDown(field(), { key: 'Enter' })
  expect(editor().state.selection.$head.parent.type.name).toBe('paragraph')
  expect(editor().state.doc.childCount).toBe(2)
  caretAt(0, 0)
  fireEvent.keyDown(field(), { key: 'Backspace' })
  expect(editor().state.doc.child(0).textContent).toBe('Chú thích')
  fireEvent.keyDown(field(), { key: 'Backspace' })
  expect(saved.mock.lastCall?.[0].content).toEqual([])
})

test('a picture that does not load says so and is tried again', () => {
  show(figure(1))
  fireEvent.error(screen.getByAltText('Toàn cảnh'))
  expect(screen.queryByAltText('Toàn cảnh')).toBeNull()
  fireEvent.click(within(screen.getByText('Chưa tải được ảnh.')).getByRole('button', { name: 'Thử lại' }))
  expect(screen.getByAltText('Toàn cảnh')).toBeDefined()
})

test('pictures of a gallery are put in order, taken out and added', async () => {
  show(gallery(1, 2, 3))
  const press = (name: string, place: number) => fireEvent.click(screen.getAllByRole('button', { name })[place] as HTMLElement)
  press('Đưa ảnh ra sau', 0)
  expect(shownIds()).toEqual([2, 1, 3])
  press('Đưa ảnh lên trước', 2)
  expect(shownIds()).toEqual([2, 3, 1])
  press('Bỏ ảnh này', 0)
  expect(shownIds()).toEqual([3, 1])
  pick.mockResolvedValue(found(2))
  await act(async () => press('Thêm ảnh', 0))
  expect(shownIds()).toEqual([3, 1, 2])
  expect(saved.mock.lastCall?.[0].content[0]).toMatchObject({ type: 'gallery', attrs: { id: 'g' } })
})

test('files that are pasted go into the library, tell how far they are, and stand where the caret was', async () => {
  show({ type: 'paragraph', attrs: { id: 'p' }, content: [{ type: 'text', text: 'Một' }] })
  caretAt(0, 3)
  let finish: (items: MediaItem[]) => void = () => undefined
  upload.mockImplementation((files, onProgress) => {
    onProgress(files.map(({ name }) => ({ name, progress: 0.4 })))
    return new Promise((done) => {
      finish = done
    })
  })
  const files = ['a.jpg', 'b.jpg', 'c.pdf'].map((name) => new File(['x'], name))
  paste({ files })
  expect(screen.getByText('Đang tải lên a.jpg: 40%')).toBeDefined()
  await act(async () => finish(found(1, 2, 4)))
  expect(saved.mock.lastCall?.[0].content.map((node) => node.type)).toEqual(['paragraph', 'gallery', 'file'])
  expect(shownIds()).toEqual([1, 2, 4])
  expect(screen.queryByText(/^Đang tải lên/)).toBeNull()
})

test('pictures that are pasted one after another stand in that order, whoever waits writes the caption, and whoever writes on is not moved', async () => {
  show({ type: 'paragraph', attrs: { id: 'p' }, content: [{ type: 'text', text: 'Một' }] })
  caretAt(0, 3)
  const finish: ((items: MediaItem[]) => void)[] = []
  upload.mockImplementation(() => new Promise((done) => void finish.push(done)))
  const pasteOne = () => paste({ files: [new File(['x'], 'image.png')] })
  pasteOne()
  pasteOne()
  await act(async () => finish[0]?.(found(1)))
  expect(caret()).toEqual([1, 0])
  type('Lễ trao cờ')
  await act(async () => finish[1]?.(found(2)))
  expect(caret()).toEqual([1, 10])
  expect(texts().slice(0, 3)).toEqual(['Một', 'Lễ trao cờ', ''])
  expect(shownIds()).toEqual([1, 2])
})

test('one picture that is chosen is a figure, also when the library is asked for a gallery it is one', async () => {
  show()
  pick.mockResolvedValue(found(1))
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Ảnh' })))
  expect(saved.mock.lastCall?.[0].content.map((node) => node.type)).toEqual(['figure'])
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Chùm ảnh' })))
  expect(saved.mock.lastCall?.[0].content.map((node) => node.type)).toEqual(['figure', 'gallery'])
})

test('without a library the text offers no pictures and no files', () => {
  open('Một')
  for (const name of ['Ảnh', 'Chùm ảnh', 'Tệp']) expect(screen.queryByRole('button', { name })).toBeNull()
  expect(screen.getByRole('button', { name: 'Video' })).toBeDefined()
})
