import type { Client } from '@bantin/shared/clients'
import type { ReactNode } from 'react'
import { formatMoment } from '../../lib/format.ts'
import { usePortalsText } from '../../lib/i18n/desk/use-portals-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { Table } from '../../ui/table.tsx'
import { useMedia } from '../../ui/use-media.ts'
import { BehindMark } from './behind-mark.tsx'
import styles from './portals.module.css'

interface PortalsListProps {
  portals: readonly Client[]
  /** The link to a portal's page around its name. */
  link: (portal: Client) => ReactNode
}

/** Portals and how far they are: a table, on a narrow screen cards. */
export function PortalsList(props: PortalsListProps) {
  return useMedia('(min-width: 56rem)') ? <Wide {...props} /> : <Cards {...props} />
}

function Wide({ portals, link }: PortalsListProps) {
  const { name, state, lastUsed, responsible } = usePortalsText().columns
  return (
    <Table columns={[name, state, lastUsed, responsible]}>
      {portals.map((portal) => (
        <tr key={portal.id}>
          <td className={styles.who}>
            {link(portal)}
            <Whose portal={portal} />
          </td>
          <td>
            <Standing portal={portal} />
          </td>
          <td>
            <LastUsed portal={portal} isHeaded />
          </td>
          <td>
            <Responsible portal={portal} isHeaded />
          </td>
        </tr>
      ))}
    </Table>
  )
}

function Cards({ portals, link }: PortalsListProps) {
  return (
    <ul className={styles.items}>
      {portals.map((portal) => (
        <li key={portal.id} className={styles.card}>
          <div className={styles.who}>
            {link(portal)}
            <Whose portal={portal} />
          </div>
          <Standing portal={portal} />
          <LastUsed portal={portal} />
          <Responsible portal={portal} />
        </li>
      ))}
    </ul>
  )
}

interface Part {
  portal: Client
}

function Whose({ portal: { unit } }: Part) {
  const words = usePortalsText()
  return <span className={styles.whose}>{unit ? words.ofUnit(unit.name) : words.wholeSite}</span>
}

function Standing({ portal }: Part) {
  const words = usePortalsText()
  const locale = useLocale()
  return portal.closedAt ? <span>{words.closedAt(formatMoment(portal.closedAt, locale))}</span> : <BehindMark portal={portal} />
}

/** When one of its keys was used last; under a heading that says so, or by itself. */
function LastUsed({ portal, isHeaded = false }: Part & { isHeaded?: boolean }) {
  const words = usePortalsText()
  const locale = useLocale()
  const last = portal.keys.reduce<string | null>(
    (latest, { lastUsedAt: at }) => (at && (!latest || isLater(at, latest)) ? at : latest),
    null,
  )
  if (last === null) return <span className={styles.soft}>{words.neverUsed}</span>
  const moment = formatMoment(last, locale)
  return <span>{isHeaded ? moment : words.lastUsed(moment)}</span>
}

function isLater(one: string, other: string): boolean {
  return Date.parse(one) > Date.parse(other)
}

function Responsible({ portal: { responsible }, isHeaded = false }: Part & { isHeaded?: boolean }) {
  const words = usePortalsText()
  if (responsible === null) return <span className={styles.soft}>{words.nobody}</span>
  const name = responsible.isDisabled ? words.isDisabled(responsible.name) : responsible.name
  return <span className={responsible.isDisabled ? styles.bad : undefined}>{isHeaded ? name : words.answeredBy(name)}</span>
}
