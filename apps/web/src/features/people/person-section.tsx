import { type ReactNode, useId } from 'react'
import styles from './person-section.module.css'

interface PersonSectionProps {
  title: string
  children: ReactNode
}

/** One thing about a person's account. */
export function PersonSection({ title, children }: PersonSectionProps) {
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
