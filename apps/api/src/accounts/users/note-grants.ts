import type { Grant } from '@bantin/shared/permissions'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { changeAccount } from '../accounts.repository.ts'

/** Notes in the audit log which roles the person had and which he has, as a new version of the account. */
export async function noteGrants(
  tx: Db,
  actor: ActingPerson,
  { id, version, grants }: { id: string; version: number; grants: Grant[] },
  after: Grant[],
): Promise<void> {
  await changeAccount(tx, id)
  const detail = { grants: { before: grants.map(bareGrant), after: after.map(bareGrant) } }
  await recordAudit(tx, actor, { action: 'user.grant', entity: 'user', entityId: id, version: version + 1, fields: ['grants'], detail })
}

/** Whether the role is among them. */
export function includesGrant(grants: Grant[], { role, unitId }: Grant): boolean {
  return grants.some((one) => one.role === role && one.unitId === unitId)
}

/** The role without what else its row has. */
export function bareGrant({ role, unitId }: Grant): Grant {
  return { role, unitId }
}
