import type { MissingPaths } from '@bantin/shared/missing-paths'
import { formatDate, formatNumber } from '../../lib/format.ts'
import { useRedirectsText } from '../../lib/i18n/desk/use-redirects-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { sayAddress } from '../../lib/say-address.ts'
import { Button } from '../../ui/button.tsx'
import { Table } from '../../ui/table.tsx'
import { useMedia } from '../../ui/use-media.ts'
import styles from './redirect-table.module.css'

type MissingPath = MissingPaths['data'][number]

interface MissingTableProps {
  paths: readonly MissingPath[]
  /** Paths that lead somewhere since this page is open. */
  begun: ReadonlySet<string>
  /** Begins a redirect; null for those who may only look. */
  onBegin: ((path: string) => void) | null
}

/** What readers asked for in vain: a table, on a narrow screen cards. */
export function MissingTable(props: MissingTableProps) {
  return useMedia('(min-width: 56rem)') ? <Wide {...props} /> : <Cards {...props} />
}

function Wide({ paths, begun, onBegin }: MissingTableProps) {
  const { columns } = useRedirectsText().missing
  const locale = useLocale()
  return (
    <Table className={styles.table} columns={[columns.path, columns.count, columns.last, ...(onBegin ? [columns.action] : [])]}>
      {paths.map(({ path, count, lastAskedOn }) => (
        <tr key={path}>
          <td className={styles.path}>{sayAddress(path)}</td>
          <td className={styles.short}>{formatNumber(count, locale)}</td>
          <td className={styles.short}>{formatDate(lastAskedOn, locale)}</td>
          {onBegin ? (
            <td>
              <Begin path={path} isBegun={begun.has(path)} onBegin={onBegin} />
            </td>
          ) : null}
        </tr>
      ))}
    </Table>
  )
}

function Cards({ paths, begun, onBegin }: MissingTableProps) {
  const words = useRedirectsText()
  const locale = useLocale()
  return (
    <ul className={styles.cards}>
      {paths.map(({ path, count, lastAskedOn }) => (
        <li key={path} className={styles.card}>
          <p className={styles.from}>{sayAddress(path)}</p>
          <p className={styles.soft}>
            {words.hits(formatNumber(count, locale))}, {words.lastHit(formatDate(lastAskedOn, locale))}
          </p>
          {onBegin ? <Begin path={path} isBegun={begun.has(path)} onBegin={onBegin} /> : null}
        </li>
      ))}
    </ul>
  )
}

function Begin({ path, isBegun, onBegin }: { path: string; isBegun: boolean; onBegin: (path: string) => void }) {
  const words = useRedirectsText().missing
  return (
    <div className={styles.actions}>
      {isBegun ? (
        <span className={styles.soft}>{words.begun}</span>
      ) : (
        <Button aria-label={words.beginOne(sayAddress(path))} onClick={() => onBegin(path)}>
          {words.begin}
        </Button>
      )}
    </div>
  )
}
