import type { PreviewedArticle } from '@bantin/shared/previews'
import type { ReactNode } from 'react'
import { ArticleBody } from '../../features/articles/article-body.tsx'
import { ArticleFacts } from '../../features/articles/article-facts.tsx'
import { ArticleHeader } from '../../features/articles/article-header.tsx'
import { ArticleHero } from '../../features/articles/article-hero.tsx'
import type { ShownText } from '../../features/articles/articles.api.ts'
import { formatDayTime } from '../../lib/format.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { useLinkPageText } from '../../lib/i18n/site/use-link-page-text.ts'
import styles from './link-page.module.css'

/** What readers of a link must know before the text. */
export function LinkBanner({ label, children }: { label: string; children: ReactNode }) {
  return (
    <aside className={styles.banner} aria-label={label}>
      <p className={styles.label}>{label}</p>
      {children}
    </aside>
  )
}

/** The text of a revision, laid out as an article's page has it. */
export function LinkArticle({ article }: { article: ShownText & Pick<PreviewedArticle, 'bodyHtml' | 'savedAt' | 'revision'> }) {
  const words = useLinkPageText().preview
  const locale = useLocale()
  return (
    <article className={styles.article}>
      <ArticleHeader article={article}>
        <p>
          <time dateTime={article.savedAt}>{words.saved(formatDayTime(article.savedAt, locale))}</time>
        </p>
      </ArticleHeader>
      {article.hero ? <ArticleHero picture={article.hero} lang={article.locale} /> : null}
      <ArticleBody html={article.bodyHtml} lang={article.locale} />
      <ArticleFacts article={article}>{words.revision(article.revision)}</ArticleFacts>
    </article>
  )
}
