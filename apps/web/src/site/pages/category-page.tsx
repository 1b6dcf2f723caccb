import { useQuery } from '@tanstack/react-query'
import { usePageView } from '../../features/analytics/use-page-view.ts'
import { categoriesQuery } from '../../features/categories/categories.api.ts'
import { useSiteText } from '../../lib/i18n/site/use-site-text.ts'
import { usePageHead } from '../use-page-head.ts'
import { ArticleFeed } from './article-feed.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { PageHeading } from './page-heading.tsx'
import { PageWaiting } from './page-waiting.tsx'

/** The articles of a category. */
export function CategoryPage({ slug, after, path }: { slug: string; after: string | undefined; path: string }) {
  const words = useSiteText()
  const result = useQuery(categoriesQuery())
  const category = result.data?.find((one) => one.slug === slug)
  usePageHead(category?.name, path)
  usePageView(category !== undefined, path)
  if (!result.data) return <PageWaiting error={result.error} onRetry={() => void result.refetch()} />
  if (!category) return <NotFoundPage />
  return (
    <>
      <PageHeading kind={words.article.categories} title={category.name} lang="vi" />
      <ArticleFeed filter={{ category: slug }} after={after} path={path} heading="h2" withCategory={false} />
    </>
  )
}
