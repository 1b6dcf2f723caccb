import type { States } from '@bantin/shared/lifecycle'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { stateLabel } from './article-state.ts'
import styles from './state-badge.module.css'

/** What the article is for people inside: one label, with a mark whose form tells public, held and withdrawn apart without colour. */
export function StateBadge({ states }: { states: States }) {
  const words = useDeskText().list.states
  return (
    <span className={[styles.badge, styles[states.publicState]].join(' ')}>
      <span className={styles.mark} aria-hidden="true" />
      {words[stateLabel(states)]}
    </span>
  )
}
