import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { usePageView } from '../../features/analytics/use-page-view.ts'
import { authorQuery } from '../../features/authors/authors.api.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { useSiteText } from '../../lib/i18n/site/use-site-text.ts'
import { sitePaths } from '../../lib/paths.ts'
import { usePageHead } from '../use-page-head.ts'
import { ArticleFeed } from './article-feed.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { PageHeading } from './page-heading.tsx'
import { PageWaiting } from './page-waiting.tsx'

/** An author with the articles that carry the name. */
export function AuthorPage({ slug, after, path }: { slug: string; after: string | undefined; path: string }) {
  const words = useSiteText()
  const paths = sitePaths(useLocale())
  const { data, error, refetch } = useQuery(authorQuery(slug))
  const author = data && 'found' in data ? data.found : undefined
  usePageHead(author?.name, path)
  usePageView(author !== undefined, path)
  if (!data) return <PageWaiting error={error} onRetry={() => void refetch()} />
  if (!author) return <NotFoundPage />
  return (
    <>
      <PageHeading kind={words.author[author.kind]} title={author.name} lang="vi">
        {author.bio ? <p lang="vi">{author.bio}</p> : null}
        {author.unit ? (
          <p>
            {words.author.unit}: <Link href={paths.unit(author.unit.slug)}>{author.unit.name}</Link>
          </p>
        ) : null}
      </PageHeading>
      <ArticleFeed filter={{ author: slug }} after={after} path={path} heading="h2" />
    </>
  )
}
