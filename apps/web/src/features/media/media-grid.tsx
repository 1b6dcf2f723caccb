import type { MediaItem } from '@bantin/shared/media'
import type { ReactNode } from 'react'
import { useMediaText } from '../../lib/i18n/desk/use-media-text.ts'
import { MediaCard, nameOf } from './media-card.tsx'
import styles from './media-grid.module.css'

interface MediaGridProps {
  items: readonly MediaItem[]
  /** The link to a file's page around its name. */
  link: (item: MediaItem, name: ReactNode) => ReactNode
}

/** Files side by side; all of a card leads to its file. */
export function MediaGrid({ items, link }: MediaGridProps) {
  return (
    <ul className={styles.grid} aria-label={useMediaText().list}>
      {items.map((item) => (
        <li key={item.id} className={styles.item}>
          <MediaCard item={item}>{link(item, <span className={styles.name}>{nameOf(item)}</span>)}</MediaCard>
        </li>
      ))}
    </ul>
  )
}
