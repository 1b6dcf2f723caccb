import type { MediaItem } from '@bantin/shared/media'
import { useContext } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { type EditorMedia, EditorMediaContext } from '../editor/editor-media.ts'
import styles from './hero-picture.module.css'

/** A file as the library has it; without a library it stays unknown. */
export function useHeroItem(id: string): MediaItem | null | undefined {
  const { useItem } = useContext(EditorMediaContext) ?? none
  return useItem(id)
}

const none: Pick<EditorMedia, 'useItem'> = { useItem: () => undefined }

/** The lead picture by its id, with the library's words. */
export function HeroPicture({ id }: { id: string }) {
  const words = useDeskText().form.hero
  const item = useHeroItem(id)
  if (item === undefined) return <Skeleton shape="picture" />
  if (item === null) return <p className={styles.missing}>{words.missing}</p>
  const { src, srcset, alt, caption, credit } = item
  return (
    <figure className={styles.figure}>
      <img
        className={styles.picture}
        src={src}
        {...(srcset ? { srcSet: srcset, sizes: '(min-width: 56rem) 20rem, 100vw' } : {})}
        alt={alt ?? ''}
      />
      {caption || credit ? (
        <figcaption className={styles.caption}>{[caption, credit ? `(${credit})` : ''].filter(Boolean).join(' ')}</figcaption>
      ) : null}
    </figure>
  )
}
