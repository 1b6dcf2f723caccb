import type { EditorialPost } from '@bantin/shared/editorial-people'
import type { ReactNode } from 'react'
import { useOrganizationText } from '../../../lib/i18n/desk/use-organization-text.ts'
import { useUnitText } from '../../../lib/i18n/desk/use-unit-text.ts'
import { useLocale } from '../../../lib/i18n/locale.ts'
import { sayDays } from '../../../lib/say-days.ts'
import { Table } from '../../../ui/table.tsx'
import { useMedia } from '../../../ui/use-media.ts'
import type { Days } from '../read-days.ts'
import styles from './posts.module.css'

/** One holder's line: what he is called, in which way and how long he holds what. */
export interface HoldingLine extends Days {
  id: string
  /** Whom or what it is about, as a link. */
  what: ReactNode
  kind: EditorialPost['appointments'][number]['kind']
  decisionNo: string | null
  /** Buttons; null where nothing may be done. */
  actions: ReactNode
}

interface HoldingsTableProps {
  label: string
  /** The name of the first column. */
  first: string
  lines: readonly HoldingLine[]
  today: string
}

/** Appointments in words: a table, on a narrow screen one below the other. */
export function HoldingsTable({ label, first, lines, today }: HoldingsTableProps) {
  const words = useUnitText().holding
  const isWide = useMedia('(min-width: 56rem)')
  const hasActions = lines.some(({ actions }) => actions !== null)
  if (!isWide) {
    return (
      <ul className={styles.cards} aria-label={label}>
        {lines.map((line) => (
          <li key={line.id} className={styles.card}>
            <strong>{line.what}</strong>
            <p>
              {words.kinds[line.kind]}, <HeldDays days={line} today={today} />
            </p>
            {line.decisionNo ? (
              <p className={styles.soft}>
                {words.decisionNo}: {line.decisionNo}
              </p>
            ) : null}
            {line.actions ? <div className={styles.actions}>{line.actions}</div> : null}
          </li>
        ))}
      </ul>
    )
  }
  return (
    <Table columns={[first, words.kind, words.days, words.decisionNo, ...(hasActions ? [words.actions] : [])]}>
      {lines.map((line) => (
        <tr key={line.id}>
          <td>{line.what}</td>
          <td>{words.kinds[line.kind]}</td>
          <td>
            <HeldDays days={line} today={today} />
          </td>
          <td>{line.decisionNo ?? ''}</td>
          {hasActions ? (
            <td>
              <div className={styles.actions}>{line.actions}</div>
            </td>
          ) : null}
        </tr>
      ))}
    </Table>
  )
}

function HeldDays({ days, today }: { days: Days; today: string }) {
  const words = useUnitText().holding
  const { days: said } = useOrganizationText()
  const locale = useLocale()
  const text = sayDays(days, { from: said.fromDay, through: said.throughDay }, locale) || said.always
  const isToCome = days.from !== null && days.from > today
  const isNow = !isToCome && (days.through === null || days.through >= today)
  return (
    <>
      {text}
      {isNow ? <strong className={styles.now}> {words.now}</strong> : null}
      {isToCome ? <span className={styles.soft}> {words.toCome}</span> : null}
    </>
  )
}
