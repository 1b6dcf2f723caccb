import type { Figures, SeriesStep } from '@bantin/shared/analytics-panels'
import { sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import type { Span } from './cover.ts'
import type { Filter, PanelRange } from './panel-range.service.ts'
import { cutFor, figureSums, matches, rowsIn } from './stat-rows.columns.ts'

export type Point = { at: string } & Figures

interface Asked extends Pick<PanelRange, 'siteId' | 'from' | 'to'> {
  filter: Filter | undefined
}

/** Figures of hours, in their order; hours without any are left out. */
export async function findHours(db: Db, { siteId, from, to, filter }: Asked): Promise<Point[]> {
  const { rows } = await db.execute<Point>(sql`
    SELECT s.local_day || 'T' || lpad(s.local_hour::text, 2, '0') AS at, ${figureSums}
    FROM stat_hours s
    WHERE s.site_id = ${siteId}::uuid AND s.cut = ${cutFor(filter?.dimension)} AND s.local_day BETWEEN ${from}::date AND ${to}::date
      AND ${matches(filter)}
    GROUP BY s.local_day, s.local_hour ORDER BY 1`)
  return rows
}

/** Figures of days, weeks or months that the spans make up, in their order; those without any are left out. */
export async function findPoints(db: Db, { siteId, filter }: Asked, spans: Span[], by: Exclude<SeriesStep, 'hour'>): Promise<Point[]> {
  const { rows } = await db.execute<Point>(sql`
    SELECT date_trunc(${by}, s.starts_on)::date::text AS at, ${figureSums}
    FROM ${rowsIn('stat_periods', spans, sql`s.site_id = ${siteId}::uuid AND s.cut = ${cutFor(filter?.dimension)} AND ${matches(filter)}`)}
    GROUP BY 1 ORDER BY 1`)
  return rows
}

/** The same of one article. */
export async function findArticlePoints(db: Db, siteId: string, articleId: string, spans: Span[], by: SeriesStep): Promise<Point[]> {
  const { rows } = await db.execute<Point>(sql`
    SELECT date_trunc(${by}, s.starts_on)::date::text AS at, ${figureSums}
    FROM ${rowsIn('stat_articles', spans, sql`s.site_id = ${siteId}::uuid AND s.article_id = ${articleId}::uuid`)}
    GROUP BY 1 ORDER BY 1`)
  return rows
}
