import { useQuery } from '@tanstack/react-query'
import { relatedSummary } from '../../features/articles/article-summary.ts'
import { ArticleTeaser } from '../../features/articles/article-teaser.tsx'
import type { PublicArticle } from '../../features/articles/articles.api.ts'
import { useSiteText } from '../../lib/i18n/site/use-site-text.ts'
import { relatedArticles } from '../page-queries.ts'
import styles from './article-page.module.css'

const shown = 5

/** What an editor has put beside the article, then more from its category; for one without a category, the newest. */
export function RelatedArticles({ article }: { article: PublicArticle }) {
  const words = useSiteText()
  const [category] = article.categories
  const { data } = useQuery(relatedArticles(category?.slug))
  const chosen = article.related.map((one) => relatedSummary(one, article.locale))
  const known = new Set([article.id, ...chosen.map(({ id }) => id)])
  const others = [...chosen, ...(data?.articles.filter(({ id }) => !known.has(id)) ?? [])].slice(0, shown)
  if (others.length === 0) return null
  return (
    <aside aria-labelledby="related" className={styles.related}>
      <h2 id="related" className={styles.relatedHeading}>
        {chosen.length > 0 ? words.related : category ? words.sameCategory : words.latest}
      </h2>
      <ul className={styles.relatedList}>
        {others.map((other) => (
          <li key={other.id}>
            <ArticleTeaser article={other} size="row" heading="h3" withCategory={false} />
          </li>
        ))}
      </ul>
    </aside>
  )
}
