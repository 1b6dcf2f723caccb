import type { NamedGrant } from '@bantin/shared/named-grant'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { useUsersText } from '../../lib/i18n/desk/use-users-text.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import styles from './grant-lines.module.css'
import { useSayGrant } from './say-grant.ts'

interface GrantLinesProps {
  label: string
  grants: readonly NamedGrant[]
  /** Absent for those who may only look. */
  onRemove?: ((grant: NamedGrant) => void) | undefined
  /** Which of them may be taken; absent: all. */
  mayRemove?: (grant: NamedGrant) => boolean
}

/** Roles one below the other, each with the button that takes it off the list. */
export function GrantLines({ label, grants, onRemove, mayRemove = () => true }: GrantLinesProps) {
  const { roles, wholeSite } = useDeskText()
  const words = useUsersText().grants
  const say = useSayGrant()
  if (grants.length === 0) return null
  return (
    <ul className={styles.lines} aria-label={label}>
      {grants.map((grant) => (
        <li key={`${grant.role} ${grant.unitId}`} className={styles.line}>
          <span className={styles.text}>
            {roles[grant.role]}
            <span className={styles.place}>{grant.unitId === null ? wholeSite : (grant.unitName ?? '…')}</span>
          </span>
          {onRemove && mayRemove(grant) ? (
            <Button variant="quiet" aria-label={words.remove(say(grant))} onClick={() => onRemove(grant)}>
              <Icon name="close" />
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
