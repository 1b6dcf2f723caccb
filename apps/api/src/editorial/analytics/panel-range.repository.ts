import { sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import type { Kept } from './cover.ts'

export interface KeptFigures extends Kept {
  /** When today's figures were made. */
  asOf: string | null
  /** The last day that another system counted: there are no hours of it. Null without any. */
  importedThrough: string | null
}

/** What figures there are of a site. Of one without any: none before today. */
export async function findKept(db: Db, siteId: string): Promise<KeptFigures> {
  const { rows } = await db.execute<KeptFigures & Record<string, unknown>>(sql`
    SELECT coalesce((SELECT min(starts_on) FROM stat_periods WHERE site_id = s.id AND cut = 'site' AND period = 'day'), published.today()) AS first,
      coalesce(closed_through, published.today() - 1) AS "closedThrough",
      (SELECT max(local_day) FROM imported_days WHERE site_id = s.id) AS "importedThrough",
      published.site_time(rolled_up_at, time_zone) AS "asOf"
    FROM sites s LEFT JOIN stat_progress ON site_id = s.id WHERE s.id = ${siteId}::uuid`)
  const [kept] = rows
  if (!kept) throw new Error('the site is gone')
  return kept
}

/** The category and everything below it. */
export async function categoriesBelow(db: Db, root: string): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    WITH RECURSIVE below (id) AS (
      SELECT id FROM categories WHERE id = ${root}::uuid
      UNION SELECT c.id FROM below JOIN categories c ON c.parent_id = below.id
    ) SELECT id FROM below`)
  return rows.map(({ id }) => id)
}
