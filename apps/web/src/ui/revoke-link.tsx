import { useLinksText } from '../lib/i18n/desk/use-links-text.ts'
import { ConfirmButton } from './confirm-button.tsx'

/** Makes a link open nothing from now on, when that is confirmed. `label` names the link for those who do not see its line. */
export function RevokeLink({ label, busy, onRevoke }: { label: string; busy: boolean; onRevoke: () => void }) {
  const words = useLinksText()
  return (
    <ConfirmButton
      aria-label={label}
      title={words.revokeTitle}
      lead={words.revokeLead}
      confirm={words.revoke}
      busy={busy}
      onConfirm={onRevoke}
    >
      {words.revoke}
    </ConfirmButton>
  )
}
