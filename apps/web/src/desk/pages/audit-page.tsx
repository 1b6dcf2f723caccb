import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { auditQuery } from '../../features/audit/audit.api.ts'
import { AuditFilters } from '../../features/audit/audit-filters.tsx'
import type { KnownNames } from '../../features/audit/audit-names.ts'
import { type AuditSearch, auditFiltersOf, changedSearch, readAuditSearch } from '../../features/audit/audit-search.ts'
import { AuditTable } from '../../features/audit/audit-table.tsx'
import { ExportButton } from '../../features/audit/export-button.tsx'
import { siteQuery } from '../../features/site/site.api.ts'
import { useAuditText } from '../../lib/i18n/desk/use-audit-text.ts'
import { PagedList } from '../../ui/paged-list.tsx'
import styles from './list-page.module.css'
import { Permitted } from './permitted.tsx'
import { useLogNames } from './use-log-names.ts'
import { useTitle } from './use-title.ts'

/** Who did what and when. */
export function AuditPage() {
  const words = useAuditText()
  useTitle(words.title)
  return (
    <Permitted action="audit.read">
      <Log />
    </Permitted>
  )
}

function Log() {
  const words = useAuditText()
  // The router hands on what it does not know, unread; it is read here.
  const search = readAuditSearch({ ...useSearch({ from: '/ban-bien-tap/nhat-ky' }) })
  const navigate = useNavigate()
  const { people, articles, names } = useLogNames(search.bai, search['tai-khoan'])
  const filter = (next: AuditSearch): void =>
    void navigate({ to: '/ban-bien-tap/nhat-ky', search: next, replace: true, resetScroll: false })
  return (
    <div className={styles.page}>
      <h1>{words.title}</h1>
      <p className={styles.lead}>{words.lead}</p>
      <AuditFilters search={search} onSearch={filter} people={people} articles={articles} />
      <ExportButton key={JSON.stringify(search)} filters={auditFiltersOf(search)} />
      <Rows search={search} names={names} onArticle={(bai) => filter(changedSearch(search, 'bai', bai))} />
    </div>
  )
}

interface RowsProps {
  search: AuditSearch
  names: KnownNames
  onArticle: (id: string) => void
}

function Rows({ search, names, onArticle }: RowsProps) {
  const words = useAuditText()
  const timeZone = useQuery(siteQuery()).data?.timeZone ?? 'Asia/Ho_Chi_Minh'
  const isFiltered = Object.keys(search).length > 0
  return (
    <PagedList
      query={useInfiniteQuery(auditQuery(auditFiltersOf(search)))}
      words={words}
      empty={<p className={styles.empty}>{isFiltered ? words.emptyFiltered : words.empty}</p>}
    >
      {(rows) => (
        <AuditTable
          rows={rows}
          names={names}
          timeZone={timeZone}
          onArticle={search.bai ? undefined : onArticle}
          articleLink={(articleId, name) => (
            <Link to="/ban-bien-tap/bai/$articleId" params={{ articleId }}>
              {name}
            </Link>
          )}
        />
      )}
    </PagedList>
  )
}
