import type { EditorialArticle } from '@bantin/shared/editorial-articles'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import type { DeskWords } from '../../../lib/i18n/desk/vi.ts'
import { inZone } from '../../../lib/site-time.ts'
import { Button } from '../../../ui/button.tsx'
import { NoticeLine, type NoticeLineProps } from '../../../ui/notice-line.tsx'
import { isOverdue } from '../article-state.ts'
import { sayMoment } from '../say-moment.ts'
import type { DeskVerb } from './available-verbs.ts'
import styles from './state-notices.module.css'

interface StateNoticesProps {
  article: EditorialArticle
  available: readonly DeskVerb[]
  /** All that stands in the way of approving is that this person wrote last. */
  waitsForSecond: boolean
  /** Text that is shown and was not saved, while it cannot be. */
  unsaved: boolean
  /** Of the site. */
  timeZone: string
  busy: boolean
  onPress: (verb: DeskVerb) => void
}

interface Notice {
  key: string
  tone: NoticeLineProps['tone']
  lines: string[]
  verb?: DeskVerb
}

/** What is to be known about where the article stands before anything is done with it, each with the way out of it. */
export function StateNotices({ busy, onPress, ...state }: StateNoticesProps) {
  const words = useDeskText()
  return noticesOf(state, words.life).map(({ key, tone, lines, verb }) => (
    <NoticeLine
      key={key}
      tone={tone}
      actions={
        verb && state.available.includes(verb) ? (
          <Button busy={busy} onClick={() => onPress(verb)}>
            {words.verbs.names[verb]}
          </Button>
        ) : null
      }
    >
      {lines.map((line, place) => (
        <p key={line} className={place === 0 ? styles.first : undefined} id={line === words.life.secondPerson ? secondPersonId : undefined}>
          {line}
        </p>
      ))}
    </NoticeLine>
  ))
}

/** Where it says why approving waits for somebody else: for the button that cannot be used. */
export const secondPersonId = 'second-person'

type State = Omit<StateNoticesProps, 'busy' | 'onPress'>

function noticesOf(state: State, words: DeskWords['life']): Notice[] {
  return [...lockOf(state, words), ...scheduleOf(state, words), ...laterOf(state, words)]
}

/** Whether it can be changed now, and what changing it means. */
function lockOf({ article, available, waitsForSecond, unsaved }: State, words: DeskWords['life']): Notice[] {
  const { workState } = article
  const editable = available.includes('edit')
  const second = waitsForSecond ? [words.secondPerson] : []
  const kept = unsaved && !editable ? [words.unsavedKept] : []
  if (workState === 'in_review') {
    const first = editable ? words.reviewing : words.inReview
    return [{ key: 'review', tone: 'notice', lines: [first, ...second, ...kept], verb: 'recall' }]
  }
  if (workState === 'scheduled') return kept.length > 0 ? [{ key: 'kept', tone: 'notice', lines: kept }] : []
  if (!editable) return [{ key: 'reading', tone: 'notice', lines: [words.readOnly] }]
  if (workState === 'draft' && article.returned) {
    return [{ key: 'returned', tone: 'notice', lines: [words.returned(article.returned.by, sayMoment(article.returned.at))] }]
  }
  return workState === 'approved' ? [{ key: 'approved', tone: 'success', lines: [words.approved] }] : []
}

function scheduleOf({ article, available, timeZone }: State, words: DeskWords['life']): Notice[] {
  const { schedule } = article
  if (!schedule) return []
  const overdue = isOverdue(article)
  const at = sayMoment(schedule.at)
  const lines = [
    overdue ? words.overdue(at) : words.scheduled(at, schedule.by),
    ...(schedule.failures > 0 ? [words.failures(schedule.failures)] : []),
    ...(schedule.until ? [words.scheduledUntil(sayMoment(inZone(timeZone, schedule.until)), schedule.untilReason ?? '')] : []),
    available.includes('unschedule') ? words.scheduledLocked : words.scheduledByOthers,
  ]
  return [{ key: 'schedule', tone: overdue ? 'danger' : 'notice', lines, verb: 'unschedule' }]
}

/** What is still to come of what readers have. */
function laterOf({ article, available, waitsForSecond }: State, words: DeskWords['life']): Notice[] {
  const { unreviewed, plannedWithdrawal, workState } = article
  const second = waitsForSecond && workState !== 'in_review' ? [words.secondPerson] : []
  const notices: Notice[] = []
  if (unreviewed) {
    const lines = [words.unreviewed(sayMoment(unreviewed.at), unreviewed.by), words.unreviewedNote(unreviewed.note), ...second]
    notices.push({ key: 'unreviewed', tone: 'notice', lines })
  }
  if (plannedWithdrawal) {
    const line = words.plannedWithdrawal(sayMoment(plannedWithdrawal.at), plannedWithdrawal.reason)
    notices.push({ key: 'planned', tone: 'notice', lines: [line], verb: 'keepPublic' })
  }
  if (available.includes('holdReason')) notices.push({ key: 'hold', tone: 'notice', lines: [words.noHoldReason], verb: 'holdReason' })
  return notices
}
