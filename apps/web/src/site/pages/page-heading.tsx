import type { ReactNode } from 'react'
import styles from './page-heading.module.css'

/** The head of a list's page: what kind of thing it is, its name, and what is said of it. */
export function PageHeading({ kind, title, lang, children }: { kind?: string; title: string; lang?: string; children?: ReactNode }) {
  return (
    <header className={styles.heading}>
      {kind ? <p className={styles.kind}>{kind}</p> : null}
      <h1 className={styles.title} lang={lang}>
        {title}
      </h1>
      {children}
    </header>
  )
}
