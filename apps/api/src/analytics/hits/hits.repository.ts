import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import type { hitDrops } from '../../db/schema/analytics.ts'
import type { Clock } from '../clocks.repository.ts'
import { markPresent } from '../presence/presence.repository.ts'

export interface NewHit {
  id: string
  articleId: string | null
  path: string | null
  /** Came from outside; whether it counts as a visit is decided when it is written. */
  entry: boolean
  visitor: Buffer | null
  /** Two letters, where it is known. */
  country: string | null
  referrerHost: string | null
}

export type DropCause = (typeof hitDrops.$inferSelect)['cause']

/** Visits that one visitor hash can make in half an hour. */
const visitLimit = 20

/**
 * Writes the hits of one site in one statement, each id once, and notes their visitors as present, as well as those `alsoPresent`. Returns
 * how many were refused because no public article has the id they name; they make nobody present. Every look-up is a scalar subquery: an
 * index probe for each hit, whatever the planner thinks of the table's size.
 */
export async function insertHits(tx: Db, clock: Clock, hits: NewHit[], alsoPresent: Buffer[] = []): Promise<number> {
  if (hits.length + alsoPresent.length === 0) return 0
  const { siteId, at, localDay, localHour, dayIsYoung } = clock
  const present = sql`
    SELECT visitor FROM given WHERE is_public AND visitor IS NOT NULL UNION ALL SELECT unnest(${sql.param(alsoPresent)}::bytea[])`
  const { rows } = await tx.execute<{ refused: number }>(sql`
    WITH given AS MATERIALIZED (
      SELECT g.*, g.article_id IS NULL OR coalesce(
          (SELECT true FROM published.articles a WHERE a.id = g.article_id AND a.site_id = ${siteId}::uuid), false) AS is_public
      FROM unnest(${columns(hits)}) WITH ORDINALITY AS g (id, article_id, path, entry, visitor, country, referrer_host, place)
    ), ranked AS (
      SELECT *, row_number() OVER (PARTITION BY visitor, entry ORDER BY place) AS nth FROM given WHERE is_public
    ), stored AS (
      INSERT INTO hits (local_day, id, at, local_hour, site_id, article_id, path, visit, visitor, country, referrer_host)
      SELECT ${localDay}::date, id, ${at}::timestamptz, ${localHour}::smallint, ${siteId}::uuid, article_id, path,
        CASE WHEN entry AND visitor IS NOT NULL THEN nth + ${recentVisits(clock)} <= ${visitLimit}::int ELSE entry END,
        visitor, country, referrer_host
      FROM ranked r
      WHERE NOT (${dayIsYoung}::boolean AND coalesce(
        (SELECT true FROM hits h WHERE h.local_day = ${localDay}::date - 1 AND h.id = r.id), false))
      ORDER BY id
      ON CONFLICT DO NOTHING
    ), present AS (${markPresent(clock, present)})
    SELECT count(*) AS refused FROM given WHERE NOT is_public`)
  return rows[0]?.refused ?? 0
}

function recentVisits({ localDay, at }: Clock): SQL {
  return sql`(SELECT count(*) FROM hits h WHERE h.local_day = ${localDay}::date AND h.visitor = r.visitor AND h.visit
    AND h.at > ${at}::timestamptz - interval '30 minutes')`
}

function columns(hits: NewHit[]): SQL {
  const column = <K extends keyof NewHit>(name: K) => sql.param(hits.map((hit) => hit[name]))
  return sql`${column('id')}::uuid[], ${column('articleId')}::uuid[], ${column('path')}::text[],
    ${column('entry')}::boolean[], ${column('visitor')}::bytea[], ${column('country')}::text[],
    ${column('referrerHost')}::text[]`
}

/** Adds to the day's counts of what was refused as noise. */
export async function addDrops(tx: Db, clock: Clock, drops: Map<DropCause, number>): Promise<void> {
  if (drops.size === 0) return
  await tx.execute(sql`
    INSERT INTO hit_drops (site_id, local_day, cause, count)
    SELECT ${clock.siteId}::uuid, ${clock.localDay}::date, cause, count
    FROM unnest(${sql.param([...drops.keys()])}::text[], ${sql.param([...drops.values()])}::bigint[]) AS given (cause, count)
    ORDER BY cause
    ON CONFLICT (site_id, local_day, cause) DO UPDATE SET count = hit_drops.count + excluded.count`)
}
