import type { ClientKey } from '@bantin/shared/clients'
import { formatMoment } from '../../lib/format.ts'
import { usePortalsText } from '../../lib/i18n/desk/use-portals-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import styles from './portals.module.css'

interface KeyLineProps {
  apiKey: ClientKey
  /** Null: it cannot be revoked. */
  onRevoke: (() => void) | null
}

/** A key by its first characters: until when it works, when it was used last, and who ended it. */
export function KeyLine({ apiKey, onRevoke }: KeyLineProps) {
  const words = usePortalsText()
  const locale = useLocale()
  const { prefix, createdAt, createdBy, lastUsedAt } = apiKey
  const standing = useStanding(apiKey)
  return (
    <li className={styles.item}>
      <div>
        <code className={standing.isOver ? styles.over : undefined}>{prefix}…</code> <span>{standing.text}</span>
        <p className={styles.soft}>
          {lastUsedAt ? words.lastUsed(formatMoment(lastUsedAt, locale)) : words.neverUsed}.{' '}
          {words.keys.createdBy(formatMoment(createdAt, locale), createdBy?.name ?? null)}.
        </p>
      </div>
      {onRevoke ? (
        <ConfirmButton
          title={words.keys.revokeTitle(prefix)}
          lead={words.keys.revokeLead}
          confirm={words.keys.revokeConfirm}
          aria-label={words.keys.revokeOf(prefix)}
          onConfirm={onRevoke}
        >
          {words.keys.revoke}
        </ConfirmButton>
      ) : null}
    </li>
  )
}

function useStanding({ expiresAt, revokedAt, revokedBy }: ClientKey): { text: string; isOver: boolean } {
  const words = usePortalsText().keys
  const locale = useLocale()
  if (revokedAt !== null) return { text: words.isRevoked(formatMoment(revokedAt, locale), revokedBy?.name ?? null), isOver: true }
  if (expiresAt === null) return { text: words.always, isOver: false }
  const isOver = Date.parse(expiresAt) <= Date.now()
  return { text: (isOver ? words.isExpired : words.until)(formatMoment(expiresAt, locale)), isOver }
}
