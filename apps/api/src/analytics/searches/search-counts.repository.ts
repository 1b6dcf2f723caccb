import { sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import type { OfADay } from '../../lib/tally.ts'

/** What was searched for on a day, how often, and how many articles were found the last time. */
export interface CountedSearch extends OfADay {
  words: string
  results: number
  count: number
}

/** Once a day has so many different searches, no more are noted: whoever makes them up fills no table. */
const searchesOfADay = 10_000

/** Adds to what other processes have counted, in the order of the keys, so that no two wait for each other in a circle. */
export async function addSearches(db: Db, counted: CountedSearch[]): Promise<void> {
  const column = <K extends keyof CountedSearch>(name: K) => sql.param(counted.map((one) => one[name]))
  await db.execute(sql`
    WITH given AS MATERIALIZED (
      SELECT g.*, known.words IS NULL AS is_new
      FROM unnest(${column('siteId')}::uuid[], ${column('day')}::date[], ${column('words')}::text[], ${column('count')}::int[], ${column('results')}::int[])
          AS g (site_id, day, words, searches, results)
        LEFT JOIN search_days known USING (site_id, day, words)
    ), numbered AS (
      SELECT g.*, count(*) FILTER (WHERE is_new) OVER (PARTITION BY site_id, day ORDER BY words) + noted.count AS nth
      FROM given g JOIN LATERAL (
        SELECT count(*) FROM (SELECT FROM search_days s WHERE s.site_id = g.site_id AND s.day = g.day LIMIT ${searchesOfADay}::int) AS known
      ) AS noted ON true
    )
    INSERT INTO search_days (site_id, day, words, searches, results)
    SELECT site_id, day, words, searches, results FROM numbered WHERE NOT is_new OR nth <= ${searchesOfADay}::int
    ORDER BY site_id, day, words
    ON CONFLICT (site_id, day, words) DO UPDATE SET searches = search_days.searches + excluded.searches, results = excluded.results`)
}

/** Forgets what was searched for more than 90 days ago. */
export async function deleteOldSearches(db: Db): Promise<void> {
  await db.execute(sql`DELETE FROM search_days WHERE day < published.today() - 90`)
}
