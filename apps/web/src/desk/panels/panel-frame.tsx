import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { useCompanyText } from '../../lib/i18n/desk/use-company-text.ts'
import { Icon } from '../../ui/icon.tsx'
import styles from './article-panels.module.css'

/** A panel beside the text; on a phone over it. It takes the focus, and Escape closes it. */
export function PanelFrame({ id, title, onClose, children }: { id: string; title: string; onClose: () => void; children: ReactNode }) {
  const words = useCompanyText()
  const panel = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // A field inside that was asked for has it already.
    if (!panel.current?.contains(document.activeElement)) heading.current?.focus({ preventScroll: true })
  }, [])
  const pressed = (event: KeyboardEvent<HTMLElement>): void => {
    const isInside = event.currentTarget.contains(event.target as Node)
    if (event.key === 'Escape' && isInside && !event.nativeEvent.isComposing) onClose()
  }
  return (
    <section ref={panel} id={id} className={styles.panel} data-panel="" aria-labelledby={`${id}-title`} onKeyDown={pressed}>
      <header className={styles.head}>
        <h2 ref={heading} id={`${id}-title`} className={styles.title} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" className={styles.close} aria-label={words.closePanel} title={words.closePanel} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div className={styles.content}>{children}</div>
    </section>
  )
}
