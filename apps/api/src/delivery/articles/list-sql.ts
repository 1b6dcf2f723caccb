import type { ArticleFilters, ArticleSort } from '@bantin/shared/article-list'
import { type Place, type Source, sourceOf } from './list-source.ts'

interface PageOf {
  filters: ArticleFilters
  sort: ArticleSort
  after: string[] | undefined
}

const orders = {
  '-publishedAt': { by: 'published_at', direction: 'DESC', beyond: '<' },
  publishedAt: { by: 'published_at', direction: 'ASC', beyond: '>' },
  '-updatedAt': { by: 'updated_at', direction: 'DESC', beyond: '<' },
} as const

/**
 * The SQL of a page: `id`, and `at`, by which it is sorted; `$2` is how many. It is read out of one index that has them in their order:
 * that of the articles, or of the links to what was asked for.
 */
export function pageSql({ filters, sort, after }: PageOf, place: Place): { sql: string; direction: 'ASC' | 'DESC' } {
  const { by, direction, beyond } = orders[sort]
  const source = sourceOf(filters, place)
  const { from, keys, id, conditions } = source
  if (after) conditions.push(`(l.${by}, l.${id}) ${beyond} (${place(after[0])}::timestamptz, ${place(after[1])}::uuid)`)
  const order = `ORDER BY l.${by} ${direction}, l.${id} ${direction}`
  // Somebody may stand twice in an article, in two roles.
  const some = (count: string) => `SELECT ${keys ? `DISTINCT ON (l.${by}, l.${id})` : ''} l.${by} AS at, l.${id} AS id
    FROM ${from} l WHERE ${conditions.join(' AND ')} ${order} LIMIT ${count}`
  return { sql: keys ? pageOfLinks({ ...source, keys }, some, direction) : some('$2'), direction }
}

/**
 * As many as asked are read of each thing that is linked to, and an article that names two of them stands there once. Of a tree with many
 * below it only those are read whose first article is among the first ones: what comes behind these on all others is too far back.
 */
function pageOfLinks({ keys, isTree }: Source & { keys: string }, some: (count: string) => string, direction: string): string {
  const order = `h.at ${direction}, h.id ${direction}`
  const first = `SELECT k.id FROM (
      SELECT k.id, dense_rank() OVER (ORDER BY ${order}) AS place FROM (${keys}) k CROSS JOIN LATERAL (${some('1')}) h
    ) k WHERE k.place <= $2`
  return `SELECT DISTINCT ON (h.at, h.id) h.at, h.id FROM (${isTree ? first : keys}) k CROSS JOIN LATERAL (${some('$2')}) h
    ORDER BY ${order} LIMIT $2`
}

/** The SQL of how many there are, as `json`. */
export function countSql(filters: ArticleFilters, place: Place): string {
  const { from, keys, id, column, conditions } = sourceOf(filters, place)
  if (!keys) return `SELECT count(*)::text AS json FROM ${from} l WHERE ${conditions.join(' AND ')}`
  const all = `SELECT DISTINCT l.${id} FROM ${from} l, (${keys}) k WHERE l.${column} = k.id AND ${conditions.join(' AND ')}`
  return `SELECT count(*)::text AS json FROM (${all}) l`
}
