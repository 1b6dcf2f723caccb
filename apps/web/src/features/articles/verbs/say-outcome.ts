import type { FieldError } from '@bantin/shared/errors'
import { ApiError } from '../../../lib/api-error.ts'
import { formatTime } from '../../../lib/format.ts'
import type { DeskWords } from '../../../lib/i18n/desk/vi.ts'
import { sayMoment } from '../say-moment.ts'
import type { Outcome } from './use-verbs.ts'

/** What there is to say after a verb, in one or two sentences. */
export function sayOutcome(outcome: Outcome, words: DeskWords, network: string): string {
  if (outcome.kind === 'done') return sayDone(outcome, words.verbs.done)
  if (outcome.kind === 'refused') return outcome.needsReview ? words.life.needsReview : sayRefusal(outcome.error, words.life, network)
  const { changedBy, changedAt } = outcome.current
  return (outcome.unsaved ? words.life.staleUnsaved : words.life.stale)(changedBy, formatTime(changedAt))
}

function sayDone({ verb, article }: Extract<Outcome, { kind: 'done' }>, done: DeskWords['verbs']['done']): string {
  const when = sayMoment(article.receipt?.at ?? article.updatedAt)
  switch (verb) {
    case 'publish':
    case 'publishMinor':
    case 'publishForced':
      return done.publish(when, article.edition ?? 1)
    case 'schedule':
      return done.schedule(sayMoment(article.publishAt ?? article.updatedAt))
    case 'assign':
      return article.assignee ? done.assign(article.assignee.name) : done.assignNobody
    case 'edit':
    case 'duplicate':
    case 'delete':
      return ''
    default:
      return done[verb](when)
  }
}

/** Why the API refused, in words that say what to do; `network` where it could not be asked. */
export function sayRefusal(error: unknown, words: DeskWords['life'], network: string): string {
  if (!(error instanceof ApiError)) return words.failed
  const { code, errors } = error
  if (code === 'network') return network
  if (code in words.refused) return words.refused[code as keyof typeof words.refused]
  const places = [...new Set(errors.map((each) => sayPlace(each, words.places)).filter(Boolean))]
  if (code === 'not_publishable') return [words.notPublishable, ...(places.length > 0 ? places : [words.failed])].join(' ')
  if (code === 'unknown_reference') return [words.reference, ...(places.length > 0 ? places : [words.failed])].join(' ')
  return words.failed
}

/** Whether the text was refused because it looks like one of an old font. */
export function hasLegacyFont(error: unknown): boolean {
  return error instanceof ApiError && error.errors.some(({ code }) => code === 'legacy_font')
}

/** What is wrong at a place; blocks of the text are one place, whichever they are. */
function sayPlace({ pointer = '', code }: FieldError, places: DeskWords['life']['places']): string {
  const place = pointer.startsWith('/body/content/') ? '/body/content' : pointer
  return places[code] ?? places[`${place} ${code}`] ?? places[place] ?? ''
}
