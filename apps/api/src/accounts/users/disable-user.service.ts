import type { User } from '@bantin/shared/users'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import type { Answer, GuardedCall } from '../../guarded/call.ts'
import { requireRowVersion } from '../../guarded/row-version.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { setDisabled } from '../accounts.repository.ts'
import { revokeOpenLinks } from '../password-links/password-links.repository.ts'
import { deleteDevicesOf } from '../second-factor/trusted-devices.repository.ts'
import { endSessionsOf } from '../sessions/sessions.repository.ts'
import { lockUser, type Target } from './require-user.ts'
import { answerWithUser } from './show-users.service.ts'

/**
 * From the next request on the person is nobody here; again is no error. Throws `not_found`, `forbidden`, `version_required`,
 * `version_stale`; `last_administrator` comes with the end of the transaction.
 */
export async function disableUser(db: Db, { actor, ifMatch }: GuardedCall, id: string): Promise<Answer<User>> {
  return await db.transaction(async (tx) => {
    const target = await lockUser(tx, actor, 'users.change', id)
    requireRowVersion(target.version, ifMatch)
    if (target.state !== 'disabled') await disable(tx, actor, target)
    return await answerWithUser(tx, actor, id)
  })
}

/** Ends all ways in: sessions, links, trusted devices. For an account that is locked and not disabled. */
export async function disable(tx: Db, actor: ActingPerson, { id, version }: Pick<Target, 'id' | 'version'>): Promise<void> {
  await setDisabled(tx, id, true)
  await endSessionsOf(tx, id, 'disabled')
  await revokeOpenLinks(tx, id)
  await deleteDevicesOf(tx, id)
  await recordAudit(tx, actor, { action: 'user.disable', entity: 'user', entityId: id, version: version + 1, fields: ['disabledAt'] })
}

/** The person may sign in again, with the same password. Throws `not_found`, `forbidden`, `version_required`, `version_stale`. */
export async function enableUser(db: Db, { actor, ifMatch }: GuardedCall, id: string): Promise<Answer<User>> {
  return await db.transaction(async (tx) => {
    const { state, version } = await lockUser(tx, actor, 'users.change', id)
    requireRowVersion(version, ifMatch)
    if (state !== 'disabled') return await answerWithUser(tx, actor, id)
    await setDisabled(tx, id, false)
    // One that was opened in the moment of disabling was good for nothing so far.
    await endSessionsOf(tx, id, 'disabled')
    await recordAudit(tx, actor, { action: 'user.enable', entity: 'user', entityId: id, version: version + 1, fields: ['disabledAt'] })
    return await answerWithUser(tx, actor, id)
  })
}
