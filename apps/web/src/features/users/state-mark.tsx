import type { UserState } from '@bantin/shared/users'
import { useUsersText } from '../../lib/i18n/desk/use-users-text.ts'
import styles from './state-mark.module.css'

/** Whether the account can be used, in words and with a mark whose form tells the states apart without colour. */
export function StateMark({ state }: { state: UserState }) {
  const words = useUsersText()
  return (
    <span className={[styles.state, styles[state]].filter(Boolean).join(' ')}>
      <span className={styles.mark} aria-hidden="true" />
      {words.states[state]}
    </span>
  )
}
