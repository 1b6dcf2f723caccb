import { useEffect, useRef } from 'react'
import { ApiError } from '../../../lib/api-error.ts'
import { formatTime } from '../../../lib/format.ts'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import type { DeskWords } from '../../../lib/i18n/desk/vi.ts'
import { useLocale } from '../../../lib/i18n/locale.ts'
import { sitePaths } from '../../../lib/paths.ts'
import { NoticeLine } from '../../../ui/notice-line.tsx'
import { sayMoment } from '../say-moment.ts'
import type { Outcome } from './use-verbs.ts'

/**
 * The answer to a verb, in a line that is announced; after publishing with the way to the public page. It takes the focus: the button
 * that was pressed has often left the page by then.
 */
export function OutcomeLine({ outcome, onClose }: { outcome: Outcome | null; onClose: () => void }) {
  const words = useDeskText().verbs
  const paths = sitePaths(useLocale())
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (outcome && !isTyping()) ref.current?.focus()
  }, [outcome])
  const close = (): void => {
    onClose()
    ref.current?.focus()
  }
  return (
    <div ref={ref} role="status" tabIndex={-1}>
      {outcome ? (
        <NoticeLine
          tone={tones[outcome.kind]}
          onClose={close}
          actions={
            outcome.kind === 'done' && outcome.article.publicState !== 'held' ? (
              <a href={paths.article(outcome.article.slug)} target="_blank" rel="noreferrer">
                {words.view}
              </a>
            ) : null
          }
        >
          <p>{sayOutcome(outcome, words)}</p>
        </NoticeLine>
      ) : null}
    </div>
  )
}

/** Whoever has gone on to write while the verb was under way is not interrupted. */
function isTyping(): boolean {
  return document.activeElement?.matches('input, textarea, select') ?? false
}

const tones = { done: 'success', stale: 'notice', refused: 'danger' } as const

function sayOutcome(outcome: Outcome, words: DeskWords['verbs']): string {
  if (outcome.kind === 'stale') {
    const { changedBy, changedAt } = outcome.current
    return (outcome.unsaved ? words.staleUnsaved : words.stale)(changedBy, formatTime(changedAt))
  }
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
