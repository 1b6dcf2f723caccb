import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { isOverdue, type LabelledStates, stateLabel } from './article-state.ts'
import styles from './state-badge.module.css'

/** What the article is for people inside: one label, with a mark whose form tells the public states apart without colour. */
export function StateBadge({ states }: { states: LabelledStates }) {
  const words = useDeskText().list.states
  const names = [styles.badge, styles[states.publicState], isOverdue(states) ? styles.overdue : '']
  return (
    <span className={names.filter(Boolean).join(' ')}>
      <span className={styles.mark} aria-hidden="true" />
      {stateLabel(states, words)}
    </span>
  )
}
