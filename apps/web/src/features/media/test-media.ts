import type { MediaItem } from '@bantin/shared/media'

/** A picture of the library, for tests. */
export function pictureOf(part: Partial<MediaItem> = {}): MediaItem {
  const id = part.id ?? idOf(1)
  return {
    id,
    version: 3,
    kind: 'picture',
    type: 'image/jpeg',
    width: 1200,
    height: 800,
    bytes: 345_678,
    originalName: 'IMG_0001.jpg',
    alt: null,
    caption: null,
    credit: null,
    focalPoint: null,
    crop: null,
    color: '#336699',
    rendering: 'ready',
    src: `/media/${id}/1/1200.jpg?s=1`,
    srcset: `/media/${id}/1/640.webp?s=1 640w`,
    originalUrl: `/media/${id}/1/original?s=1`,
    unit: { id: 'u1', name: 'Sở Nội vụ' },
    unitPath: ['u1'],
    createdBy: { id: 'lan', name: 'Phạm Thị Lan' },
    createdAt: '2026-08-01T10:32:00+07:00',
    isPublic: false,
    uses: 0,
    ...part,
  }
}

export const idOf = (n: number) => `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`

export const page = <T>(data: T[], next: string | null = null) => ({ data, page: { next } })
