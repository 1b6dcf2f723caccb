import type { MediaItem } from '@bantin/shared/media'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type EditorMedia, EditorMediaContext } from '../editor/editor-media.ts'
import { HeroField } from './hero-field.tsx'

afterEach(cleanup)

const item = (id: string, alt: string | null) =>
  ({ id, src: `/media/${id}/1/640.jpg`, srcset: '', alt, caption: null, credit: 'Thu Hà' }) as MediaItem
let items: Record<string, MediaItem | null>
const pick = vi.fn<EditorMedia['pick']>()
beforeEach(() => {
  items = { m1: item('m1', 'Toàn cảnh'), m2: item('m2', null), m3: null }
  pick.mockReset()
})

function Form({ initial }: { initial: string | null }) {
  const [id, setId] = useState(initial)
  const media: EditorMedia = { useItem: (asked) => items[asked], pick, upload: async () => [] }
  return (
    <EditorMediaContext value={media}>
      <HeroField id={id} onChoose={setId} />
    </EditorMediaContext>
  )
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

test('the lead picture is chosen, exchanged and taken away; leaving the choice changes nothing', async () => {
  render(<Form initial={null} />)
  pick.mockResolvedValueOnce([items.m1 as MediaItem])
  press('Chọn ảnh')
  await screen.findByRole('img', { name: 'Toàn cảnh' })
  expect(pick).toHaveBeenCalledWith({ kind: 'picture', many: false })
  pick.mockResolvedValueOnce([])
  press('Đổi ảnh')
  await waitFor(() => expect(pick).toHaveBeenCalledTimes(2))
  expect(screen.getByRole('img', { name: 'Toàn cảnh' })).toBeDefined()
  press('Bỏ ảnh')
  expect(screen.queryByRole('img')).toBeNull()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Chọn ảnh' }))
})

test('a picture without words, and one that is no more there, are said before anybody publishes', () => {
  const { rerender } = render(<Form key="m2" initial="m2" />)
  expect(screen.getByRole('link', { name: /^Ghi mô tả trong thư viện/ }).getAttribute('href')).toBe('/ban-bien-tap/thu-vien/m2')
  rerender(<Form key="m3" initial="m3" />)
  expect(screen.getByText(/^Ảnh này không còn trong thư viện/)).toBeDefined()
})

test('where there is no library there is no field', () => {
  render(<HeroField id={null} onChoose={() => undefined} />)
  expect(screen.queryByRole('group')).toBeNull()
})
