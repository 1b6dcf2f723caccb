import { type ReactNode, useState } from 'react'
import styles from './filters.module.css'
import { useMedia } from './use-media.ts'

interface FiltersProps {
  label: string
  /** How many are set. */
  count: number
  /** The label of so many. */
  counted: (count: number) => string
  /** For the widths of the fields. */
  className: string | undefined
  children: ReactNode
}

/** The fields that say what a list shows. On a phone they are folded away, so that the list is in sight. */
export function Filters({ label, count, counted, className, children }: FiltersProps) {
  const isWide = useMedia('(min-width: 56rem)')
  // Whoever comes with filters sees them; from then on it is as they leave it.
  const [open, setOpen] = useState(count > 0)
  const fields = (
    <search className={`${styles.filters} ${className}`} aria-label={label}>
      {children}
    </search>
  )
  if (isWide) return fields
  return (
    <details className={styles.folded} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>{count > 0 ? counted(count) : label}</summary>
      {fields}
    </details>
  )
}
