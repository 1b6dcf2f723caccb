import { type ReactNode, useId } from 'react'
import styles from './user-section.module.css'

interface UserSectionProps {
  title: string
  children: ReactNode
}

/** One thing about a user's account. */
export function UserSection({ title, children }: UserSectionProps) {
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
