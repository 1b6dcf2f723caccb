import type { EmailChange, Me } from '@bantin/shared/auth'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import { ProblemError } from '../../errors.ts'
import type { Answer, GuardedCall } from '../../guarded/call.ts'
import { requireRowVersion } from '../../guarded/row-version.ts'
import { changeAccount } from '../accounts.repository.ts'
import { revokeOpenLinks } from '../password-links/password-links.repository.ts'
import { lockAccount, requireAccount } from '../require-account.ts'
import { storedLine } from '../stored-line.ts'
import { sayEmailTaken } from '../users/email-taken.ts'
import { confirmPassword } from './confirm-password.ts'
import { readOwnAccount } from './profile.service.ts'

/**
 * Gives the person another e-mail to sign in with. It takes the password: whoever finds a desk open would have links mailed to himself.
 * Those that were mailed to the old one open nothing any more; sessions go on. Throws `confirmation_failed`, `too_many_requests`,
 * `version_required`, `version_stale`, `conflict` when the e-mail is taken.
 */
export async function changeEmail(db: Db, { actor, ifMatch }: GuardedCall, { email: typed, password }: EmailChange): Promise<Answer<Me>> {
  const account = await requireAccount(db, actor)
  const confirmed = await confirmPassword(db, account, password, actor.address ?? '')
  const email = storedLine(typed)
  return await db.transaction(async (tx) => {
    const { id, version, passwordHash, email: before } = await lockAccount(tx, actor)
    // It may have been changed elsewhere while this one was checked.
    if (passwordHash !== confirmed) throw new ProblemError('confirmation_failed')
    requireRowVersion(version, ifMatch)
    if (email === before) return await readOwnAccount(tx, actor)
    const next = await changeAccount(tx, id, { email }).catch(sayEmailTaken)
    await revokeOpenLinks(tx, id)
    await recordAudit(tx, actor, { action: 'user.profile', entity: 'user', entityId: id, version: next, fields: ['email'] })
    return await readOwnAccount(tx, actor)
  })
}
