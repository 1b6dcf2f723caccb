import type { MediaItem } from '@bantin/shared/media'
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { caret, caretAt, editor, field, paste, saved, texts, type } from './test-editor.tsx'
import { found, idOf, resetLibrary, show, shownIds, upload } from './test-library.tsx'

afterEach(cleanup)
beforeEach(resetLibrary)

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

test('more pictures than a gallery may hold become several, in their order', async () => {
  show({ type: 'paragraph', attrs: { id: 'p' }, content: [{ type: 'text', text: 'Một' }] })
  caretAt(0, 3)
  const many = Array.from({ length: 61 }, (_, i) => i + 1)
  upload.mockResolvedValue(many.map((n) => ({ ...(found(1)[0] as MediaItem), id: idOf(n) })))
  await act(async () => paste({ files: many.map((n) => new File(['x'], `${n}.jpg`)) }))
  expect(saved.mock.lastCall?.[0].content.map((node) => [node.type, node.type === 'gallery' ? node.content.length : 0])).toEqual([
    ['paragraph', 0],
    ['gallery', 60],
    ['gallery', 1],
  ])
  expect(shownIds()).toEqual(many)
})

test('files that are dropped stand where they were dropped, not at the caret, and the page is not left for them', async () => {
  const line = (id: string, text: string) => ({ type: 'paragraph' as const, attrs: { id }, content: [{ type: 'text' as const, text }] })
  show(line('p', 'Một'), line('q', 'Hai'))
  caretAt(1, 3)
  upload.mockResolvedValue(found(1, 2))
  // The tests' document has no places on a screen: this is the end of the first block.
  editor().view.posAtCoords = () => ({ pos: 4, inside: 0 })
  const dataTransfer = { getData: () => '', files: ['a.jpg', 'b.jpg'].map((name) => new File(['x'], name)), types: [] }
  await act(async () => expect(fireEvent.drop(field(), { dataTransfer })).toBe(false))
  expect(saved.mock.lastCall?.[0].content.map(({ type: kind }) => kind)).toEqual(['paragraph', 'gallery', 'paragraph'])
  expect(shownIds()).toEqual([1, 2])
})
