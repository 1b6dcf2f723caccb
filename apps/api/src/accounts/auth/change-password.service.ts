import type { PasswordChange } from '@bantin/shared/auth'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import { fieldProblem, ProblemError } from '../../errors.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import type { Caller } from '../../lib/caller.ts'
import { refuseCommonPassword } from '../common-passwords.ts'
import { hashPassword } from '../passwords.ts'
import { lockAccount, requireAccount } from '../require-account.ts'
import { confirmPassword } from './confirm-password.ts'
import { beginSession, type OpenSession, openSession, type TokenKeys } from './open-session.ts'
import { takePassword } from './take-password.ts'

/**
 * Changes the person's password and ends everything that the old one opened: sessions, trusted devices, links. The answer opens a
 * session anew. Throws `invalid_request` for a common password and for the same one, `confirmation_failed`, `too_many_requests`.
 */
export async function changePassword(
  db: Db,
  keys: TokenKeys,
  actor: ActingPerson,
  { currentPassword, password }: PasswordChange,
  caller: Caller,
): Promise<OpenSession> {
  const account = await requireAccount(db, actor)
  refuseCommonPassword(password, account.email)
  if (password === currentPassword) {
    const message = 'This is the password that you have now. Use another one.'
    throw fieldProblem('invalid_request', { in: 'body', pointer: '/password', code: 'same_password', message })
  }
  const confirmed = await confirmPassword(db, account, currentPassword, caller.address)
  const passwordHash = await hashPassword(password)
  const begun = await db.transaction(async (tx) => {
    // It may have been changed elsewhere while this one was hashed.
    const locked = await lockAccount(tx, actor)
    if (locked.passwordHash !== confirmed) throw new ProblemError('confirmation_failed')
    const version = await takePassword(tx, account.id, passwordHash)
    await recordAudit(tx, actor, { action: 'user.password', entity: 'user', entityId: account.id, version })
    return await beginSession(tx, account.id, caller)
  })
  return await openSession(db, keys, begun)
}
