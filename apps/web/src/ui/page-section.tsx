import { type ReactNode, useId } from 'react'
import styles from './page-section.module.css'

interface PageSectionProps {
  title: string
  children: ReactNode
}

/** One thing about what a page is about, under a heading of its own. */
export function PageSection({ title, children }: PageSectionProps) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

/** The buttons of a section, side by side. */
export function SectionButtons({ children }: { children: ReactNode }) {
  return <div className={styles.buttons}>{children}</div>
}

/** What there is to say in a section beside its buttons. */
export function SectionNote({ children }: { children: ReactNode }) {
  return <p className={styles.soft}>{children}</p>
}
