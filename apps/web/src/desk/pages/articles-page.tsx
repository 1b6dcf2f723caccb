import { maxQueryLength, maxTerms } from '@bantin/shared/search/query'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { articlesWithCopies } from '../../features/articles/drafts/local-copies.ts'
import { editorialArticlesQuery } from '../../features/articles/editorial.api.ts'
import { ArticleTable } from '../../features/articles/list/article-table.tsx'
import { ListFilters } from '../../features/articles/list/list-filters.tsx'
import { Overview } from '../../features/articles/list/overview.tsx'
import { filtersOf, hasTooManyWords, type ListSearch, readListSearch } from '../../features/articles/list/state-filter.ts'
import { useArticleFigures } from '../../features/figures/use-article-figures.ts'
import { inTreeOrder } from '../../features/units/unit-tree-choices.ts'
import { unitsQuery } from '../../features/units/units.api.ts'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { useActor, useMe } from '../../lib/use-session.ts'
import { Icon } from '../../ui/icon.tsx'
import { LiveSearch } from '../../ui/live-search.tsx'
import { PagedList } from '../../ui/paged-list.tsx'
import styles from './articles-page.module.css'
import { OpenDocument } from './open-document.tsx'
import { useTitle } from './use-title.ts'

/** The articles this person may read, newest change first, with the way to a new one. */
export function ArticlesPage() {
  const words = useDeskText().list
  // The router hands on what it does not know, unread; it is read here.
  const search = readListSearch({ ...useSearch({ from: '/ban-bien-tap/bai' }) })
  const navigate = useNavigate()
  const units = useQuery(unitsQuery()).data ?? []
  const { id } = useMe()
  const actor = useActor()
  const [unsaved] = useState(() => articlesWithCopies(id))
  useTitle(words.title)
  const show = (next: ListSearch): void => void navigate({ to: '/ban-bien-tap/bai', search: next, replace: true, resetScroll: false })
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1>{words.title}</h1>
        <div className={styles.begin}>
          <Link to="/ban-bien-tap/bai/$articleId" params={{ articleId: 'moi' }} className={styles.write}>
            <Icon name="write" />
            {words.write}
          </Link>
          <OpenDocument units={units} />
        </div>
      </div>
      {unsaved.has(null) ? (
        <p className={styles.notice}>
          {words.newUnsaved}{' '}
          <Link to="/ban-bien-tap/bai/$articleId" params={{ articleId: 'moi' }}>
            {words.see}
          </Link>
        </p>
      ) : null}
      <Overview
        actor={actor}
        link={(filters, content) => (
          <Link to="/ban-bien-tap/bai" search={filters}>
            {content}
          </Link>
        )}
      />
      <div className={styles.live}>
        <LiveSearch
          text={search.tim ?? ''}
          label={words.search}
          maxLength={maxQueryLength}
          onSearch={(tim) => show(searching(search, tim))}
        />
      </div>
      <ListFilters search={search} units={inTreeOrder(units)} onSearch={show} />
      {hasTooManyWords(search) ? (
        <p className={styles.empty}>{words.tooManyWords(maxTerms)}</p>
      ) : (
        <Articles search={search} unsaved={unsaved} />
      )}
    </div>
  )
}

function Articles({ search, unsaved }: { search: ListSearch; unsaved: ReadonlySet<string | null> }) {
  const query = useInfiniteQuery(editorialArticlesQuery(filtersOf(search, useMe().id)))
  const shown = query.data?.pages.flatMap((page) => page.data) ?? []
  const readsOf = useArticleFigures(shown.filter(({ publishedAt }) => publishedAt !== null).map(({ id }) => id))
  return (
    <PagedList query={query} words={useDeskText().list} empty={<Empty search={search} />}>
      {(articles) => (
        <ArticleTable
          articles={articles}
          unsaved={unsaved}
          readsOf={readsOf}
          link={(article, title) => (
            <Link to="/ban-bien-tap/bai/$articleId" params={{ articleId: article.id }}>
              {title}
            </Link>
          )}
        />
      )}
    </PagedList>
  )
}

/** The same filters with other words, or without any. */
function searching({ tim: _old, ...filters }: ListSearch, tim: string): ListSearch {
  return tim ? { ...filters, tim } : filters
}

function Empty({ search: { tim, ...filters } }: { search: ListSearch }) {
  const words = useDeskText().list
  const filtered = tim !== undefined || Object.keys(filters).length > 0
  const nothing = tim === undefined ? words.emptyFiltered : words.emptyFound(tim)
  return (
    <div className={styles.empty}>
      <p>{filtered ? nothing : words.empty}</p>
      {filtered ? null : <p>{words.emptyLead}</p>}
    </div>
  )
}
