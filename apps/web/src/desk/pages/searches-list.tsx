import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { searchesQuery } from '../../features/searches/searches.api.ts'
import type { SearchesSearch } from '../../features/searches/searches-search.ts'
import { SearchesTable } from '../../features/searches/searches-table.tsx'
import { useSearchesText } from '../../lib/i18n/desk/use-searches-text.ts'
import { PagedList } from '../../ui/paged-list.tsx'
import styles from './list-page.module.css'

interface SearchesListProps {
  search: SearchesSearch
  onBegin: ((words: string) => void) | null
}

/** What readers searched for, the most wanted first; or only what found nothing. */
export function SearchesList({ search, onBegin }: SearchesListProps) {
  const words = useSearchesText()
  const navigate = useNavigate()
  const onlyNothing = search['khong-thay'] ?? false
  const show = (next: SearchesSearch): void =>
    void navigate({ to: '/ban-bien-tap/tim-kiem', search: next, replace: true, resetScroll: false })
  return (
    <>
      <p className={styles.lead}>{words.asked.lead}</p>
      <label className={styles.check}>
        <input type="checkbox" checked={onlyNothing} onChange={(event) => show(event.target.checked ? { 'khong-thay': true } : {})} />
        {words.asked.onlyNothing}
      </label>
      <PagedList
        query={useInfiniteQuery(searchesQuery(onlyNothing))}
        words={{ ...words, shown: words.asked.shown }}
        empty={<p className={styles.empty}>{onlyNothing ? words.asked.emptyNothing : words.asked.empty}</p>}
      >
        {(searches) => <SearchesTable searches={searches} onBegin={onBegin} />}
      </PagedList>
    </>
  )
}
