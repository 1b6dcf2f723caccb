import type { ReactNode } from 'react'
import { useCompanyText } from '../../lib/i18n/desk/use-company-text.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import styles from './article-panels.module.css'

export const panelNames = ['comments', 'history', 'links'] as const
export type PanelName = (typeof panelNames)[number]

interface PanelButtonsProps {
  open: PanelName | null
  panelId: string
  /** How many threads are open. */
  openThreads: number
  onToggle: (name: PanelName) => void
  /** Who else is here. */
  children: ReactNode
}

/** The ways to the panels of an article, and who else has it open. */
export function PanelButtons({ open, panelId, openThreads, onToggle, children }: PanelButtonsProps) {
  const words = useCompanyText()
  return (
    <section className={styles.tools} aria-label={words.tools}>
      <div className={styles.buttons}>
        {panelNames.map((name) => (
          <button
            key={name}
            type="button"
            className={styles.tool}
            aria-expanded={open === name}
            aria-controls={open === name ? panelId : undefined}
            onClick={() => onToggle(name)}
          >
            {words.panels[name]}
            {name === 'comments' && openThreads > 0 ? (
              <span className={styles.count}>
                <span aria-hidden="true">{openThreads}</span>
                <VisuallyHidden> {words.open(openThreads)}</VisuallyHidden>
              </span>
            ) : null}
          </button>
        ))}
      </div>
      {children}
    </section>
  )
}
