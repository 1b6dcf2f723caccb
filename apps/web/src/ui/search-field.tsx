import type { ReactNode } from 'react'
import { type Finder, type NamedItem, SearchChoice } from './search-choice.tsx'
import styles from './search-field.module.css'

interface SearchFieldProps {
  /** The id of the input: there is no sign of being wrong by which a form could find it. */
  id: string
  label: string
  items: readonly NamedItem[]
  onChoose: (item: NamedItem) => void
  search?: Finder | undefined
  /** What stands below: what was chosen, what is wrong, the way to more. */
  children: ReactNode
}

/** One of many, found by typing, under its label. */
export function SearchField({ id, label, items, onChoose, search, children }: SearchFieldProps) {
  const choose = (chosen: string): void => {
    const item = items.find((each) => each.id === chosen)
    if (item) onChoose(item)
  }
  return (
    <div className={styles.search}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <SearchChoice id={id} items={items} search={search} onChoose={choose} />
      {children}
    </div>
  )
}

/** Which one it is: the field itself is empty again for the next search. */
export function Chosen({ label, item }: { label: string; item: NamedItem | null }) {
  return (
    <p role="status" className={styles.chosen}>
      {item ? (
        <>
          {label}: <strong>{item.name}</strong>
        </>
      ) : null}
    </p>
  )
}
