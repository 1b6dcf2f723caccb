import type { ActingPerson } from '../lib/acting-person.ts'
import type { Db } from './client.ts'
import { auditLog } from './schema/audit.ts'

type Entry = Omit<typeof auditLog.$inferInsert, 'id' | 'at' | 'actorId' | 'actorName' | 'address'>

/** Notes in the append-only log who did what. Belongs into the transaction of the deed. */
export async function recordAudit(tx: Db, actor: ActingPerson, entry: Entry): Promise<void> {
  await tx.insert(auditLog).values({ ...entry, actorId: actor.userId, actorName: actor.name, address: actor.address })
}
