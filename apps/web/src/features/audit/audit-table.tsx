import type { AuditRow } from '@bantin/shared/audit'
import type { ReactNode } from 'react'
import { formatDate } from '../../lib/format.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { Table } from '../../ui/table.tsx'
import { useMedia } from '../../ui/use-media.ts'
import { AuditDetails } from './audit-details.tsx'
import { type KnownNames, nameOf, sayAction, sayActor, sayEntity } from './audit-names.ts'
import styles from './audit-table.module.css'
import { useLogWords } from './use-log-words.ts'

export interface AuditTableProps {
  rows: readonly AuditRow[]
  names: KnownNames
  /** Of the site. */
  timeZone: string
  /** The link to an article on the desk. */
  articleLink: (id: string, text: string) => ReactNode
  /** Shows what was done with this article only; absent where that is all there is. */
  onArticle: ((id: string) => void) | undefined
}

/** The rows of the log: a table, on a narrow screen cards. */
export function AuditTable(props: AuditTableProps) {
  return useMedia('(min-width: 56rem)') ? <Wide {...props} /> : <Cards {...props} />
}

function Wide({ rows, ...rest }: AuditTableProps) {
  const words = useLogWords()
  const { at, who, what, about } = words.columns
  const { names, timeZone } = rest
  return (
    <Table className={styles.table} columns={[at, who, what, about]}>
      {rows.map((row) => (
        <tr key={row.id}>
          <td className={styles.when}>
            <Moment at={row.at} />
          </td>
          <td className={styles.who}>{sayActor(row.actor, words)}</td>
          <td className={styles.what}>
            <strong>{sayAction(row.action, words)}</strong>
            <AuditDetails row={row} names={names} timeZone={timeZone} />
          </td>
          <td>
            <About row={row} {...rest} />
          </td>
        </tr>
      ))}
    </Table>
  )
}

function Cards({ rows, ...rest }: AuditTableProps) {
  const words = useLogWords()
  const { names, timeZone } = rest
  return (
    <ul className={styles.cards}>
      {rows.map((row) => (
        <li key={row.id} className={styles.card}>
          <p>
            <strong>{sayAction(row.action, words)}</strong>
          </p>
          <p className={styles.line}>
            {sayActor(row.actor, words)}, <Moment at={row.at} />
          </p>
          <div>
            <About row={row} {...rest} />
          </div>
          <AuditDetails row={row} names={names} timeZone={timeZone} />
        </li>
      ))}
    </ul>
  )
}

/** To the second: much is done within a minute. */
function Moment({ at }: { at: string }) {
  const locale = useLocale()
  return (
    <time dateTime={at}>
      {at.slice(11, 19)}, {formatDate(at, locale)}
    </time>
  )
}

function About({ row, names, articleLink, onArticle }: Omit<AuditTableProps, 'rows'> & { row: AuditRow }) {
  const words = useLogWords()
  const { entity, entityId } = row
  const name = nameOf(row, names)
  if (entity !== 'article') {
    return (
      <>
        <span className={styles.entity}>{sayEntity(entity, words)}</span>
        {name}
      </>
    )
  }
  const title = name ?? words.openArticle
  return (
    <>
      {/* What was deleted is not there to be opened. */}
      {row.action === 'article.delete' ? (name ?? words.entities.article) : articleLink(entityId, title)}
      {onArticle ? (
        <button
          type="button"
          className={styles.only}
          aria-label={name ? words.onlyThisOf(name) : undefined}
          onClick={() => onArticle(entityId)}
        >
          {words.onlyThis}
        </button>
      ) : null}
    </>
  )
}
