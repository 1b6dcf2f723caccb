import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { ArticleTeaser } from '../../features/articles/article-teaser.tsx'
import { type Found, type FoundSummary, foundArticlesQuery } from '../../features/articles/found-articles.api.ts'
import { formatNumber } from '../../lib/format.ts'
import { hasNoWord } from '../../lib/has-no-word.ts'
import { type Locale, useLocale } from '../../lib/i18n/locale.ts'
import { useSearchText } from '../../lib/i18n/site/use-search-text.ts'
import type { SearchWords } from '../../lib/i18n/site/vi-search.ts'
import { type Asked, searchPath } from '../../lib/search-address.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import feed from './article-feed.module.css'
import { FeedSkeleton } from './article-feed.tsx'
import { SearchFacets } from './search-facets.tsx'
import { SearchNarrowing, useNarrowing } from './search-narrowing.tsx'
import styles from './search-page.module.css'

export interface SearchPartProps {
  asked: Asked
  /** Of the search page. */
  path: string
}

/** What was found: how many, a page of it, and the ways to less and to more. */
export function SearchFindings({ asked, path }: SearchPartProps) {
  const words = useSearchText()
  const locale = useLocale()
  const { data, error, refetch } = useQuery(foundArticlesQuery(asked))
  const found = data && !('refused' in data) ? data : undefined
  const narrowing = useNarrowing(asked, found)
  const isWordless = hasNoWord(asked.q)
  return (
    <div className={styles.columns}>
      <section aria-label={words.results} className={styles.results}>
        <p role="status" className={styles.count}>
          {found && isWordless ? words.noWord : found ? countLine(found, words, locale) : data ? words.tooManyWords : ''}
        </p>
        {found?.didYouMean ? (
          <p>
            {words.meant}{' '}
            <Link lang="vi" className={styles.meant} href={searchPath(path, { ...asked, q: found.didYouMean, after: undefined })}>
              {found.didYouMean}
            </Link>
          </p>
        ) : null}
        <SearchNarrowing narrowing={narrowing} asked={asked} path={path} />
        {!data && error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
        {!data && !error ? <FeedSkeleton /> : null}
        {found && isWordless ? <p className={styles.hint}>{words.hint}</p> : null}
        {found && !isWordless ? <Results found={found} asked={asked} path={path} /> : null}
      </section>
      {found && found.facets.total > 0 ? <SearchFacets facets={found.facets} asked={asked} path={path} /> : null}
    </div>
  )
}

function countLine({ facets, articles }: Found, words: SearchWords, locale: Locale): string {
  if (facets.total === 0) return articles.length > 0 ? words.alike : words.nothing
  return words.found(`${formatNumber(facets.total, locale)}${facets.isMore ? '+' : ''}`)
}

function Results({ found: { articles, facets, next }, asked, path }: SearchPartProps & { found: Found }) {
  const words = useSearchText()
  if (articles.length === 0) return <Advice />
  const alike = facets.total > 0 ? articles.slice(facets.total) : []
  return (
    <>
      <SortLinks asked={asked} path={path} hasFacets={facets.total > 0} />
      <FoundList articles={articles.slice(0, articles.length - alike.length)} />
      {alike.length > 0 ? (
        <>
          <p className={styles.alike}>{words.alikeToo}</p>
          <FoundList articles={alike} />
        </>
      ) : null}
      {asked.after || next ? (
        <nav aria-label={words.paging} className={feed.pager}>
          {asked.after ? <Link href={searchPath(path, { ...asked, after: undefined })}>{words.first}</Link> : null}
          {next ? (
            <Link href={searchPath(path, { ...asked, after: next })} rel="next nofollow">
              {words.next}
            </Link>
          ) : null}
        </nav>
      ) : null}
    </>
  )
}

function FoundList({ articles }: { articles: FoundSummary[] }) {
  return (
    <ul className={feed.list}>
      {articles.map((article) => (
        <li key={article.id} className={feed.item}>
          <ArticleTeaser article={article} size="row" heading="h2" withSapo found={article.found} />
        </li>
      ))}
    </ul>
  )
}

function Advice() {
  const { advice } = useSearchText()
  return (
    <ul className={styles.advice}>
      {advice.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

/** In which order; and on a narrow screen the way to what narrows, which stands below. */
function SortLinks({ asked, path, hasFacets }: SearchPartProps & { hasFacets: boolean }) {
  const words = useSearchText()
  return (
    <nav aria-label={words.sort} className={styles.sorts}>
      {([undefined, 'moi-nhat', 'cu-nhat'] as const).map((sort) => (
        <Link
          key={sort ?? ''}
          className={styles.sort}
          href={searchPath(path, { ...asked, sort, after: undefined })}
          rel="nofollow"
          aria-current={asked.sort === sort ? 'true' : undefined}
        >
          {words.sorts[sort ?? 'relevance']}
        </Link>
      ))}
      {hasFacets ? (
        <a className={styles.jump} href="#thu-hep">
          {words.narrow}
        </a>
      ) : null}
    </nav>
  )
}
