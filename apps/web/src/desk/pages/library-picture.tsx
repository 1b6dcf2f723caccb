import type { MediaItem } from '@bantin/shared/media'
import { useQuery } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { mediaItemQuery } from '../../features/media/media.api.ts'
import { useUnitText } from '../../lib/i18n/desk/use-unit-text.ts'
import { Skeleton } from '../../ui/skeleton.tsx'

const MediaPicker = lazy(() => import('../../features/media/media-picker.tsx').then((file) => ({ default: file.MediaPicker })))

/** A picture of the library by its id. */
export function LibraryPicture({ id }: { id: string }) {
  const words = useUnitText().person.photo
  const { data: item } = useQuery(mediaItemQuery(id))
  if (item === undefined) return <Skeleton width="short" />
  return item ? <img src={item.src} alt={item.alt ?? ''} /> : <p>{words.missing}</p>
}

/** Lets a picture of the library be chosen: `pick` asks for one, `dialog` stands in the page meanwhile. */
export function usePicturePick(): { pick: () => Promise<string | null>; dialog: ReactNode } {
  const [picking, setPicking] = useState<{ done: (id: string | null) => void } | null>(null)
  const finish = ([item]: MediaItem[]): void => {
    picking?.done(item?.id ?? null)
    setPicking(null)
  }
  return {
    pick: () => new Promise((done) => setPicking({ done })),
    dialog: <Suspense>{picking ? <MediaPicker kind="picture" many={false} unitId={undefined} onDone={finish} /> : null}</Suspense>,
  }
}
