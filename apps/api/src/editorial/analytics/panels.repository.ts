import type { DroppedPanel, Figures, ReferrerClass } from '@bantin/shared/analytics-panels'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import type { Span } from './cover.ts'
import type { Dimension, PanelRange } from './panel-range.service.ts'
import { cutFor, figureSums, idColumn, matches, rowsIn, unitNameOf } from './stat-rows.columns.ts'

export type Asked = Pick<PanelRange, 'siteId' | 'filter'> & { spans: Span[] }

/** All figures of the spans together. */
export async function findTotal(db: Db, { siteId, filter, spans }: Asked): Promise<Figures> {
  const { rows } = await db.execute<Figures & Record<string, unknown>>(sql`
    SELECT ${figureSums}
    FROM ${rowsIn('stat_periods', spans, sql`s.site_id = ${siteId}::uuid AND s.cut = ${cutFor(filter?.dimension)} AND ${matches(filter)}`)}`)
  return rows[0] as Figures
}

export type NamedFigures = { id: string | null; name: string | null } & Figures

/** Figures of each unit, author or category, the most read first, those without one among them. */
export async function findNamed(db: Db, dimension: Dimension, { siteId, filter, spans }: Asked, limit: number): Promise<NamedFigures[]> {
  const isAsked = sql`s.site_id = ${siteId}::uuid AND s.cut = ${cutFor(dimension, filter?.dimension)} AND ${matches(filter)}`
  const { rows } = await db.execute<NamedFigures>(sql`
    SELECT of.id, ${nameOf(dimension)} AS name, of.views, of.visits, of.readers FROM (
      SELECT s.${idColumn(dimension)} AS id, ${figureSums} FROM ${rowsIn('stat_periods', spans, isAsked)}
      GROUP BY 1 ORDER BY readers DESC, views DESC, id LIMIT ${limit}
    ) AS of ORDER BY of.readers DESC, of.views DESC, of.id`)
  return rows
}

function nameOf(dimension: Dimension): SQL {
  if (dimension === 'author') return sql`(SELECT display_name FROM authors WHERE id = of.id)`
  if (dimension === 'category') return sql`(SELECT name FROM categories WHERE id = of.id)`
  return unitNameOf(sql`of.id`)
}

export type ClassVisits = { class: ReferrerClass; visits: number }
export type HostVisits = { host: string | null } & ClassVisits

/** Visits by host and class, the most first; without a host: none, or all behind the commonest. */
export async function findHosts(db: Db, asked: Asked, limit: number): Promise<HostVisits[]> {
  const { rows } = await db.execute<HostVisits>(sql`
    SELECT CASE WHEN s.host NOT IN ('', '*') THEN s.host END AS host, s.class, sum(s.visits)::bigint AS visits
    FROM ${referrersOf(asked)} GROUP BY 1, 2 ORDER BY visits DESC, host, class LIMIT ${limit}`)
  return rows
}

/** Visits by class, the most first. */
export async function findClasses(db: Db, asked: Asked): Promise<ClassVisits[]> {
  const { rows } = await db.execute<ClassVisits>(sql`
    SELECT s.class, sum(s.visits)::bigint AS visits FROM ${referrersOf(asked)} GROUP BY 1 ORDER BY visits DESC, class`)
  return rows
}

function referrersOf({ siteId, filter, spans }: Asked): SQL {
  return rowsIn('stat_referrers', spans, sql`s.site_id = ${siteId}::uuid AND s.cut = ${cutFor(filter?.dimension)} AND ${matches(filter)}`)
}

export type CountryVisits = { country: string | null; visits: number }

/** Visits by country, the most first. */
export async function findCountries(db: Db, { siteId, spans }: Asked): Promise<CountryVisits[]> {
  const { rows } = await db.execute<CountryVisits>(sql`
    SELECT nullif(s.country, '') AS country, sum(s.visits)::bigint AS visits
    FROM ${rowsIn('stat_countries', spans, sql`s.site_id = ${siteId}::uuid`)} GROUP BY 1 ORDER BY visits DESC, country`)
  return rows
}

type Dropped = DroppedPanel['data'][number]

/** What was not counted, the newest day first. */
export async function findDropped(db: Db, { siteId, from, to }: Pick<PanelRange, 'siteId' | 'from' | 'to'>): Promise<Dropped[]> {
  const { rows } = await db.execute<Dropped & Record<string, unknown>>(sql`
    SELECT local_day::text AS day, cause, count FROM hit_drops
    WHERE site_id = ${siteId}::uuid AND local_day BETWEEN ${from}::date AND ${to}::date ORDER BY local_day DESC, cause`)
  return rows
}
