import { type ReactNode, useId } from 'react'
import styles from './media-section.module.css'

interface MediaSectionProps {
  title: string
  children: ReactNode
}

/** One thing about a file. */
export function MediaSection({ title, children }: MediaSectionProps) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

/** The buttons of a section, side by side. */
export function MediaButtons({ children }: { children: ReactNode }) {
  return <div className={styles.buttons}>{children}</div>
}
