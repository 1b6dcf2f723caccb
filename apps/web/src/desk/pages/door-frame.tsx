import type { ReactNode } from 'react'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { NoticeLine } from '../../ui/notice-line.tsx'
import { useDeskLocale } from '../locale.ts'
import styles from './door-frame.module.css'

interface DoorFrameProps {
  title: string
  lead?: string
  children: ReactNode
}

/** The frame of the pages before signing in: the ways to the public site and to the other language; a warning where there is no https. */
export function DoorFrame({ title, lead, children }: DoorFrameProps) {
  const words = useDeskText()
  const [locale, setLocale] = useDeskLocale()
  const other = locale === 'vi' ? 'en' : 'vi'
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>{title}</h1>
      {lead ? <p className={styles.lead}>{lead}</p> : null}
      {window.isSecureContext === false ? (
        <NoticeLine tone="danger">
          <p>{words.login.insecure}</p>
        </NoticeLine>
      ) : null}
      {children}
      <p className={styles.ways}>
        <a href="/">{words.site}</a>
        <button type="button" className={styles.language} lang={other} onClick={() => setLocale(other)}>
          {words.language}
        </button>
      </p>
    </main>
  )
}
