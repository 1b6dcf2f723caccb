import type { MediaItem } from '@bantin/shared/media'
import { type ReactNode, use, useState } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { Button } from '../../../ui/button.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { type EditorMedia, EditorMediaContext } from './editor-media.ts'
import styles from './frames.module.css'

const noLibrary: Pick<EditorMedia, 'useItem'> = { useItem: () => undefined }

/** A file as the library has it: undefined while it is asked for or no library is at hand, null when it is lost. */
export function useLibraryItem(id: string): MediaItem | null | undefined {
  const { useItem } = use(EditorMediaContext) ?? noLibrary
  return useItem(id)
}

/** A picture of the library in the text; its room is kept while it loads. */
export function LibraryPicture({ item, alt }: { item: MediaItem | null | undefined; alt: string }): ReactNode {
  const words = useDeskText().editor.media
  if (item === undefined) return <Skeleton shape="picture" />
  if (item === null) return <p className={styles.lost}>{words.lost}</p>
  return <LoadedPicture item={item} alt={alt} />
}

function LoadedPicture({ item, alt }: { item: MediaItem; alt: string }) {
  const words = useDeskText().editor.media
  // Of this address: another one, as after another framing, is another try.
  const [broken, setBroken] = useState<string | null>(null)
  if (broken === item.src)
    return (
      <p className={styles.lost}>
        {words.broken} <Button onClick={() => setBroken(null)}>{words.again}</Button>
      </p>
    )
  return (
    <img
      className={styles.picture}
      src={item.src}
      {...(item.srcset ? { srcSet: item.srcset, sizes: '(min-width: 56rem) 42rem, 100vw' } : {})}
      {...(item.width && item.height ? { width: item.width, height: item.height } : {})}
      alt={alt}
      draggable={false}
      onError={() => setBroken(item.src)}
    />
  )
}
