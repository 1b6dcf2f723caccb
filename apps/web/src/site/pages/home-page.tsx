import { useQuery } from '@tanstack/react-query'
import { usePageView } from '../../features/analytics/use-page-view.ts'
import type { ArticleSummary } from '../../features/articles/article-summary.ts'
import { ArticleTeaser } from '../../features/articles/article-teaser.tsx'
import { categoriesQuery } from '../../features/categories/categories.api.ts'
import { siteQuery } from '../../features/site/site.api.ts'
import { useSiteText } from '../../lib/i18n/site/use-site-text.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { homeArticles, setArticles } from '../page-queries.ts'
import { usePageHead } from '../use-page-head.ts'
import { CategoryBlock } from './category-block.tsx'
import { splitFront } from './front.ts'
import styles from './home-page.module.css'
import { HomeSkeleton } from './home-skeleton.tsx'
import { HomeUnits } from './home-units.tsx'

/** The front page: lead, top stories, the newest, blocks by category, units. */
export function HomePage({ path }: { path: string }) {
  const words = useSiteText()
  const { data: site } = useQuery(siteQuery())
  const { data, error, refetch } = useQuery(homeArticles())
  const set = useSetArticles(site?.home)
  usePageHead(undefined, path)
  usePageView(data !== undefined, path)
  return (
    <>
      <h1>
        <VisuallyHidden>{site?.name ?? words.home}</VisuallyHidden>
      </h1>
      {data && set ? <Front articles={data.articles} set={set} /> : null}
      {!data && error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
      {(data && set) || error ? null : <HomeSkeleton />}
      <HomeUnits />
    </>
  )
}

/** What editors have set; undefined while it is asked for. Where that fails, the newest lead. */
function useSetArticles(ids: readonly string[] | undefined): ArticleSummary[] | undefined {
  const isAsked = ids !== undefined && ids.length > 0
  const { data, isError } = useQuery({ ...setArticles(ids ?? []), enabled: isAsked })
  return isAsked && !isError ? data?.articles : []
}

function Front({ articles, set }: { articles: ArticleSummary[]; set: ArticleSummary[] }) {
  const words = useSiteText()
  const { data: categories = [] } = useQuery(categoriesQuery())
  const { lead, top, latest } = splitFront(articles, set)
  if (!lead) return <p className={styles.empty}>{words.lists.empty}</p>
  const above = new Set([lead, ...top].map(({ id }) => id))
  return (
    <>
      <div className={styles.front}>
        <div>
          <ArticleTeaser article={lead} size="lead" heading="h2" withSapo />
        </div>
        {top.length > 0 ? (
          <section aria-label={words.topStories} className={styles.top}>
            {top.map((article) => (
              <ArticleTeaser key={article.id} article={article} size="feature" heading="h2" />
            ))}
          </section>
        ) : null}
        {latest.length > 0 ? <Latest articles={latest} /> : null}
      </div>
      <div className={styles.blocks}>
        {categories
          .filter(({ parentId }) => parentId === null)
          .map((category) => (
            <CategoryBlock key={category.slug} category={category} above={above} />
          ))}
      </div>
    </>
  )
}

function Latest({ articles }: { articles: ArticleSummary[] }) {
  const words = useSiteText()
  return (
    <section aria-labelledby="latest" className={styles.latest}>
      <h2 id="latest" className={styles.heading}>
        {words.latest}
      </h2>
      <ul className={styles.list}>
        {articles.map((article) => (
          <li key={article.id}>
            <ArticleTeaser article={article} size="line" heading="h3" withCategory={false} />
          </li>
        ))}
      </ul>
    </section>
  )
}
