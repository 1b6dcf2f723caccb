import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { usePageView } from '../../features/analytics/use-page-view.ts'
import { ArticleBody } from '../../features/articles/article-body.tsx'
import { ArticleFacts, EditionRecord } from '../../features/articles/article-facts.tsx'
import { ArticleDates, ArticleHeader } from '../../features/articles/article-header.tsx'
import { ArticleHero } from '../../features/articles/article-hero.tsx'
import { ArticleNotices } from '../../features/articles/article-notices.tsx'
import { articleQuery, type PublicArticle } from '../../features/articles/articles.api.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import type { Lookup } from '../../lib/lookup.ts'
import { sitePaths } from '../../lib/paths.ts'
import { usePageHead } from '../use-page-head.ts'
import { ArticleOutline } from './article-outline.tsx'
import styles from './article-page.module.css'
import { NotFoundPage } from './not-found-page.tsx'
import { PageWaiting } from './page-waiting.tsx'
import { RelatedArticles } from './related-articles.tsx'

/** One article. */
export function ArticlePage({ slug, path }: { slug: string; path: string }) {
  const result = useQuery(articleQuery(slug))
  const article = result.data && 'found' in result.data ? result.data.found : undefined
  useCurrentSlug(slug, article)
  usePageView(article !== undefined, path, article?.id)
  if (result.data && 'missing' in result.data) return <NotFoundPage removed={result.data.missing === 'removed'} />
  if (article) return <FoundArticle article={article} />
  return (
    <PageWaiting error={result.error} onRetry={() => void result.refetch()}>
      <ArticleOutline />
    </PageWaiting>
  )
}

function FoundArticle({ article }: { article: PublicArticle }) {
  usePageHead(article.title, sitePaths('vi').article(article.slug))
  return (
    <div className={styles.page}>
      <article className={styles.article}>
        <ArticleNotices article={article} />
        <ArticleHeader article={article}>
          <ArticleDates article={article} />
        </ArticleHeader>
        {article.hero ? <ArticleHero picture={article.hero} lang={article.locale} /> : null}
        <ArticleBody html={article.bodyHtml} lang={article.locale} />
        <ArticleFacts article={article}>
          <EditionRecord article={article} />
        </ArticleFacts>
      </article>
      <RelatedArticles article={article} />
    </div>
  )
}

/** An old slug leads to the article all the same; its address becomes the current one without another request. */
function useCurrentSlug(slug: string, article: PublicArticle | undefined): void {
  const client = useQueryClient()
  const locale = useLocale()
  const [, navigate] = useLocation()
  useEffect(() => {
    if (!article || article.slug === slug) return
    const lookup: Lookup<PublicArticle> = { found: article }
    client.setQueryData(articleQuery(article.slug).queryKey, lookup)
    navigate(sitePaths(locale).article(article.slug), { replace: true })
  }, [client, locale, navigate, slug, article])
}
