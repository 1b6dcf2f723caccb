import type { Db } from '../db/client.ts'
import { ProblemError } from '../errors.ts'
import type { Answer, GuardedCall } from '../guarded/call.ts'
import { requireArticle } from '../publication/article.ts'
import { findAnswer, keepAnswer, lockKey } from './idempotency.repository.ts'

/**
 * Does the work in one transaction. With an `Idempotency-Key` it is done once: its answer is kept in the same transaction, for a day,
 * and given again to a retry by whoever may still read the article of which it speaks. Refusals are not kept.
 * Throws `request_running` while the first try is still on its way, `idempotency_key_reused` when it was another request, `not_found`
 * when the article is not his to read any more.
 */
export async function answerOnce<T>(db: Db, call: GuardedCall, work: (tx: Db) => Promise<Answer<T>>): Promise<Answer<T>> {
  const { idempotencyKey: key, requestHash } = call
  const { userId: actorId } = call.actor
  return await db.transaction(async (tx) => {
    if (key === undefined || actorId === null) return await work(tx)
    if (!(await lockKey(tx, actorId, key))) throw new ProblemError('request_running', {}, 1)
    const earlier = await findAnswer<T>(tx, actorId, key)
    if (earlier && earlier.requestHash !== requestHash) throw new ProblemError('idempotency_key_reused')
    if (earlier) {
      const { articleId } = earlier.answer
      if (articleId !== undefined) await requireArticle(tx, call.actor, 'article.read', articleId)
      return earlier.answer
    }
    const answer = await work(tx)
    await keepAnswer(tx, { actorId, key, requestHash, answer })
    return answer
  })
}
