import type { ReactNode } from 'react'
import { useDeskText } from '../lib/i18n/desk/use-desk-text.ts'
import { Icon } from './icon.tsx'
import styles from './notice-line.module.css'

export interface NoticeLineProps {
  tone: 'success' | 'notice' | 'danger'
  children: ReactNode
  /** Links and buttons that go with what is said. */
  actions?: ReactNode
  onClose?: (() => void) | undefined
}

/** One thing to tell, in a line across the page. Whoever shows it says how it is announced. */
export function NoticeLine({ tone, children, actions, onClose }: NoticeLineProps) {
  const words = useDeskText()
  return (
    <div className={[styles.line, styles[tone]].join(' ')}>
      <div className={styles.text}>{children}</div>
      {actions ? <div className={styles.actions}>{actions}</div> : null}
      {onClose ? (
        <button type="button" className={styles.close} aria-label={words.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      ) : null}
    </div>
  )
}
