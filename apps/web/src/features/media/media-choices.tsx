import type { MediaItem } from '@bantin/shared/media'
import { useId } from 'react'
import { useMediaText } from '../../lib/i18n/desk/use-media-text.ts'
import { MediaCard, nameOf } from './media-card.tsx'
import styles from './media-choices.module.css'

interface MediaChoicesProps {
  items: readonly MediaItem[]
  many: boolean
  chosen: readonly MediaItem[]
  onChoose: (item: MediaItem, isChosen: boolean) => void
  /** Pressed twice: that one and no other. */
  onTake: (item: MediaItem) => void
}

/** Files to choose from, each a card that is pressed. */
export function MediaChoices({ items, many, chosen, onChoose, onTake }: MediaChoicesProps) {
  const words = useMediaText()
  const name = useId()
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.legend}>{words.list}</legend>
      <ul className={styles.grid}>
        {items.map((item) => (
          <li key={item.id}>
            <label className={styles.choice} onDoubleClick={() => (many ? undefined : onTake(item))}>
              <input
                type={many ? 'checkbox' : 'radio'}
                name={name}
                checked={chosen.some(({ id }) => id === item.id)}
                onChange={(event) => onChoose(item, event.target.checked)}
              />
              <MediaCard item={item}>
                <span className={styles.name}>{nameOf(item)}</span>
              </MediaCard>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
