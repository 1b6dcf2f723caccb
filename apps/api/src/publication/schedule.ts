import { fieldProblem } from '../errors.ts'
import { readRevision } from './article.ts'
import { kindOf } from './edition-kind.ts'
import { noPlannedWithdrawal, notScheduled } from './marks.ts'
import { requireComplete, requireReadable } from './publishable.ts'
import { sealRevision } from './revisions.ts'
import type { VerbEffect } from './verbs.ts'

/** Pins the newest revision to a moment; everything that publishing asks for is asked for now, when somebody can mend it. */
export const schedule: VerbEffect<'schedule'> = async (tx, article, actor, input, _move, now) => {
  const { at: given, acceptLegacyFont = false, ...publication } = input
  const head = await readRevision(tx, article.headRevisionId)
  kindOf(article, publication)
  await requireComplete(tx, head)
  await requireReadable(tx, head, { acceptLegacyFont })
  const at = new Date(given)
  requireOrder(now, at, publication)
  const until = publication.until ? new Date(publication.until).toISOString() : null
  await sealRevision(tx, head)
  return {
    set: {
      ...notScheduled,
      publishAt: at,
      scheduledPublication: publication,
      scheduledRevisionId: head.id,
      scheduledBy: actor.userId,
      scheduledAt: now,
    },
    fields: ['workState', 'publishAt'],
    detail: { at: at.toISOString(), until, revision: head.number },
  }
}

/** Takes it off the schedule; or calls off the withdrawal that was planned for what is public. */
export const unschedule: VerbEffect<'unschedule'> = async (_tx, article) =>
  article.workState === 'scheduled'
    ? { set: notScheduled, fields: ['workState', 'publishAt'] }
    : { set: noPlannedWithdrawal, fields: ['plannedWithdrawal'] }

function requireOrder(now: Date, at: Date, { until, untilReason }: { until?: string | null; untilReason?: string | null }): void {
  const wrong = (pointer: string, code: string, message: string) => fieldProblem('not_publishable', { in: 'body', pointer, code, message })
  if (!(at > now)) throw wrong('/at', 'past', 'Give a moment in the future, or publish now.')
  if (until && !untilReason) throw wrong('/untilReason', 'missing', 'Say why it is to be withdrawn then: readers are shown it.')
  if (untilReason && !until) throw wrong('/until', 'missing', 'Say when it is to be withdrawn.')
  if (until && !(new Date(until) > at)) throw wrong('/until', 'past', 'It cannot be withdrawn before it is published.')
}
