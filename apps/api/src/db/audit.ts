import type { ActingPerson } from '../lib/acting-person.ts'
import type { Db } from './client.ts'
import { auditLog } from './schema/audit.ts'

type Entry = Omit<typeof auditLog.$inferInsert, 'id' | 'at' | 'actorId' | 'actorName' | 'address'>

/** Notes in the append-only log who did what, one deed or many. Belongs into the transaction of the deed. */
export async function recordAudit(tx: Db, { userId, name, address }: ActingPerson, ...entries: Entry[]): Promise<void> {
  if (entries.length === 0) return
  await tx.insert(auditLog).values(entries.map((entry) => ({ ...entry, actorId: userId, actorName: name, address })))
}
