import { type Actor, can } from '@bantin/shared/permissions'
import type { GrantInput, GrantsInput, User } from '@bantin/shared/users'
import type { Db } from '../../db/client.ts'
import { ProblemError } from '../../errors.ts'
import type { Answer, GuardedCall } from '../../guarded/call.ts'
import { requireRowVersion } from '../../guarded/row-version.ts'
import { giveGrants, requireMayGive, requireUnits } from './given-grants.ts'
import { deleteGrants, type GrantRow } from './grants.repository.ts'
import { includesGrant, noteGrants } from './note-grants.ts'
import { requireUser, type Target } from './require-user.ts'
import { answerWithUser } from './show-users.service.ts'
import { lockUsers } from './targets.repository.ts'

/**
 * Gives the person these roles and no other. Each that is new and each that goes has to be the actor's to give; those that stay need no
 * permission. Throws `not_found`, `forbidden`, `version_required`, `version_stale`, `unknown_reference`; `last_administrator` comes with
 * the end of the transaction.
 */
export async function changeGrants(db: Db, { actor, ifMatch }: GuardedCall, id: string, { grants }: GrantsInput): Promise<Answer<User>> {
  return await db.transaction(async (tx) => {
    // Asked before too, so that whoever may not do it neither waits for the account nor holds it up.
    await requireMayChange(tx, actor, id, grants)
    await lockUsers(tx, [id])
    const { target, gone, added } = await requireMayChange(tx, actor, id, grants)
    requireRowVersion(target.version, ifMatch)
    await requireUnits(tx, grants)
    if (gone.length + added.length === 0) return await answerWithUser(tx, actor, id)
    await deleteGrants(
      tx,
      gone.map((grant) => grant.id),
    )
    await giveGrants(tx, id, added)
    await noteGrants(tx, actor, target, grants)
    return await answerWithUser(tx, actor, id)
  })
}

interface GrantsChange {
  target: Target
  gone: GrantRow[]
  added: GrantInput[]
}

async function requireMayChange(tx: Db, actor: Actor, id: string, grants: GrantInput[]): Promise<GrantsChange> {
  const target = await requireUser(tx, actor, 'users.read', id)
  const gone = target.grants.filter((grant) => !includesGrant(grants, grant))
  const added = grants.filter((grant) => !includesGrant(target.grants, grant))
  if (gone.length + added.length > 0) await requireMayGive(tx, actor, [...gone, ...added])
  else requireMayChangeSome(actor, target)
  return { target, gone, added }
}

/** Who changes nothing here is no auditor that tries. */
function requireMayChangeSome(actor: Actor, { paths }: Target): void {
  if (!paths.some((unitPath) => can(actor, 'users.change', { unitPath }))) throw new ProblemError('forbidden')
}
