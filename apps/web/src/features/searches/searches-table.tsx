import type { SearchedWords } from '@bantin/shared/searches'
import { formatDate, formatNumber } from '../../lib/format.ts'
import { useSearchesText } from '../../lib/i18n/desk/use-searches-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { sitePaths } from '../../lib/paths.ts'
import { askedNames } from '../../lib/search-address.ts'
import { Button } from '../../ui/button.tsx'
import { Table } from '../../ui/table.tsx'
import { useMedia } from '../../ui/use-media.ts'
import styles from './searches-table.module.css'

interface SearchesTableProps {
  searches: readonly SearchedWords[]
  /** Begins an abbreviation of these words; null for those who may only look. */
  onBegin: ((words: string) => void) | null
}

/** What readers searched for and what came of it: a table, on a narrow screen cards. */
export function SearchesTable(props: SearchesTableProps) {
  return useMedia('(min-width: 56rem)') ? <Wide {...props} /> : <Cards {...props} />
}

function Wide({ searches, onBegin }: SearchesTableProps) {
  const { columns } = useSearchesText().asked
  const locale = useLocale()
  const names = [columns.words, columns.count, columns.found, columns.last, ...(onBegin ? [columns.action] : [])]
  return (
    <Table className={styles.table} columns={names}>
      {searches.map(({ words, searches: count, results, lastSearchedOn }) => (
        <tr key={words}>
          <td className={styles.words}>
            <OnTheSite words={words} />
          </td>
          <td className={styles.short}>{formatNumber(count, locale)}</td>
          <td className={`${styles.short} ${results === 0 ? styles.nothing : ''}`}>{formatNumber(results, locale)}</td>
          <td className={styles.short}>{formatDate(lastSearchedOn, locale)}</td>
          {onBegin ? (
            <td>
              <Begin words={words} onBegin={onBegin} />
            </td>
          ) : null}
        </tr>
      ))}
    </Table>
  )
}

function Cards({ searches, onBegin }: SearchesTableProps) {
  const said = useSearchesText().asked
  const locale = useLocale()
  return (
    <ul className={styles.cards}>
      {searches.map(({ words, searches: count, results, lastSearchedOn }) => (
        <li key={words} className={styles.card}>
          <p className={styles.words}>
            <OnTheSite words={words} />
          </p>
          <p className={styles.soft}>
            {said.times(formatNumber(count, locale))},{' '}
            {results === 0 ? <span className={styles.nothing}>{said.nothing}</span> : said.found(formatNumber(results, locale))},{' '}
            {said.last(formatDate(lastSearchedOn, locale))}
          </p>
          {onBegin ? <Begin words={words} onBegin={onBegin} /> : null}
        </li>
      ))}
    </ul>
  )
}

/** What readers see now for these words. */
function OnTheSite({ words }: { words: string }) {
  const said = useSearchesText().asked
  const { search } = sitePaths(useLocale())
  return (
    <a href={`${search}?${new URLSearchParams({ [askedNames.q]: words })}`} target="_blank" rel="noreferrer" aria-label={said.open(words)}>
      {words}
    </a>
  )
}

function Begin({ words, onBegin }: { words: string; onBegin: (words: string) => void }) {
  const said = useSearchesText().asked
  return (
    <div className={styles.actions}>
      <Button aria-label={said.beginOne(words)} onClick={() => onBegin(words)}>
        {said.begin}
      </Button>
    </div>
  )
}
