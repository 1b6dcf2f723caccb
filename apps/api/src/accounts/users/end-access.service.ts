import type { User } from '@bantin/shared/users'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import { addJob } from '../../db/jobs.ts'
import { ProblemError } from '../../errors.ts'
import type { Answer } from '../../guarded/call.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import type { Secrets } from '../../lib/keys.ts'
import { findFactor, turnFactorOff } from '../second-factor/second-factor.repository.ts'
import { byOwnCode } from '../second-factor/take-code.ts'
import { endedSessions } from '../sessions/ended-sessions.ts'
import { endSessionsOf } from '../sessions/sessions.repository.ts'
import { lockUser, requireUser } from './require-user.ts'
import { answerWithUser } from './show-users.service.ts'

/** Signs the person out everywhere, on the next request; again is no error. Throws `not_found`, `forbidden`. */
export async function endSessions(db: Db, actor: ActingPerson, id: string): Promise<void> {
  await db.transaction(async (tx) => {
    await lockUser(tx, actor, 'users.change', id)
    const ended = await endSessionsOf(tx, id, 'revoked')
    if (ended.length === 0) return
    await recordAudit(tx, actor, { action: 'user.endSessions', entity: 'user', entityId: id, detail: endedSessions(ended) })
  })
}

/**
 * Takes away the second factor of somebody who lost it, on the word of an administrator who gives a code of his own. Throws `not_found`,
 * `forbidden`, also for oneself; `second_factor_required` when he has none, `confirmation_failed`, `too_many_requests`, and `conflict`
 * when there is none to take away.
 */
export async function resetSecondFactor(db: Db, secrets: Secrets, actor: ActingPerson, id: string, code: string): Promise<Answer<User>> {
  await requireUser(db, actor, 'users.change', id)
  if (actor.userId === null || actor.userId === id) throw new ProblemError('forbidden')
  if (!(await findFactor(db, actor.userId))?.isOn) throw new ProblemError('second_factor_required')
  const work = async (tx: Db): Promise<Answer<User>> => {
    await takeSecondFactor(tx, actor, id)
    return await answerWithUser(tx, actor, id)
  }
  return await byOwnCode(db, secrets, actor, code, work, [id])
}

/** The same without a question, for whoever was asked. Ends the sessions too: whose they are is in doubt. The person is told by mail. */
export async function takeSecondFactor(tx: Db, actor: ActingPerson, id: string): Promise<void> {
  const { email } = await lockUser(tx, actor, 'users.change', id)
  if (!(await turnFactorOff(tx, id))) throw new ProblemError('conflict', { detail: 'This account has no second factor.' })
  await endSessionsOf(tx, id, 'second factor')
  await recordAudit(tx, actor, { action: 'user.resetSecondFactor', entity: 'user', entityId: id })
  await addJob(tx, 'mailAccountNotice', { userId: id, about: 'secondFactor', to: email })
}
