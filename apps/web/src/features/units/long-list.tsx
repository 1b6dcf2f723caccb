import type { ReactNode } from 'react'
import { useOrganizationText } from '../../lib/i18n/site/use-organization-text.ts'
import styles from './long-list.module.css'

/** So many stand open; a list that is only a little longer does too. */
const [open, longest] = [12, 16]

/** The first of many, and the others behind a line that opens them. */
export function LongList<Item>({ items, children }: { items: readonly Item[]; children: (some: Item[]) => ReactNode }) {
  const words = useOrganizationText().unit
  if (items.length <= longest) return children([...items])
  return (
    <>
      {children(items.slice(0, open))}
      <details className={styles.rest}>
        <summary className={styles.more}>{words.more(items.length - open)}</summary>
        {children(items.slice(open))}
      </details>
    </>
  )
}
