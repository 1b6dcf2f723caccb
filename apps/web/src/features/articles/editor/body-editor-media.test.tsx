import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { caretAt, editor, field, open, press as pressKey, saved } from './test-editor.tsx'
import { figure, found, gallery, pick, resetLibrary, show, shownIds } from './test-library.tsx'

afterEach(cleanup)
beforeEach(resetLibrary)

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

test('Tab in a caption goes to the tools of its own picture, and a picture that is moved keeps the button under the finger', async () => {
  show(figure(3), gallery(1, 2))
  caretAt(1, 0)
  pressKey('Tab')
  const pictures = () => [...document.querySelectorAll('[data-node="gallery"] figure')]
  expect(pictures()[0]?.contains(document.activeElement)).toBe(true)
  fireEvent.click(within(pictures()[0] as HTMLElement).getByRole('button', { name: 'Đưa ảnh ra sau' }))
  await waitFor(() => expect(pictures()[1]?.contains(document.activeElement)).toBe(true))
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Đưa ảnh ra sau')
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
