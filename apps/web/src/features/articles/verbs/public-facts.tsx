import type { EditorialArticle } from '@bantin/shared/editorial-articles'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { useLocale } from '../../../lib/i18n/locale.ts'
import { sitePaths } from '../../../lib/paths.ts'
import { sayMoment } from '../say-moment.ts'
import styles from './public-facts.module.css'

/** What readers have of the article: since when and in which edition, or since when and why not. */
export function PublicFacts({ article }: { article: EditorialArticle }) {
  const words = useDeskText()
  const paths = sitePaths(useLocale())
  const { publicState, publishedAt, edition, hold, withdrawal, slug } = article
  const readable = publicState === 'published' || publicState === 'withdrawn'
  return (
    <div className={styles.facts}>
      {publishedAt && edition ? (
        <p>
          {words.list.columns.published} {sayMoment(publishedAt)} · {words.list.edition(edition)}
        </p>
      ) : (
        <p>{words.list.never}</p>
      )}
      {hold ? <p>{words.verbs.held(sayMoment(hold.at))}</p> : null}
      {hold?.reason ? <p>{words.verbs.because(hold.reason)}</p> : null}
      {withdrawal ? <p>{words.verbs.withdrawn(sayMoment(withdrawal.at))}</p> : null}
      {withdrawal ? <p>{words.verbs.because(withdrawal.reason)}</p> : null}
      {readable ? (
        <p>
          <a href={paths.article(slug)} target="_blank" rel="noreferrer">
            {words.verbs.view}
          </a>
        </p>
      ) : null}
    </div>
  )
}
