import type { SearchFilters } from '@bantin/shared/search'
import type { DeliveryDb } from '../../db/client.ts'
import { type Place, statementValues } from '../statement-values.ts'

/** The only articles that may be found. */
export interface Linked {
  /** Their ids, as the text of an array. */
  ids: string
  count: number
}

/** More are looked for as all others are. */
const mostLinked = 10_000

/**
 * The articles of the filter that names the fewest, of a unit or a tag for example; undefined where each names many, or none is asked for.
 * A word that stands everywhere with a filter that nearly nothing fulfils would else be looked for in the whole archive.
 */
export async function readLinked(
  db: DeliveryDb,
  filters: SearchFilters,
  linkedArticles: (filters: SearchFilters, place: Place) => string[],
): Promise<Linked | undefined> {
  const { values, place } = statementValues()
  const parts = linkedArticles(filters, place)
  if (parts.length === 0) return undefined
  const counts = parts.map(
    (part) =>
      `SELECT coalesce(array_agg(p.article_id), '{}')::text AS ids, count(*)::int AS count FROM (${part} LIMIT ${mostLinked + 1}) p`,
  )
  const { rows } = await db.query<Linked>({ text: counts.join(' UNION ALL '), values })
  return rows.filter(({ count }) => count <= mostLinked).toSorted((a, b) => a.count - b.count)[0]
}
