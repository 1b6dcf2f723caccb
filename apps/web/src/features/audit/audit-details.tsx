import type { AuditRow } from '@bantin/shared/audit'
import { useLocale } from '../../lib/i18n/locale.ts'
import styles from './audit-details.module.css'
import { type KnownNames, pairsOf } from './audit-names.ts'
import { useLogWords } from './use-log-words.ts'

interface AuditDetailsProps {
  row: AuditRow
  names: KnownNames
  timeZone: string
}

/** What a row tells beside who, what and when; folded away. */
export function AuditDetails({ row, names, timeZone }: AuditDetailsProps) {
  const words = useLogWords()
  const locale = useLocale()
  return (
    <details className={styles.details}>
      <summary>{words.details}</summary>
      <dl className={styles.pairs}>
        {pairsOf(row, { words, names, locale, timeZone }).map(({ label, value, isCode }) => (
          <Pair key={label} label={label} value={value} isCode={isCode} />
        ))}
      </dl>
    </details>
  )
}

function Pair({ label, value, isCode }: { label: string; value: string; isCode: boolean | undefined }) {
  return (
    <>
      <dt>{label}</dt>
      <dd className={isCode ? styles.code : undefined}>{value}</dd>
    </>
  )
}
