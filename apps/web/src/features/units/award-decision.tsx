import type { WonAward } from '@bantin/shared/units'
import { formatDate } from '../../lib/format.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { useOrganizationText } from '../../lib/i18n/site/use-organization-text.ts'
import styles from './emulation-results.module.css'

/** By whose decision somebody was commended, and that it was revoked where it was. */
export function AwardDecision({ award }: { award: Pick<WonAward, 'authority' | 'decisionNo' | 'on' | 'status'> }) {
  const words = useOrganizationText().emulation
  const locale = useLocale()
  const decision = [award.decisionNo && words.decision(award.decisionNo), award.on && words.on(formatDate(award.on, locale))]
  const said = [decision.filter(Boolean).join(' '), award.authority].filter(Boolean).join(', ')
  return (
    <>
      {award.status === 'revoked' ? <strong> ({words.revoked})</strong> : null}
      {said ? <span className={styles.decision}>{said}</span> : null}
    </>
  )
}
