import { type ReactNode, useId } from 'react'
import styles from './link-section.module.css'

/** What links of one kind are for, the form that makes one, and those that were made. */
export function LinkSection({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h3 id={id} className={styles.title}>
        {title}
      </h3>
      <p className={styles.lead}>{lead}</p>
      {children}
    </section>
  )
}
