import type { HandOverInput } from '@bantin/shared/hand-over'
import { can } from '@bantin/shared/permissions'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { lockClients, setResponsible } from './hand-over-clients.repository.ts'
import type { Successor } from './require-successor.ts'

/** Has the successor answer for the person's portals, those that the actor may change. Answers how many. */
export async function handOverClients(
  tx: Db,
  actor: ActingPerson,
  leaverId: string,
  successor: Successor | null,
  choice: HandOverInput['clients'],
): Promise<number> {
  if (choice === 'leave' || !successor) return 0
  const given = (await lockClients(tx, leaverId)).filter(({ unitPath }) => can(actor, 'clients.change', { unitPath }))
  await setResponsible(
    tx,
    given.map(({ id }) => id),
    successor.id,
  )
  const noted = given.map(({ id, name, version }) => {
    const detail = { name, responsibleUserId: { before: leaverId, after: successor.id } }
    return { action: 'client.handOver', entity: 'client', entityId: id, version: version + 1, fields: ['responsibleUserId'], detail }
  })
  await recordAudit(tx, actor, ...noted)
  return given.length
}
