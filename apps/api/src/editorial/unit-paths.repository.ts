import { sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'

/** What permission over each of these units depends on, by id. Those that are not there are missing. */
export async function findUnitPaths(db: Db, unitIds: string[]): Promise<Map<string, string[]>> {
  if (unitIds.length === 0) return new Map()
  const { rows } = await db.execute<{ id: string; path: string[] }>(
    sql`SELECT id, unit_path(id) AS path FROM units WHERE id = ANY (${sql.param(unitIds)}::uuid[])`,
  )
  return new Map(rows.map(({ id, path }) => [id, path]))
}
