import type { User, UserPatch } from '@bantin/shared/users'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import { addJob } from '../../db/jobs.ts'
import { ProblemError } from '../../errors.ts'
import type { Answer, GuardedCall } from '../../guarded/call.ts'
import { requireRowVersion } from '../../guarded/row-version.ts'
import { changeAccount } from '../accounts.repository.ts'
import { revokeOpenLinks } from '../password-links/password-links.repository.ts'
import { storedLine } from '../stored-line.ts'
import { sayEmailTaken } from './email-taken.ts'
import { lockUser, type Target } from './require-user.ts'
import { answerWithUser } from './show-users.service.ts'

/**
 * Changes name or e-mail. Links that were mailed to the old address open nothing any more, and it is told; sessions go on.
 * Throws `not_found`, `forbidden`, also for one's own e-mail, `version_required`, `version_stale`, and `conflict` when the e-mail is taken.
 */
export async function changeUser(db: Db, { actor, ifMatch }: GuardedCall, id: string, patch: UserPatch): Promise<Answer<User>> {
  return await db.transaction(async (tx) => {
    const target = await lockUser(tx, actor, 'users.change', id)
    const wanted = { name: storedLine(patch.name ?? target.name), email: storedLine(patch.email ?? target.email) }
    const fields = (['name', 'email'] as const).filter((field) => wanted[field] !== target[field])
    // Whoever sits down at an open desk would have a link mailed to himself: one's own takes the password, at `/auth/email`.
    if (actor.userId === id && fields.includes('email')) throw new ProblemError('forbidden')
    requireRowVersion(target.version, ifMatch)
    if (fields.length === 0) return await answerWithUser(tx, actor, id)
    await changeAccount(tx, id, wanted).catch(sayEmailTaken)
    if (fields.includes('email')) await leaveOldEmail(tx, target)
    await recordAudit(tx, actor, { action: 'user.change', entity: 'user', entityId: id, version: target.version + 1, fields })
    return await answerWithUser(tx, actor, id)
  })
}

/** Before the invitation is accepted nobody signs in with it, and a wrong one is a stranger's. */
async function leaveOldEmail(tx: Db, { id, email, state }: Target): Promise<void> {
  await revokeOpenLinks(tx, id)
  if (state !== 'invited') await addJob(tx, 'mailAccountNotice', { userId: id, about: 'email', to: email })
}
