import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import type { OfADay } from '../lib/tally.ts'

interface Count extends OfADay {
  address: string
  count: number
}

/** Once a day has so many different paths, no more are noted: whoever makes paths up fills no table. */
const pathsOfADay = 10_000

/** Adds to what other processes have counted: all of it or nothing. */
export async function addCounts(db: Db, hits: Count[], missing: Count[]): Promise<void> {
  await db.transaction(async (tx) => {
    if (missing.length > 0) await addMissing(tx, missing)
    if (hits.length > 0) await addHits(tx, hits)
  })
}

/** Every process writes in the order of the keys, so that no two wait for each other in a circle. */
async function addMissing(tx: Db, counts: Count[]): Promise<void> {
  await tx.execute(sql`
    WITH given AS MATERIALIZED (SELECT * FROM ${given(counts)}),
    days AS MATERIALIZED (
      SELECT site_id, day, ${pathsOfADay}::int > (SELECT count(*) FROM (
        SELECT FROM missing_paths m WHERE m.site_id = d.site_id AND m.day = d.day LIMIT ${pathsOfADay}::int) AS noted) AS has_room
      FROM (SELECT DISTINCT site_id, day FROM given) d
    )
    INSERT INTO missing_paths (site_id, day, path, count)
    SELECT site_id, day, g.path, g.count
    FROM given g JOIN days USING (site_id, day) LEFT JOIN missing_paths m USING (site_id, day, path)
    WHERE has_room OR m.path IS NOT NULL
    ORDER BY site_id, day, g.path
    ON CONFLICT (site_id, day, path) DO UPDATE SET count = missing_paths.count + excluded.count`)
}

/** Likewise. The version of a redirect is that of what its editors wrote, and stays. */
async function addHits(tx: Db, counts: Count[]): Promise<void> {
  await tx.execute(sql`
    SELECT FROM redirects WHERE (site_id, from_path_query) IN (SELECT site_id, path FROM ${given(counts)})
    ORDER BY site_id, from_path_query FOR NO KEY UPDATE`)
  await tx.execute(sql`
    UPDATE redirects r SET hits = r.hits + g.count, last_hit_on = greatest(r.last_hit_on, g.day)
    FROM (SELECT site_id, path, sum(count)::int AS count, max(day) AS day FROM ${given(counts)} GROUP BY site_id, path) g
    WHERE r.site_id = g.site_id AND r.from_path_query = g.path`)
}

/** Forgets which paths were asked for more than 90 days ago. */
export async function deleteOldMissingPaths(db: Db): Promise<void> {
  await db.execute(sql`DELETE FROM missing_paths WHERE day < published.today() - 90`)
}

function given(counts: Count[]): SQL {
  const column = <K extends keyof Count>(name: K) => sql.param(counts.map((count) => count[name]))
  return sql`unnest(${column('siteId')}::uuid[], ${column('day')}::date[], ${column('address')}::text[], ${column('count')}::int[])
    AS given (site_id, day, path, count)`
}
