import type { MediaItem } from '@bantin/shared/media'
import { useMediaItemText } from '../../lib/i18n/desk/use-media-item-text.ts'
import { Icon } from '../../ui/icon.tsx'
import { nameOf, shortTypes } from './media-card.tsx'
import styles from './media-preview.module.css'

/** The file to look at, to listen to or to open. */
export function MediaPreview({ item }: { item: MediaItem }) {
  const words = useMediaItemText()
  const { kind, src, srcset, width, height, alt, type } = item
  if (kind === 'picture') {
    return (
      <img
        className={styles.picture}
        src={src}
        {...(srcset ? { srcSet: srcset, sizes: '(min-width: 56rem) 34rem, 100vw' } : {})}
        {...(width && height && !item.crop ? { width, height } : {})}
        alt={alt ?? ''}
      />
    )
  }
  // biome-ignore lint/a11y/useMediaCaption: what was uploaded is shown as it is; the words about it stand beside
  if (kind === 'audio') return <audio className={styles.player} controls preload="none" src={src} aria-label={nameOf(item)} />
  // biome-ignore lint/a11y/useMediaCaption: likewise
  if (kind === 'video') return <video className={styles.picture} controls preload="metadata" src={src} aria-label={nameOf(item)} />
  return (
    <p className={styles.document}>
      <Icon name="document" />
      <a href={src} target="_blank" rel="noreferrer">
        {words.open} ({shortTypes[type] ?? type})
      </a>
    </p>
  )
}
