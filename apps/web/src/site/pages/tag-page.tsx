import { useQuery } from '@tanstack/react-query'
import { usePageView } from '../../features/analytics/use-page-view.ts'
import { tagQuery } from '../../features/tags/tags.api.ts'
import { useSiteText } from '../../lib/i18n/site/use-site-text.ts'
import { usePageHead } from '../use-page-head.ts'
import { ArticleFeed } from './article-feed.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { PageHeading } from './page-heading.tsx'
import { PageWaiting } from './page-waiting.tsx'

/** The articles that carry a tag. */
export function TagPage({ slug, after, path }: { slug: string; after: string | undefined; path: string }) {
  const words = useSiteText()
  const { data, error, refetch } = useQuery(tagQuery(slug))
  const tag = data && 'found' in data ? data.found : undefined
  usePageHead(tag?.name, path)
  usePageView(tag !== undefined, path)
  if (!data) return <PageWaiting error={error} onRetry={() => void refetch()} />
  if (!tag) return <NotFoundPage />
  return (
    <>
      <PageHeading kind={words.tag} title={tag.name} lang="vi" />
      <ArticleFeed filter={{ tag: slug }} after={after} path={path} heading="h2" />
    </>
  )
}
