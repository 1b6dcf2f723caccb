import type { Client } from '@bantin/shared/clients'
import { formatDate, formatMoment, formatNumber } from '../../lib/format.ts'
import { usePortalsText } from '../../lib/i18n/desk/use-portals-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { PageSection, SectionNote } from '../../ui/page-section.tsx'
import { Table } from '../../ui/table.tsx'
import { BehindMark } from './behind-mark.tsx'
import styles from './portals.module.css'

/** How far a portal has said that it is. */
export function PortalProgress({ portal }: { portal: Client }) {
  const words = usePortalsText().one
  const locale = useLocale()
  const { acknowledgedAt, cursor } = portal.acknowledgement
  return (
    <PageSection title={words.received}>
      <p>
        <BehindMark portal={portal} />
      </p>
      {acknowledgedAt ? (
        <SectionNote>
          {words.acknowledgedAt(formatMoment(acknowledgedAt, locale))}. {words.cursor}: <code>{cursor}</code>
        </SectionNote>
      ) : null}
    </PageSection>
  )
}

/** The requests of the last thirty days: bars, with their numbers in a table. */
export function PortalDays({ days }: Pick<Client, 'days'>) {
  const words = usePortalsText().days
  const locale = useLocale()
  const most = Math.max(1, ...days.map(({ requests }) => requests))
  return (
    <PageSection title={words.title}>
      <SectionNote>{days.length === 0 ? words.empty : words.lead}</SectionNote>
      {days.length === 0 ? null : (
        <Table className={styles.days} columns={[words.day, words.requests, words.refused]}>
          {days.map(({ day, requests, refused }) => (
            <tr key={day}>
              <td>{formatDate(day, locale)}</td>
              <td>
                <span className={styles.bar} aria-hidden="true" style={{ inlineSize: `${(requests / most) * 60}%` }} />{' '}
                {formatNumber(requests, locale)}
              </td>
              <td className={refused > 0 ? styles.bad : styles.soft}>{formatNumber(refused, locale)}</td>
            </tr>
          ))}
        </Table>
      )}
    </PageSection>
  )
}
