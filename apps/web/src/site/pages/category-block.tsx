import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { ArticleTeaser } from '../../features/articles/article-teaser.tsx'
import type { CategoryLine } from '../../features/categories/categories.api.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { useSiteText } from '../../lib/i18n/site/use-site-text.ts'
import { sitePaths } from '../../lib/paths.ts'
import { Loading, Skeleton } from '../../ui/skeleton.tsx'
import { blockArticles } from '../page-queries.ts'
import styles from './category-block.module.css'

const shown = 4

/** The newest of one category on the front page, without those that stand above it. Nothing when there are none. */
export function CategoryBlock({ category, above }: { category: CategoryLine; above: Set<string> }) {
  const words = useSiteText()
  const href = sitePaths(useLocale()).category(category.slug)
  const { data, isPending } = useQuery(blockArticles(category.slug))
  const articles = data?.articles.filter(({ id }) => !above.has(id)).slice(0, shown) ?? []
  if (!isPending && articles.length === 0) return null
  const [first, ...rest] = articles
  const heading = `block-${category.slug}`
  return (
    <section aria-labelledby={heading} className={styles.block}>
      <h2 id={heading} className={styles.heading} lang="vi">
        <Link className={styles.link} href={href}>
          {category.name}
        </Link>
      </h2>
      {isPending ? <BlockSkeleton /> : null}
      {first ? <ArticleTeaser article={first} size="feature" heading="h3" withCategory={false} /> : null}
      {rest.length > 0 ? (
        <ul className={styles.rest}>
          {rest.map((article) => (
            <li key={article.id} className={styles.line}>
              <ArticleTeaser article={article} size="line" heading="h3" withCategory={false} />
            </li>
          ))}
        </ul>
      ) : null}
      <p>
        <Link className={styles.all} href={href} aria-label={words.allOf(category.name)}>
          {words.seeAll}
        </Link>
      </p>
    </section>
  )
}

function BlockSkeleton() {
  return (
    <Loading>
      <Skeleton shape="picture" />
      <Skeleton width="long" />
      <Skeleton width="short" />
    </Loading>
  )
}
