import { type ReactNode, useId } from 'react'
import { useDeskText } from '../lib/i18n/desk/use-desk-text.ts'
import { Icon } from './icon.tsx'
import styles from './picker.module.css'
import { type NamedItem, SearchChoice } from './search-choice.tsx'

export interface PickerProps {
  label: string
  /** All that can be chosen. */
  items: readonly NamedItem[]
  /** What is chosen, in its order. */
  chosen: readonly string[]
  onAdd: (id: string) => void
  onRemove: (id: string) => void
  /** More to say about a chosen one: its role. */
  detail?: (item: NamedItem) => ReactNode
  readOnly?: boolean
}

/** Chooses several of a long list by typing; diacritics may be left out ("thi dua" finds "Thi đua"). */
export function Picker({ label, items, chosen, onAdd, onRemove, detail, readOnly = false }: PickerProps) {
  const words = useDeskText().form
  const id = useId()
  const known = chosen.map((one) => items.find((item) => item.id === one) ?? { id: one, name: '…' })
  return (
    <div className={styles.picker}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <ul className={styles.chosen} hidden={known.length === 0}>
        {known.map((item) => (
          <li key={item.id} className={styles.item}>
            <span className={styles.name}>{item.name}</span>
            {detail?.(item)}
            {readOnly ? null : (
              <button type="button" className={styles.remove} aria-label={words.removeItem(item.name)} onClick={() => onRemove(item.id)}>
                <Icon name="close" />
              </button>
            )}
          </li>
        ))}
      </ul>
      {readOnly ? null : <SearchChoice id={id} items={items.filter((item) => !chosen.includes(item.id))} onChoose={onAdd} />}
    </div>
  )
}
