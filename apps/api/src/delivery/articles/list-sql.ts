import type { ArticleFilters, ArticleSort } from '@bantin/shared/article-list'
import { firstRows } from '../first-rows.ts'
import type { Place } from '../statement-values.ts'
import { linkFilters } from './list-links.ts'
import { type Source, sourceOf } from './list-source.ts'

interface PageOf {
  filters: ArticleFilters
  sort: ArticleSort
  after: string[] | undefined
  /** Without what came from an archive and has not moved to the top since. */
  onlyNew: boolean
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
export function pageSql({ filters, sort, after, onlyNew }: PageOf, place: Place): { sql: string; direction: 'ASC' | 'DESC' } {
  const { by, direction, beyond } = orders[sort]
  const source = sourceOf(filters, place)
  const { from, keys, id, conditions, others } = source
  if (after) conditions.push(`(l.${by}, l.${id}) ${beyond} (${place(after[0])}::timestamptz, ${place(after[1])}::uuid)`)
  if (onlyNew) others.push(`NOT ${fromArchive(`l.${id}`)}`)
  const order = `ORDER BY l.${by} ${direction}, l.${id} ${direction}`
  const isNarrowed = linkFilters.filter((name) => filters[name] !== undefined).length > 1
  // Somebody may stand twice in an article, in two roles.
  const columns = `${keys ? `DISTINCT ON (l.${by}, l.${id})` : ''} l.${by} AS at, l.${id} AS id`
  const some = (count: string) => {
    if (isNarrowed) return someOfBoth({ ...source, columns, order }, count)
    if (onlyNew) return someOfFirst({ ...source, columns, order }, count)
    return firstRows(`SELECT ${columns} FROM ${from} l WHERE ${[...conditions, ...others].join(' AND ')} ${order}`, count)
  }
  return { sql: keys ? pageOfLinks({ ...source, keys }, some, direction) : some('$2'), direction }
}

// Asked of one article at a time: without OFFSET 0 the whole archive would be gathered first.
const fromArchive = (id: string) => `EXISTS (
    SELECT FROM published.changes c JOIN published.articles x ON x.id = c.entity_id
    WHERE c.entity_id = ${id} AND c.backfill AND x.published_at = x.first_published_at OFFSET 0)`

/** What is looked through in order, before it is found otherwise or given up. */
const lookedThrough = 500

type Ordered = Source & { columns: string; order: string }

const ordered = ({ from, conditions }: Ordered) => `SELECT l.* FROM ${from} l WHERE ${conditions.join(' AND ')}`

/** Of the first ones alone. Of a site whose archive was just brought in everything else would be asked whether it is new. */
function someOfFirst(source: Ordered, count: string): string {
  const { others, columns, order } = source
  return `SELECT ${columns} FROM (${ordered(source)} ${order} LIMIT ${lookedThrough}) l WHERE ${others.join(' AND ')} ${order} LIMIT ${count}`
}

/**
 * What is linked to several things is either often among the first of one of them, or seldom at all: then all is found at once, from the
 * fewest links on, and sorted. `OFFSET 0` keeps the planner from hoping to find the first ones in their order after all.
 */
function someOfBoth(source: Ordered, count: string): string {
  const { others, columns, order } = source
  const all = firstRows(`SELECT ${columns} FROM (${ordered(source)} AND ${others.join(' AND ')} OFFSET 0) l ${order}`, count)
  return `WITH few AS MATERIALIZED (${someOfFirst(source, count)}), found AS MATERIALIZED (SELECT count(*) >= ${count} AS enough FROM few)
    SELECT at, id FROM few WHERE (SELECT enough FROM found)
    UNION ALL SELECT at, id FROM (${all}) l WHERE NOT (SELECT enough FROM found)`
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
  const all = `SELECT DISTINCT ON (h.at, h.id) h.at, h.id FROM (${isTree ? first : keys}) k CROSS JOIN LATERAL (${some('$2')}) h
    ORDER BY ${order}`
  return firstRows(all, '$2')
}

/** The SQL of how many there are, as `json`. */
export function countSql(filters: ArticleFilters, place: Place): string {
  const { from, keys, id, column, ...source } = sourceOf(filters, place)
  const conditions = [...source.conditions, ...source.others]
  if (!keys) return `SELECT count(*)::text AS json FROM ${from} l WHERE ${conditions.join(' AND ')}`
  const all = `SELECT DISTINCT l.${id} FROM ${from} l, (${keys}) k WHERE l.${column} = k.id AND ${conditions.join(' AND ')}`
  return `SELECT count(*)::text AS json FROM (${all}) l`
}
