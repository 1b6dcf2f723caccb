import type { CarriedOutReorganization, Reorganization } from '@bantin/shared/reorganizations'
import { desc, eq, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { reorganizations, type TouchedRow } from '../../db/schema/reorganizations.ts'

export interface NamedUnit {
  id: string
  name: string
  path: string[]
  isThere: boolean
}

/** The units of these ids that there are, and whether they are on the day. */
export async function findNamed(tx: Db, ids: string[], on: string): Promise<NamedUnit[]> {
  const { rows } = await tx.execute<{ id: string; name: string; path: string[]; isThere: boolean }>(sql`
    SELECT u.id, n.name, unit_path(u.id) AS path, n.period @> ${on}::date AS "isThere"
    FROM units u CROSS JOIN LATERAL published.unit_name(u.id, ${on}::date) n WHERE u.id = ANY (${sql.param(ids)}::uuid[]) ORDER BY u.id`)
  return rows
}

interface Inserted {
  id: string
  byUserId: string | null
  plan: Reorganization
  touched: TouchedRow[]
}

export async function insertReorganization(tx: Db, { id, byUserId, plan, touched }: Inserted): Promise<void> {
  await tx.insert(reorganizations).values({ id, at: sql`now()`, byUserId, onDay: plan.on, plan, touched })
}

/** The last one, if nobody undid it. */
export async function findLast(tx: Db): Promise<{ id: string; onDay: string; touched: TouchedRow[] } | undefined> {
  const { id, onDay, touched, undoneAt } = reorganizations
  const [last] = await tx.select({ id, onDay, touched, undoneAt }).from(reorganizations).orderBy(desc(id)).limit(1)
  return last?.undoneAt === null ? last : undefined
}

export async function isKnown(tx: Db, id: string): Promise<boolean> {
  return (await tx.select({ id: reorganizations.id }).from(reorganizations).where(eq(reorganizations.id, id))).length > 0
}

export async function markUndone(tx: Db, id: string): Promise<void> {
  await tx.update(reorganizations).set({ undoneAt: sql`now()` }).where(eq(reorganizations.id, id))
}

/** The newest hundred. */
export async function findReorganizations(db: Db): Promise<CarriedOutReorganization[]> {
  const { rows } = await db.execute<{ row: CarriedOutReorganization }>(sql`
    SELECT json_build_object('id', r.id, 'at', published.site_time(r.at, s.time_zone), 'on', r.on_day, 'verb', r.plan ->> 'verb',
      'by', (SELECT json_build_object('id', u.id, 'name', u.name) FROM users u WHERE u.id = r.by_user_id),
      'undoneAt', published.site_time(r.undone_at, s.time_zone),
      'canBeUndone', r.undone_at IS NULL AND r.id = (SELECT id FROM reorganizations ORDER BY id DESC LIMIT 1)) AS row
    FROM reorganizations r, (SELECT time_zone FROM sites ORDER BY id LIMIT 1) s ORDER BY r.id DESC LIMIT 100`)
  return rows.map(({ row }) => row)
}
