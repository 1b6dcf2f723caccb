import { countedMatches } from '@bantin/shared/search'
import type { DeliveryDb } from '../../db/client.ts'
import { statementValues } from '../statement-values.ts'
import type { Narrowing } from './matches.queries.ts'
import { type Source, sourceText } from './sources.ts'

/** The most frequent ones are shown. */
const shown = 20

/** Of nothing. */
export const noFacets = '{"total":0,"isMore":false,"units":[],"categories":[],"years":[]}'

/** How many match, of which units, categories and years, as JSON text. Counts at most `countedMatches`. */
export async function readFacets(db: DeliveryDb, sources: Source[], narrowing: Narrowing): Promise<string> {
  const { values, place } = statementValues()
  const reading = { columns: 'l.article_id, l.published_at', limit: countedMatches + 1, within: narrowing.within }
  const parts = sources.map((source) => `(${sourceText(source, { ...reading, conditions: narrowing.conditions(place) }, place)})`)
  const ofLinks = (table: string, column: string, named: string) => `coalesce((SELECT json_agg(json_build_object(
      'id', n.id, 'slug', n.slug, 'name', n.name, 'count', n.count) ORDER BY n.count DESC, n.name COLLATE "vi-x-icu", n.id)
    FROM (SELECT t.id, t.slug, t.name, c.count FROM (SELECT x.${column} AS id, count(*) AS count
        FROM (SELECT DISTINCT x.article_id, x.${column} FROM m JOIN published.${table} x ON x.article_id = m.article_id) x
        GROUP BY x.${column} ORDER BY count DESC, x.${column} LIMIT ${shown}) c
      JOIN (${named}) t ON t.id = c.id) n), '[]')`
  const text = `WITH m AS MATERIALIZED (SELECT l.article_id, l.published_at FROM (${parts.join(' UNION ')}) l
      LIMIT ${countedMatches + 1})
    SELECT json_build_object(
      'total', least(count(*), ${countedMatches}), 'isMore', count(*) > ${countedMatches},
      'units', ${ofLinks('article_units', 'unit_id', unitsOfToday)},
      'categories', ${ofLinks('article_categories', 'category_id', 'SELECT id, slug, name FROM published.categories')},
      'years', coalesce((SELECT json_agg(json_build_object('year', y.year, 'count', y.count) ORDER BY y.year DESC)
        FROM (SELECT extract(year FROM m.published_at AT TIME ZONE s.time_zone)::int AS year, count(*) AS count
          FROM m CROSS JOIN (SELECT time_zone FROM published.sites ORDER BY id LIMIT 1) s GROUP BY 1) y), '[]'))::text AS json
    FROM m`
  const { rows } = await db.query<{ json: string }>({ text, values })
  return (rows[0] as { json: string }).json
}

const unitsOfToday = `SELECT u.id, u.slug, n.name FROM published.units u
  JOIN published.unit_names n ON n.unit_id = u.id AND n.period @> published.today()`
