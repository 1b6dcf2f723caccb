import { Fragment, type ReactNode } from 'react'
import { Link } from 'wouter'
import { formatDayTime } from '../../lib/format.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { useSiteText } from '../../lib/i18n/site/use-site-text.ts'
import { sitePaths } from '../../lib/paths.ts'
import styles from './article-header.module.css'
import type { PublicArticle, ShownText } from './articles.api.ts'

/** Category, kicker, title, sapo and byline; `children` say when it was written. */
export function ArticleHeader({ article, children }: { article: ShownText; children: ReactNode }) {
  const locale = useLocale()
  const [category] = article.categories
  return (
    <header className={styles.header}>
      <div className={styles.words} lang={article.locale}>
        {category ? (
          <Link className={styles.category} href={sitePaths(locale).category(category.slug)}>
            {category.name}
          </Link>
        ) : null}
        {article.kicker ? <p className={styles.kicker}>{article.kicker}</p> : null}
        <h1 className={styles.title}>{article.title}</h1>
        {article.sapo ? <p className={styles.sapo}>{article.sapo}</p> : null}
      </div>
      <div className={styles.meta}>
        <Bylines article={article} />
        {children}
      </div>
    </header>
  )
}

/** When the article was published, and when it was last updated. */
export function ArticleDates({ article: { firstPublishedAt, updatedAt, edition } }: { article: PublicArticle }) {
  const locale = useLocale()
  const words = useSiteText().article
  return (
    <p>
      <time dateTime={firstPublishedAt}>{formatDayTime(firstPublishedAt, locale)}</time>
      {edition > 1 ? (
        <>
          {' · '}
          <time dateTime={updatedAt}>{words.updated(formatDayTime(updatedAt, locale))}</time>
        </>
      ) : null}
    </p>
  )
}

function Bylines({ article: { bylines } }: { article: ShownText }) {
  const locale = useLocale()
  const { roles } = useSiteText().article
  if (bylines.length === 0) return null
  return (
    <p className={styles.bylines}>
      {bylines.map(({ name, role, url }, index) => (
        <Fragment key={url + role}>
          {index > 0 ? ', ' : null}
          <Link className={styles.author} href={sitePaths(locale).author(lastPart(url))}>
            {name}
          </Link>
          {roles[role] ? ` (${roles[role]})` : null}
        </Fragment>
      ))}
    </p>
  )
}

/** A byline carries the author's page as an address, whose last part is the slug. */
function lastPart(url: string): string {
  return url.slice(url.lastIndexOf('/') + 1)
}
