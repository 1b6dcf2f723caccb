import type { ReportFigures } from '@bantin/shared/reports'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../../db/client.ts'
import { unitNameOf } from '../stat-rows.columns.ts'

interface Days {
  siteId: string
  startsOn: string
  endsOn: string
}

/** The first editions of the days, as they were published; pages such as "about us" are no articles. */
function firstEditions({ siteId, startsOn, endsOn }: Days): SQL {
  return sql`
    SELECT r.genre, (e.published_at AT TIME ZONE s.time_zone)::date AS day, r.event,
      coalesce((SELECT u ->> 'unitId' FROM jsonb_array_elements(r.units) AS u WHERE u ->> 'role' = 'lead' LIMIT 1)::uuid, a.unit_id) AS unit_id,
      (r.bylines -> 0 ->> 'authorId')::uuid AS author_id, r.category_ids[1] AS category_id
    FROM sites s JOIN articles a ON a.site_id = s.id AND a.format <> 'page'
      JOIN editions e ON e.article_id = a.id AND e.edition = 1
      JOIN article_revisions r ON r.id = e.revision_id
    WHERE s.id = ${siteId}::uuid AND (e.published_at AT TIME ZONE s.time_zone)::date BETWEEN ${startsOn}::date AND ${endsOn}::date`
}

const named = (id: string, name: SQL) =>
  sql`CASE WHEN ${sql.raw(id)} IS NOT NULL THEN json_build_object('id', ${sql.raw(id)}, 'name', coalesce(${name}, '')) END`

/** How many articles came out, by genre, unit, category and author, the most first. */
export async function findPublished(db: Db, days: Days): Promise<ReportFigures['published']> {
  const { rows } = await db.execute<ReportFigures['published'][number]>(sql`
    SELECT genre, ${named('unit_id', unitName)} AS unit, ${named('category_id', sql`(SELECT name FROM categories WHERE id = category_id)`)} AS category,
      ${named('author_id', sql`(SELECT display_name FROM authors WHERE id = author_id)`)} AS author, articles
    FROM (
      SELECT genre, unit_id, category_id, author_id, count(*) AS articles FROM (${firstEditions(days)}) AS came
      GROUP BY 1, 2, 3, 4
    ) AS counted ORDER BY articles DESC, genre, unit_id, category_id, author_id`)
  return rows
}

const unitName = unitNameOf(sql`counted.unit_id`)

/** How many days after its event each article came out, of those that name one. What came out before counts as the same day. */
export async function findTimeliness(db: Db, days: Days): Promise<ReportFigures['timeliness']> {
  const { rows } = await db.execute<ReportFigures['timeliness'] & Record<string, unknown>>(sql`
    SELECT count(*) AS articles, count(*) FILTER (WHERE late = 0) AS "sameDay", count(*) FILTER (WHERE late = 1) AS "nextDay",
      count(*) FILTER (WHERE late > 1) AS later, percentile_cont(0.5) WITHIN GROUP (ORDER BY late) AS "medianDays"
    FROM (
      SELECT greatest(day - coalesce(event ->> 'endsOn', event ->> 'startsOn')::date, 0) AS late
      FROM (${firstEditions(days)}) AS came WHERE event ->> 'startsOn' IS NOT NULL
    ) AS dated`)
  return rows[0] as ReportFigures['timeliness']
}

/** How often something public was corrected, held and withdrawn. */
export async function countTakenBack(
  db: Db,
  { siteId, startsOn, endsOn }: Days,
): Promise<Pick<ReportFigures, 'corrections' | 'holds' | 'withdrawals'>> {
  const { rows } = await db.execute<Pick<ReportFigures, 'corrections' | 'holds' | 'withdrawals'> & Record<string, unknown>>(sql`
    SELECT count(*) FILTER (WHERE reason = 'correction') AS corrections, count(*) FILTER (WHERE reason = 'held') AS holds,
      count(*) FILTER (WHERE reason = 'withdrawn') AS withdrawals
    FROM changes c JOIN sites s ON s.id = c.site_id
    WHERE s.id = ${siteId}::uuid AND c.entity = 'article' AND NOT c.backfill AND c.reason IN ('correction', 'held', 'withdrawn')
      AND (c.at AT TIME ZONE s.time_zone)::date BETWEEN ${startsOn}::date AND ${endsOn}::date`)
  return rows[0] as Pick<ReportFigures, 'corrections' | 'holds' | 'withdrawals'>
}
