import type { ArticleFilters, ArticleSort } from '@bantin/shared/article-list'
import { site } from './article-json.ts'
import { type LinkFilter, linkFilters, links } from './list-links.ts'

/** Puts a value into the statement; answers what stands for it in the text. */
export type Place = (value: unknown) => string

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
 * The SQL of a page: `id`, and `at`, by which it is sorted; `$2` is how many. It is read out of one index that has them in their order,
 * that of the articles or of a link's table. With several links (a unit and those below it), as many as asked are read of each.
 */
export function pageSql({ filters, sort, after }: PageOf, place: Place): { sql: string; direction: 'ASC' | 'DESC' } {
  const { by, direction, beyond } = orders[sort]
  const { from, keys, id, conditions } = source(filters, place)
  if (after) conditions.push(`(l.${by}, l.${id}) ${beyond} (${place(after[0])}::timestamptz, ${place(after[1])}::uuid)`)
  // Somebody may stand twice in an article, with two roles; and it may name two units of those asked for.
  const some = `SELECT ${keys ? `DISTINCT ON (l.${by}, l.${id})` : ''} l.${by} AS at, l.${id} AS id FROM ${from} l
    WHERE ${conditions.join(' AND ')} ORDER BY l.${by} ${direction}, l.${id} ${direction} LIMIT $2`
  const sql = keys
    ? `SELECT DISTINCT ON (l.at, l.id) l.at, l.id FROM (${keys}) k CROSS JOIN LATERAL (${some}) l
    ORDER BY l.at ${direction}, l.id ${direction} LIMIT $2`
    : some
  return { sql, direction }
}

/** The SQL of how many there are, as `json`. */
export function countSql(filters: ArticleFilters, place: Place): string {
  const { from, keys, id, conditions } = source(filters, place)
  const all = keys ? `(${keys}) k CROSS JOIN LATERAL (SELECT l.${id} FROM ${from} l WHERE ${conditions.join(' AND ')}) l` : `${from} l`
  return `SELECT count(${keys ? `DISTINCT l.${id}` : '*'})::text AS json FROM ${all} ${keys ? '' : `WHERE ${conditions.join(' AND ')}`}`
}

interface Source {
  from: string
  /** The ids of what the rows of `from` are linked to; undefined where they are articles. */
  keys: string | undefined
  /** The column of `from` that has the article. */
  id: 'id' | 'article_id'
  conditions: string[]
}

/** Where the articles are read from: the link that is likely to have the fewest, else the articles. The rest narrows them. */
function source(filters: ArticleFilters, place: Place): Source {
  const [first, ...others] = linkFilters.filter((name) => filters[name] !== undefined)
  const from = first ? `published.${links[first].table}` : articlesOf(filters)
  const id = first ? 'article_id' : 'id'
  const own = first ? [`l.${links[first].column} = k.id`, ...roleOf(first, 'l', filters, place)] : [ofSite('l')]
  const conditions = [
    ...own,
    `l.format = ${place(filters.format ?? 'news')}`,
    'l.listed',
    ...daysOf(filters, place),
    ...others.map((name) => linkedTo(name, id, filters, place)),
    ...ofArticle(filters, first !== undefined, place),
  ]
  return { from, keys: first && links[first].keys(place(filters[first]), filters), id, conditions }
}

/** Those in slots are few. */
function articlesOf({ featured }: ArticleFilters): string {
  return featured ? '(SELECT x.* FROM published.home_slots h JOIN published.articles x ON x.id = h.article_id)' : 'published.articles'
}

const ofSite = (row: string) => `${row}.site_id = (SELECT id FROM ${site} s)`

/** The moment a local day begins at the site, as something that an index can be asked with. */
const beginningOf = (day: string) => `(${day}::timestamp AT TIME ZONE (SELECT time_zone FROM ${site} s))`

function daysOf({ publishedFrom, publishedTo }: ArticleFilters, place: Place): string[] {
  const from = publishedFrom === undefined ? [] : [`l.published_at >= ${beginningOf(`${place(publishedFrom)}::date`)}`]
  const to = publishedTo === undefined ? [] : [`l.published_at < ${beginningOf(`(${place(publishedTo)}::date + 1)`)}`]
  return [...from, ...to]
}

function linkedTo(name: LinkFilter, id: Source['id'], filters: ArticleFilters, place: Place): string {
  const { table, column, keys } = links[name]
  const role = roleOf(name, 'x', filters, place).map((condition) => ` AND ${condition}`)
  return `EXISTS (SELECT FROM published.${table} x WHERE x.article_id = l.${id}
    AND x.${column} IN (${keys(place(filters[name]), filters)})${role.join('')})`
}

const roleOf = (name: LinkFilter, row: string, { unitRole }: ArticleFilters, place: Place): string[] =>
  name === 'unit' && unitRole !== undefined ? [`${row}.role = ${place(unitRole)}`] : []

/** What only the article itself says. */
function ofArticle({ genre, locale, featured }: ArticleFilters, isLinked: boolean, place: Place): string[] {
  const row = isLinked ? 'x' : 'l'
  const conditions = [
    ...(genre === undefined ? [] : [`${row}.genre = ${place(genre)}`]),
    ...(locale === undefined ? [] : [`${row}.locale = ${place(locale)}`]),
    ...(featured === undefined || (featured && !isLinked)
      ? []
      : [`${featured ? '' : 'NOT '}EXISTS (SELECT FROM published.home_slots h WHERE h.article_id = ${row}.id)`]),
  ]
  if (!isLinked) return conditions
  return [`EXISTS (SELECT FROM published.articles x WHERE x.id = l.article_id AND ${[ofSite('x'), ...conditions].join(' AND ')})`]
}
