import type { Body } from '@bantin/shared/body'
import type { MediaItem } from '@bantin/shared/media'
import { render } from '@testing-library/react'
import { vi } from 'vitest'
import { BodyEditor } from './body-editor.tsx'
import { type EditorMedia, EditorMediaContext } from './editor-media.ts'
import { saved } from './test-editor.tsx'

export const idOf = (n: number) => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`
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
export const pick = vi.fn<EditorMedia['pick']>()
export const upload = vi.fn<EditorMedia['upload']>()
const media: EditorMedia = { useItem: (id) => items.get(id) ?? null, pick, upload }
export const found = (...numbers: number[]) => numbers.map((n) => items.get(idOf(n)) as MediaItem)

export function resetLibrary(): void {
  saved.mockReset()
  pick.mockReset()
  upload.mockReset()
}

export const show = (...content: Body['content']) =>
  render(
    <EditorMediaContext value={media}>
      <BodyEditor initial={{ type: 'doc', content }} onChange={saved} />
    </EditorMediaContext>,
  )
export const figure = (n: number, caption = '', rest: object = {}): Body['content'][number] => ({
  type: 'figure',
  attrs: { id: `f${n}`, mediaId: idOf(n), ...rest },
  ...(caption && { content: [{ type: 'text', text: caption }] }),
})
export const gallery = (...numbers: number[]): Body['content'][number] => ({
  type: 'gallery',
  attrs: { id: 'g' },
  content: numbers.map((n) => ({ type: 'figure', attrs: { mediaId: idOf(n) } })),
})
export const shownIds = () =>
  JSON.stringify(saved.mock.lastCall?.[0])
    .match(/"mediaId":"[^"]*"/g)
    ?.map((each) => Number(each.slice(-13, -1)))
