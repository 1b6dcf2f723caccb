import type { AuditRow } from '@bantin/shared/audit'
import type { Person } from '@bantin/shared/editorial-articles'
import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { auditLog } from '../../db/schema/audit.ts'
import { users } from '../../db/schema/users.ts'

export interface AuditFilters {
  /** Local days, both included. */
  from?: string
  to?: string
  actorId?: string
  action?: string
  entity?: string
  entityId?: string
}

/** Where a row stands in the log: its time and its id, as PostgreSQL writes them. */
export type Position = [at: string, id: string]

/** Rows that pass the filters, newest first, behind `after`. `timeZone` is the site's. */
export async function findAuditRows(
  db: Db,
  timeZone: string,
  filters: AuditFilters,
  after: Position | undefined,
  limit: number,
): Promise<{ row: AuditRow; position: Position }[]> {
  const rows = await db
    .select({
      stored: auditLog,
      at: sql<string>`published.site_time(${auditLog.at}, ${timeZone})`,
      exactly: sql<string>`${auditLog.at}::text`,
    })
    .from(auditLog)
    .where(
      and(...matches(timeZone, filters), after && sql`(${auditLog.at}, ${auditLog.id}) < (${after[0]}::timestamptz, ${after[1]}::bigint)`),
    )
    .orderBy(desc(auditLog.at), desc(auditLog.id))
    .limit(limit)
  return rows.map(({ stored, at, exactly }) => ({ row: toRow(stored, at), position: [exactly, String(stored.id)] }))
}

/** Everyone who has, or had, an account: by name. */
export async function findPeople(db: Db): Promise<Person[]> {
  return await db.select({ id: users.id, name: users.name }).from(users).orderBy(sql`${users.name} COLLATE "vi-x-icu"`, users.id)
}

/** Where the row with this id stands, or undefined. */
export async function findPosition(db: Db, id: number): Promise<Position | undefined> {
  const [row] = await db
    .select({ at: sql<string>`${auditLog.at}::text` })
    .from(auditLog)
    .where(eq(auditLog.id, id))
  return row && [row.at, String(id)]
}

function matches(timeZone: string, { from, to, actorId, action, entity, entityId }: AuditFilters): (SQL | undefined)[] {
  return [
    from === undefined ? undefined : sql`${auditLog.at} >= ${from}::date::timestamp AT TIME ZONE ${timeZone}`,
    to === undefined ? undefined : sql`${auditLog.at} < (${to}::date + 1)::timestamp AT TIME ZONE ${timeZone}`,
    actorId === undefined ? undefined : eq(auditLog.actorId, actorId),
    action === undefined ? undefined : eq(auditLog.action, action),
    entity === undefined ? undefined : eq(auditLog.entity, entity),
    entityId === undefined ? undefined : eq(auditLog.entityId, entityId),
  ]
}

function toRow(stored: typeof auditLog.$inferSelect, at: string): AuditRow {
  return {
    id: stored.id,
    at,
    actor: { id: stored.actorId, name: stored.actorName },
    address: stored.address,
    action: stored.action,
    entity: stored.entity,
    entityId: stored.entityId,
    version: stored.version,
    fields: stored.fields,
    beforeHash: hash(stored.beforeHash),
    afterHash: hash(stored.afterHash),
    detail: stored.detail,
  }
}

/** Hashes are stored bare, and answered with the name of their function. */
function hash(stored: string | null): string | null {
  return stored === null ? null : `sha256:${stored}`
}
