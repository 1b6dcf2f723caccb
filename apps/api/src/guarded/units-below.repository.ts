import { inArray, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'

/** The units, what follows those that have ended, and everything below or before them today: where roles over them hold, as `unit_path` says. */
export async function unitsBelow(db: Db, roots: string[]): Promise<string[]> {
  if (roots.length === 0) return []
  const { rows } = await db.execute<{ id: string }>(sql`
    WITH RECURSIVE top (id) AS (
      SELECT id FROM units WHERE ${inArray(sql`id`, roots)}
      UNION
      SELECT s.to_unit_id FROM top JOIN unit_successions s ON s.from_unit_id = top.id AND s.on_day <= published.today()
    ), below (id) AS (
      SELECT id FROM top
      UNION
      SELECT next.id FROM below CROSS JOIN LATERAL (
        SELECT p.unit_id AS id FROM unit_parents p WHERE p.parent_id = below.id AND p.period @> published.today()
        UNION ALL SELECT s.from_unit_id FROM unit_successions s WHERE s.to_unit_id = below.id AND s.on_day <= published.today()
      ) next
    )
    SELECT id FROM below`)
  return rows.map((row) => row.id)
}
