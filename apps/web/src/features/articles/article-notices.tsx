import { formatDayTime } from '../../lib/format.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { useSiteText } from '../../lib/i18n/site/use-site-text.ts'
import styles from './article-notices.module.css'
import type { PublicArticle } from './articles.api.ts'

/** What a reader must know before the text: that it was withdrawn, or corrected. */
export function ArticleNotices({ article }: { article: PublicArticle }) {
  const { withdrawn, correction } = article
  return (
    <>
      {withdrawn ? <Withdrawal reason={withdrawn.reason} at={withdrawn.at} lang={article.locale} /> : null}
      {correction ? <CorrectionNotice correction={correction} lang={article.locale} /> : null}
    </>
  )
}

function Withdrawal({ reason, at, lang }: { reason: string; at: string; lang: string }) {
  const locale = useLocale()
  const words = useSiteText().article
  return (
    <section className={`${styles.notice} ${styles.withdrawn}`} aria-labelledby="withdrawn">
      <h2 id="withdrawn" className={styles.heading}>
        {words.withdrawn}
      </h2>
      <p>
        {words.withdrawnReason}: <span lang={lang}>{reason}</span>
      </p>
      <p className={styles.when}>{formatDayTime(at, locale)}</p>
    </section>
  )
}

function CorrectionNotice({ correction, lang }: { correction: NonNullable<PublicArticle['correction']>; lang: string }) {
  const locale = useLocale()
  const words = useSiteText().article
  return (
    <section className={styles.notice} aria-labelledby="correction">
      <h2 id="correction" className={styles.heading}>
        {words.correction}
      </h2>
      <dl className={styles.list}>
        <dt>{words.wrong}</dt>
        <dd lang={lang}>{correction.wrong}</dd>
        <dt>{words.right}</dt>
        <dd lang={lang}>{correction.right}</dd>
      </dl>
      {correction.note ? <p lang={lang}>{correction.note}</p> : null}
      <p className={styles.when}>{formatDayTime(correction.at, locale)}</p>
    </section>
  )
}
