import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import type { hitDrops } from '../../db/schema/analytics.ts'
import type { Clock } from '../clocks.repository.ts'
import { markPresent } from '../presence/presence.repository.ts'
import { momentOfWriter } from '../roll-ups/progress.repository.ts'
import type { VisitorHash } from '../visitors/visitor.ts'

export interface NewHit {
  id: string
  articleId: string | null
  path: string | null
  /** Came from outside; whether it counts as a visit is decided when it is written. */
  entry: boolean
  visitor: VisitorHash | null
  /** Two letters, where it is known. */
  country: string | null
  referrerHost: string | null
}

export type DropCause = (typeof hitDrops.$inferSelect)['cause']

/** What a batch brings one site. */
export interface BatchPart {
  /** Each id once. */
  hits: NewHit[]
  /** Who is there without a hit. */
  present: VisitorHash[]
  /** What was refused as noise. */
  drops: Map<DropCause, number>
}

/** Visits that one visitor hash can make in half an hour. */
const visitLimit = 20

/**
 * Writes it in one statement, each hit once, and notes the visitors of hits as present too. A hit of an article that is not public counts
 * as noise. False, and nothing is written, where the site is gone or its day another than the clock's. `at` is the moment instead of now.
 */
export async function insertPart(db: Db, clock: Clock, { hits, present, drops }: BatchPart, at: Date | null = null): Promise<boolean> {
  const { siteId, localDay, dayIsYoung } = clock
  const given = { hits: JSON.stringify(hits), present, causes: [...drops.keys()], counts: [...drops.values()] }
  const written = await insertionOf(db, localDay).execute({ at, siteId, dayIsYoung, ...given })
  return written.length > 0
}

const { placeholder } = sql
const siteId = sql`${placeholder('siteId')}::uuid`

/** For each pool the statement of its last day: putting it together takes ten times as long as filling it in. */
const latest = new WeakMap<Db, { localDay: string; statement: ReturnType<typeof makeInsertion> }>()

function insertionOf(db: Db, localDay: string) {
  const known = latest.get(db)
  if (known?.localDay === localDay) return known.statement
  const statement = makeInsertion(db, localDay)
  latest.set(db, { localDay, statement })
  return statement
}

/** For how many milliseconds a plan is good. */
export const planLife = 250

const plannedAt = new WeakMap<Db, number>()

/**
 * To be called before a batch. A plan is worth keeping: to make one is nearly half of what a batch of ten hits takes. But one that was made
 * while the day had no hits may read all of them for each that comes, which held up a minute's hits once.
 */
export async function discardOldPlans(db: Db): Promise<void> {
  const now = performance.now()
  if (now < (plannedAt.get(db) ?? Number.NEGATIVE_INFINITY) + planLife) return
  await db.execute(sql`DISCARD PLANS`)
  plannedAt.set(db, now)
}

/**
 * The statement of a day, which PostgreSQL reads once on each connection. The day stands in its text, so that it is of the partitions of that
 * day and the one before, however it is planned: all others can be made, changed and dropped meanwhile. Every look-up is a scalar subquery, so
 * that it is an index probe for each hit once there are many.
 */
function makeInsertion(db: Db, localDay: string) {
  const day = sql`${localDay}::date`.inlineParams()
  const present = markPresent(siteId, presentVisitors)
  const parts = Object.entries({ clock: clockOn(day), given: givenHits, stored: storeHits(day), present, dropped: addDrops(day) })
  return db
    .with(...parts.map(([name, part]) => db.$with(name, {}).as(part)))
    .select({ isWritten: sql`true` })
    .from(sql`clock`)
    .prepare(`hits of ${localDay}`)
}

function clockOn(day: SQL): SQL {
  return sql`
    SELECT at, extract(hour FROM at AT TIME ZONE time_zone)::smallint AS local_hour
    FROM (${momentOfWriter(sql`${placeholder('at')}::timestamptz`)}) AS moment JOIN sites ON id = ${siteId}
    WHERE (at AT TIME ZONE time_zone)::date = ${day}`
}

const givenHits = sql`
  SELECT g.*, at, local_hour, g.article_id IS NULL OR coalesce(
      (SELECT true FROM published.articles a WHERE a.id = g.article_id AND a.site_id = ${siteId}), false) AS is_public
  FROM clock, ROWS FROM (json_to_recordset(${placeholder('hits')}::json)
    AS (id uuid, "articleId" uuid, path text, entry boolean, visitor bytea, country text, "referrerHost" text)) WITH ORDINALITY
    AS g (id, article_id, path, entry, visitor, country, referrer_host, place)`

function storeHits(day: SQL): SQL {
  return sql`
    INSERT INTO hits (local_day, id, at, local_hour, site_id, article_id, path, visit, visitor, country, referrer_host)
    SELECT ${day}, id, at, local_hour, ${siteId}, article_id, path,
      CASE WHEN entry AND visitor IS NOT NULL THEN nth + (${recentVisits(day)}) <= ${visitLimit}::int ELSE entry END,
      visitor, country, referrer_host
    FROM (SELECT *, row_number() OVER (PARTITION BY visitor, entry ORDER BY place) AS nth FROM given WHERE is_public) AS r
    WHERE NOT (${placeholder('dayIsYoung')}::boolean AND coalesce(
      (SELECT true FROM hits h WHERE h.local_day = ${day} - 1 AND h.id = r.id), false))
    ORDER BY id
    ON CONFLICT DO NOTHING`
}

function recentVisits(day: SQL): SQL {
  return sql`SELECT count(*) FROM hits h WHERE h.local_day = ${day} AND h.visitor = r.visitor AND h.visit
    AND h.at > r.at - interval '30 minutes'`
}

const presentVisitors = sql`
  SELECT visitor, at FROM given WHERE is_public AND visitor IS NOT NULL
  UNION ALL SELECT visitor, at FROM clock, unnest(${placeholder('present')}::bytea[]) AS visitor`

/** To the day's counts of what was refused. */
function addDrops(day: SQL): SQL {
  const notPublic: DropCause = 'not_public'
  return sql`
    INSERT INTO hit_drops (site_id, local_day, cause, count)
    SELECT ${siteId}, ${day}, cause, sum(count)
    FROM (
      SELECT cause, count FROM clock,
        unnest(${placeholder('causes')}::text[], ${placeholder('counts')}::bigint[]) AS told (cause, count)
      UNION ALL SELECT ${notPublic}, count(*) FROM given WHERE NOT is_public) AS refused
    GROUP BY cause HAVING sum(count) > 0
    ORDER BY cause
    ON CONFLICT (site_id, local_day, cause) DO UPDATE SET count = hit_drops.count + excluded.count`
}
