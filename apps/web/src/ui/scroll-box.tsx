import type { ReactNode } from 'react'
import styles from './scroll-box.module.css'

interface ScrollBoxProps {
  /** What is in it, for those who come to it by keyboard. */
  label: string
  children: ReactNode
}

/** What is too wide or too long for its place scrolls in it, also by the arrow keys. */
export function ScrollBox({ label, children }: ScrollBoxProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without focus the keys would not scroll it.
    <section className={styles.box} aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
