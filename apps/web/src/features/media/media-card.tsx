import type { MediaItem } from '@bantin/shared/media'
import type { ReactNode } from 'react'
import { useMediaText } from '../../lib/i18n/desk/use-media-text.ts'
import { Icon } from '../../ui/icon.tsx'
import styles from './media-card.module.css'

/** What a file is called in a list: the words about it, or its name. */
export function nameOf({ alt, originalName }: Pick<MediaItem, 'alt' | 'originalName'>): string {
  return alt ?? originalName
}

/** One file in a grid: its picture or kind, and its name, which `children` makes a link or a choice of. */
export function MediaCard({ item, children }: { item: MediaItem; children: ReactNode }) {
  const words = useMediaText()
  const { kind, alt, caption, rendering } = item
  const marks = [
    kind === 'picture' && !alt && !caption ? words.noAlt : '',
    rendering === 'waiting' ? words.rendering : rendering === 'failed' ? words.renderingFailed : '',
  ].filter(Boolean)
  return (
    <div className={styles.card}>
      <MediaThumb item={item} />
      <div className={styles.text}>
        {children}
        {marks.length > 0 ? <p className={styles.marks}>{marks.join(' · ')}</p> : null}
      </div>
    </div>
  )
}

/** How wide a picture stands in a grid, for the browser's choice among its renderings. */
const gridSizes = '(min-width: 40rem) 13rem, 46vw'

/** A picture small, or the sign of another kind; silent, for its name stands beside it. */
export function MediaThumb({ item: { kind, src, srcset, color, type } }: { item: MediaItem }) {
  if (kind === 'picture') {
    return (
      <div className={styles.thumb} style={color ? { backgroundColor: color } : undefined}>
        <img src={src} {...(srcset ? { srcSet: srcset, sizes: gridSizes } : {})} alt="" loading="lazy" decoding="async" />
      </div>
    )
  }
  return (
    <div className={styles.thumb}>
      <span className={styles.kind}>
        <Icon name={kind} />
        {shortTypes[type] ?? ''}
      </span>
    </div>
  )
}

/** What people call the types. */
export const shortTypes: Record<string, string> = {
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/webp': 'WebP',
  'image/avif': 'AVIF',
  'image/gif': 'GIF',
  'application/pdf': 'PDF',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
  'audio/mpeg': 'MP3',
  'video/mp4': 'MP4',
}
