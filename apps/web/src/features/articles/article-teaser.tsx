import { Link } from 'wouter'
import { formatDate } from '../../lib/format.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { useSiteText } from '../../lib/i18n/site/use-site-text.ts'
import { sitePaths } from '../../lib/paths.ts'
import { Marked } from '../../ui/marked.tsx'
import type { ArticleSummary } from './article-summary.ts'
import styles from './article-teaser.module.css'
import type { FoundParts } from './found-articles.api.ts'

export interface ArticleTeaserProps {
  article: ArticleSummary
  /** lead: the day's story · feature: picture above · row: picture beside · line: no picture */
  size: 'lead' | 'feature' | 'row' | 'line'
  heading: 'h2' | 'h3'
  /** On a category's own page its name would only repeat. */
  withCategory?: boolean
  withSapo?: boolean
  /** What of it was searched for, marked. */
  found?: FoundParts
}

/** How wide the picture is shown, for the browser's choice among widths. */
const widths = {
  lead: '(min-width: 64rem) 47rem, (min-width: 48rem) 50vw, 100vw',
  feature: '(min-width: 40rem) 18rem, 6.5rem',
  row: '9rem',
  line: '',
}

/** The `sizes` of the lead story's picture: the page preloads it with the same. */
export const leadSizes = widths.lead

/** An article in a list. The whole teaser leads to it through the title's link. */
export function ArticleTeaser({ article, size, heading: Heading, withCategory = true, withSapo = false, found }: ArticleTeaserProps) {
  const locale = useLocale()
  const words = useSiteText().article
  const { hero, category } = article
  return (
    <article className={`${styles.teaser} ${styles[size]}`}>
      {hero && size !== 'line' ? (
        <img
          className={styles.picture}
          src={hero.src}
          {...(hero.srcset ? { srcSet: hero.srcset, sizes: widths[size] } : {})}
          width={960}
          height={640}
          alt={size === 'lead' ? hero.alt : ''}
          loading={size === 'lead' ? 'eager' : 'lazy'}
          fetchPriority={size === 'lead' ? 'high' : 'auto'}
          decoding="async"
        />
      ) : null}
      <div className={styles.words} lang={article.locale}>
        {withCategory && category ? (
          <Link className={styles.category} href={sitePaths(locale).category(category.slug)}>
            {category.name}
          </Link>
        ) : null}
        <Heading className={styles.title}>
          <Link className={styles.link} href={sitePaths(locale).article(article.slug)}>
            {found ? <Marked html={found.title} /> : article.title}
          </Link>
        </Heading>
        {found?.text ? (
          <p className={styles.cutting}>
            <Marked html={found.text} />
          </p>
        ) : null}
        {withSapo && article.sapo ? <p className={styles.sapo}>{article.sapo}</p> : null}
        <p className={styles.meta}>
          <time dateTime={article.publishedAt} lang={locale}>
            {formatDate(article.publishedAt, locale)}
          </time>
          {found?.unit ? <span lang="vi">{found.unit.name}</span> : null}
          {article.isWithdrawn ? <Mark>{words.withdrawnMark}</Mark> : null}
          {article.isCorrected ? <Mark>{words.corrected}</Mark> : null}
        </p>
      </div>
    </article>
  )
}

function Mark({ children }: { children: string }) {
  const locale = useLocale()
  return (
    <span className={styles.mark} lang={locale}>
      {children}
    </span>
  )
}
