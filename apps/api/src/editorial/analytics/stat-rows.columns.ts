import { type SQL, sql } from 'drizzle-orm'
import type { Span } from './cover.ts'
import type { Dimension, Filter } from './panel-range.service.ts'

type Table = 'stat_periods' | 'stat_articles' | 'stat_referrers' | 'stat_countries'

/**
 * Rows of a table, called `s`, that begin in one of the spans and for which the condition holds. One index scan for each span: where the
 * planner may join as it likes, it reads all years of the table for the days of a month.
 */
export function rowsIn(table: Table, spans: Span[], condition: SQL): SQL {
  const column = <K extends keyof Span>(name: K) => sql.param(spans.map((span) => span[name]))
  return sql`unnest(${column('period')}::text[], ${column('from')}::date[], ${column('to')}::date[]) AS span (period, first, last),
    LATERAL (SELECT s.* FROM ${sql.identifier(table)} s
      WHERE s.period = span.period AND s.starts_on BETWEEN span.first AND span.last AND ${condition} OFFSET 0) AS s`
}

/** The cut that knows what is grouped by and filtered by. */
export function cutFor(...dimensions: (Dimension | undefined)[]): string {
  const known = new Set(dimensions.filter((one) => one !== undefined))
  const [only = 'site'] = known
  return known.size > 1 ? 'cell' : only
}

/** Whether a row of `s` is of what the filter names. */
export function matches(filter: Filter | undefined): SQL {
  return filter ? sql`s.${idColumn(filter.dimension)} = ANY (${sql.param(filter.ids)}::uuid[])` : sql`true`
}

export function idColumn(dimension: Dimension): SQL {
  return sql.raw(`${dimension}_id`)
}

/** Sums of figures, as numbers: there are less than 2^53. */
export const figureSums = sql`coalesce(sum(s.views), 0)::bigint AS views, coalesce(sum(s.visits), 0)::bigint AS visits,
  coalesce(sum(s.readers), 0)::bigint AS readers`

/** The name of a unit today; of one that is gone the last. A name without a beginning was always there. */
export function unitNameOf(id: SQL): SQL {
  const since = sql`coalesce(lower(period), '-infinity')`
  return sql`(SELECT name FROM unit_names WHERE unit_id = ${id} AND ${since} <= published.today() ORDER BY ${since} DESC LIMIT 1)`
}
