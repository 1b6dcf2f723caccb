import { ApiError } from '../../../lib/api-error.ts'
import { formatTime } from '../../../lib/format.ts'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import type { DeskWords } from '../../../lib/i18n/desk/vi.ts'
import { useLocale } from '../../../lib/i18n/locale.ts'
import { sitePaths } from '../../../lib/paths.ts'
import { sayMoment } from '../say-moment.ts'
import styles from './outcome-line.module.css'
import type { Outcome } from './use-verbs.ts'

/** The answer to a verb, in a line that is announced; after publishing with the way to the public page. */
export function OutcomeLine({ outcome }: { outcome: Outcome | null }) {
  const words = useDeskText().verbs
  const paths = sitePaths(useLocale())
  return (
    <div role="status">
      {outcome ? (
        <div className={[styles.line, styles[outcome.kind]].join(' ')}>
          <p>{sayOutcome(outcome, words)}</p>
          {outcome.kind === 'done' && outcome.article.publicState !== 'held' ? (
            <a href={paths.article(outcome.article.slug)} target="_blank" rel="noreferrer">
              {words.view}
            </a>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}

function sayOutcome(outcome: Outcome, words: DeskWords['verbs']): string {
  if (outcome.kind === 'stale') return words.stale(outcome.current.changedBy, formatTime(outcome.current.changedAt))
  if (outcome.kind === 'refused') return sayRefusal(outcome.error, words)
  const { updatedAt, edition } = outcome.article
  return words.done[outcome.verb](sayMoment(updatedAt), edition ?? 1)
}

function sayRefusal(error: unknown, words: DeskWords['verbs']): string {
  if (!(error instanceof ApiError)) return words.failed
  if (error.code === 'move_not_allowed') return words.notAllowed
  if (error.code === 'not_publishable')
    return [words.notPublishable, ...error.errors.map(({ pointer }) => missing(pointer, words))].join(' ')
  return words.failed
}

function missing(pointer: string | undefined, words: DeskWords['verbs']): string {
  return pointer === '/body' ? words.noText : words.failed
}
