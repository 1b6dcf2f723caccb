import type { EditorialArticle } from '@bantin/shared/editorial-articles'
import type { ReactNode } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import type { DeskWords } from '../../../lib/i18n/desk/vi.ts'
import { useLocale } from '../../../lib/i18n/locale.ts'
import { sitePaths } from '../../../lib/paths.ts'
import { sayMoment } from '../say-moment.ts'
import styles from './public-facts.module.css'

interface PublicFactsProps {
  article: EditorialArticle
  /** The link to another article's page here. */
  articleLink: (id: string, text: string) => ReactNode
}

/** Who works on the article, and what readers have of it: since when and in which edition, or since when and why not. */
export function PublicFacts({ article, articleLink }: PublicFactsProps) {
  const words = useDeskText()
  const paths = sitePaths(useLocale())
  const { publicState, publishedAt, edition, slug, redirect, assignee } = article
  const readable = publicState === 'published' || publicState === 'withdrawn'
  return (
    <div className={styles.facts}>
      <p>
        {words.verbs.assignee}: {assignee?.name ?? words.verbs.nobody}
      </p>
      {publishedAt && edition ? (
        <p>
          {words.list.columns.published} {sayMoment(publishedAt)} · {words.list.edition(edition)}
        </p>
      ) : (
        <p>{words.list.never}</p>
      )}
      {linesOf(article, words.life).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {redirect ? <p>{articleLink(redirect.to, words.life.redirectTarget)}</p> : null}
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

function linesOf({ hold, withdrawal, redirect, removal, isRedacted }: EditorialArticle, words: DeskWords['life']): string[] {
  return [
    ...(hold ? [words.held(sayMoment(hold.at))] : []),
    ...(hold?.reason ? [words.because(hold.reason)] : []),
    ...(withdrawal ? [words.withdrawn(sayMoment(withdrawal.at)), words.because(withdrawal.reason)] : []),
    ...(redirect ? [words.redirected(sayMoment(redirect.at))] : []),
    ...(removal ? [words.removed(sayMoment(removal.at)), words.removedAnswers[removal.answer], words.because(removal.reason)] : []),
    ...(isRedacted ? [words.redacted] : []),
  ]
}
