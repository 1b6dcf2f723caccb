import type { Me, ProfilePatch } from '@bantin/shared/auth'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import type { Answer, GuardedCall } from '../../guarded/call.ts'
import { requireRowVersion } from '../../guarded/row-version.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { changeAccount } from '../accounts.repository.ts'
import { lockAccount } from '../require-account.ts'
import { storedLine } from '../stored-line.ts'
import { readMe } from '../users/read-me.service.ts'

/** The person who asks. */
export async function readOwnAccount(db: Db, actor: ActingPerson): Promise<Answer<Me>> {
  const body = await readMe(db, actor)
  return { status: 200, body, version: body.version }
}

/** Changes name and language. What is the same already changes nothing. Throws `version_required`, `version_stale`. */
export async function changeMe(db: Db, { actor, ifMatch }: GuardedCall, given: ProfilePatch): Promise<Answer<Me>> {
  const patch = given.name === undefined ? given : { ...given, name: storedLine(given.name) }
  return await db.transaction(async (tx) => {
    const account = await lockAccount(tx, actor)
    requireRowVersion(account.version, ifMatch)
    const fields = (Object.keys(patch) as (keyof ProfilePatch)[]).filter((name) => patch[name] !== account[name])
    if (fields.length > 0) {
      const version = await changeAccount(tx, account.id, patch)
      await recordAudit(tx, actor, { action: 'user.profile', entity: 'user', entityId: account.id, version, fields })
    }
    return await readOwnAccount(tx, actor)
  })
}
