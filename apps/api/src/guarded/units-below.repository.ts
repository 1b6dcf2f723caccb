import { inArray, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'

/** The units and everything below them today. */
export async function unitsBelow(db: Db, roots: string[]): Promise<string[]> {
  if (roots.length === 0) return []
  const { rows } = await db.execute<{ id: string }>(sql`
    WITH RECURSIVE below (id) AS (
      SELECT id FROM units WHERE ${inArray(sql`id`, roots)}
      UNION
      SELECT p.unit_id FROM below JOIN unit_parents p ON p.parent_id = below.id AND p.period @> published.today()
    )
    SELECT id FROM below`)
  return rows.map((row) => row.id)
}
