import type { ActingPerson } from '../lib/acting-person.ts'
import { askToPurge } from './ask-to-purge.ts'
import type { Db } from './client.ts'
import { auditLog } from './schema/audit.ts'
import { insertRows, rowsOf } from './write-rows.ts'

/** A deed as the log keeps it. */
export type AuditEntry = Omit<typeof auditLog.$inferInsert, 'id' | 'at' | 'actorId' | 'actorName' | 'address' | 'transaction'>

/**
 * Notes in the append-only log who did what, one deed or many. Belongs into the transaction of the deed. Whatever is called otherwise now is
 * noted here, so caches in front are told of it from here too.
 */
export async function recordAudit(tx: Db, actor: ActingPerson, ...entries: AuditEntry[]): Promise<void> {
  await insertRows(tx, [auditRows(actor, ...entries)])
  await askToPurge(tx, entries)
}

/** The same as rows, for those who have more to insert. */
export function auditRows({ userId, name, address }: ActingPerson, ...entries: AuditEntry[]) {
  const none = { version: null, fields: [], beforeHash: null, afterHash: null, detail: null }
  return rowsOf(auditLog, ...entries.map((entry) => ({ ...none, ...entry, actorId: userId, actorName: name, address })))
}
