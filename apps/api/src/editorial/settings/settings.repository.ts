import type { PolicyInput, PolicyOf, SettingsPatch } from '@bantin/shared/settings'
import { and, eq, isNotNull, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import type { SiteRow } from '../../db/find-site.ts'
import { categories } from '../../db/schema/categories.ts'
import { secondFactors } from '../../db/schema/sessions.ts'
import { sites } from '../../db/schema/sites.ts'
import { units } from '../../db/schema/units.ts'

export type Kind = 'unit' | 'category'

// Also of one that has ended: what follows it is held to its policy. `${units}.id`, since drizzle would write a bare column.
const unitName = sql<string>`(published.unit_name(${units}.id, published.today())).name`

const tables = {
  unit: { table: units, columns: columnsOf(units, unitName) },
  category: { table: categories, columns: columnsOf(categories, sql<string>`${categories.name}`) },
}

function columnsOf(table: typeof units | typeof categories, name: SQL<string>) {
  return { id: table.id, name, publishingPolicy: table.publishingPolicy, version: table.version }
}

/** Whether it is on, not only offered. */
export async function hasSecondFactor(db: Db, userId: string): Promise<boolean> {
  const isOn = and(eq(secondFactors.userId, userId), isNotNull(secondFactors.confirmedAt))
  return (await db.select({ userId: secondFactors.userId }).from(secondFactors).where(isOn)).length > 0
}

export async function updateSite(tx: Db, site: SiteRow, patch: SettingsPatch): Promise<void> {
  await tx
    .update(sites)
    .set({ ...patch, version: site.version + 1 })
    .where(eq(sites.id, site.id))
}

/** Those that ask for more than the site, by name. */
export async function findStricter(db: Db, kind: Kind): Promise<PolicyOf[]> {
  const { table, columns } = tables[kind]
  const rows = await db
    .select(columns)
    .from(table)
    .where(isNotNull(table.publishingPolicy))
    .orderBy(sql`${columns.name} COLLATE "vi-x-icu"`, table.id)
  return rows as PolicyOf[]
}

/** One of them, locked when it is going to be changed. */
export async function findPolicyOf(db: Db, kind: Kind, id: string, lock = false): Promise<PolicyOf | undefined> {
  const { table, columns } = tables[kind]
  const query = db.select(columns).from(table).where(eq(table.id, id))
  const [row] = await (lock ? query.for('update') : query)
  return row as PolicyOf | undefined
}

export async function updatePolicyOf(tx: Db, kind: Kind, { id, version }: PolicyOf, input: PolicyInput): Promise<void> {
  const { table } = tables[kind]
  await tx
    .update(table)
    .set({ ...input, version: version + 1 })
    .where(eq(table.id, id))
}

/** The unit and those above it. */
export async function findUnitPath(db: Db, unitId: string): Promise<string[]> {
  const { rows } = await db.execute<{ path: string[] }>(sql`SELECT unit_path(${unitId}) AS path`)
  return rows[0]?.path ?? []
}
