import { eq } from 'drizzle-orm'
import { articles } from '../db/schema/articles.ts'
import { fieldProblem } from '../errors.ts'
import { noPlannedWithdrawal, notWithdrawn } from './marks.ts'
import type { VerbEffect } from './verbs.ts'

/** Takes the article off everything we serve; the text is kept and can come back. The reason may follow later, once. */
export const hold: VerbEffect<'hold'> = async (_tx, article, _actor, input, _move, now) => {
  const reason = input.reason?.trim() ? input.reason : null
  if (article.publicState === 'held') return { set: { holdReason: reason }, fields: ['hold'], detail: { reason } }
  return {
    set: { ...notWithdrawn, heldAt: now, holdReason: reason },
    fields: ['publicState'],
    detail: { reason },
    change: { action: 'delete', reason: 'held', edition: article.edition },
  }
}

/** Shows the same edition again. */
export const putBack: VerbEffect<'putBack'> = async (_tx, article) => ({
  set: notWithdrawn,
  fields: ['publicState'],
  change: { action: 'put', reason: 'put_back', edition: article.edition },
})

/** Stays readable at its address under a banner with the reason, and leaves every list. */
export const withdraw: VerbEffect<'withdraw'> = async (_tx, article, _actor, { reason }, _move, now) => ({
  set: { ...notWithdrawn, ...noPlannedWithdrawal, withdrawnAt: now, withdrawalReason: reason },
  fields: ['publicState'],
  detail: { reason },
  change: { action: 'put', reason: 'withdrawn', edition: article.edition },
})

/** Withdraws what was planned to be, with the time and the reason of the plan. */
export const withdrawDue: VerbEffect<'withdrawDue'> = async (tx, article, actor, _input, move, now) => {
  const { withdrawAt, withdrawAtReason } = article
  if (withdrawAt === null || withdrawAtReason === null) throw new Error('a withdrawal that nobody planned')
  const effect = await withdraw(tx, article, actor, { reason: withdrawAtReason }, move, now)
  return { ...effect, set: { ...effect.set, withdrawnAt: withdrawAt, dueAttempts: 0, dueRetryAt: null } }
}

/** Sends readers on to another article of the site. The caller has locked both. */
export const redirect: VerbEffect<'redirect'> = async (tx, article, _actor, { target }, _move, now) => {
  const [found] = await tx.select().from(articles).where(eq(articles.id, target))
  if (!found || found.siteId !== article.siteId || found.id === article.id || found.publicState !== 'published') {
    const message = 'Name another article that is public now.'
    throw fieldProblem('unknown_reference', { in: 'body', pointer: '/target', code: 'not_public', message })
  }
  return {
    set: { ...notWithdrawn, ...noPlannedWithdrawal, redirectedTo: target, redirectedAt: now },
    fields: ['publicState'],
    detail: { target },
    change: { action: 'delete', reason: 'redirected', edition: article.edition, replacedBy: target },
  }
}

/** Takes it away: its addresses say that it is gone, or nothing at all. The text is kept for the record. */
export const remove: VerbEffect<'remove'> = async (_tx, article, _actor, { answer, reason }, _move, now) => ({
  set: { ...notWithdrawn, ...noPlannedWithdrawal, removedAt: now, removalAnswer: answer, removalReason: reason },
  fields: ['publicState'],
  detail: { answer, reason },
  change: { action: 'delete', reason: 'removed', edition: article.edition },
})
