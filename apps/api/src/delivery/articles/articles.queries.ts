import { createHash } from 'node:crypto'
import type { ArticleListQuery } from '@bantin/shared/articles'
import { isId } from '@bantin/shared/is-id'
import type { DeliveryDb } from '../../db/client.ts'
import { readRows, type Statement } from '../read-json.ts'
import { articleColumns, cardJson, site } from './article-json.ts'
import { type ArticleParts, articleText } from './article-text.ts'

const byId = {
  name: 'article by id',
  text: `SELECT ${articleColumns} FROM published.articles a JOIN published.sites s ON s.id = a.site_id WHERE a.id = $2`,
}
const bySlug = {
  name: 'article by slug',
  text: `SELECT ${articleColumns} FROM ${site} s JOIN published.articles a ON a.site_id = s.id WHERE a.slug = $2`,
}

/** The article's JSON by its id or current slug, or undefined. `baseUrl` is the public origin. */
export async function findArticle(db: DeliveryDb, baseUrl: string, idOrSlug: string): Promise<string | undefined> {
  const [parts] = await readRows<ArticleParts>(db, isId(idOrSlug) ? byId : bySlug, [baseUrl, idOrSlug])
  return parts && articleText(parts, baseUrl)
}

type Filters = Omit<ArticleListQuery, 'limit' | 'cursor'>

interface ListQuery {
  filters: Filters
  /** Publication time and id of the last article of the page before. */
  after: string[] | undefined
  limit: number
}

/** The newest published articles that match, as JSON texts with the positions that cursors need. */
export async function findArticles(
  db: DeliveryDb,
  baseUrl: string,
  { filters, after, limit }: ListQuery,
): Promise<{ json: string; at: string; id: string }[]> {
  const values: unknown[] = [baseUrl, limit]
  const place = (value: unknown) => `$${values.push(value)}`
  const given: Filters = { format: 'news', ...filters }
  // In our order, not the request's: each order would be a statement of its own, which every connection keeps for good.
  const names = (Object.keys(filterSql) as (keyof Filters)[]).filter((name) => given[name] !== undefined)
  const conditions = names.map((name) => filterSql[name](place(given[name])))
  if (after) conditions.push(`(a.published_at, a.id) < (${place(after[0])}::timestamptz, ${place(after[1])}::uuid)`)
  return await readRows(db, listStatement(conditions), values)
}

const linked = (link: string, target: string, column: string) => (slug: string) =>
  `EXISTS (SELECT FROM published.${link} l JOIN published.${target} x ON x.id = l.${column} WHERE l.article_id = a.id AND x.slug = ${slug})`

/** The moment a local day begins at the site, as something that an index can be asked with. */
const beginningOf = (day: string) => `(${day}::timestamp AT TIME ZONE (SELECT time_zone FROM ${site} s))`

/** How each filter narrows the list. One that is not here does not exist. */
const filterSql: Record<keyof Filters, (value: string) => string> = {
  format: (value) => `a.format = ${value}`,
  unit: linked('article_units', 'units', 'unit_id'),
  author: linked('article_authors', 'authors', 'author_id'),
  category: linked('article_categories', 'categories', 'category_id'),
  tag: linked('article_tags', 'tags', 'tag_id'),
  publishedFrom: (value) => `a.published_at >= ${beginningOf(`${value}::date`)}`,
  publishedTo: (value) => `a.published_at < ${beginningOf(`(${value}::date + 1)`)}`,
}

/** The site is a value here, not a join: only so does the index give the articles in their order, and a page costs a page. */
function listStatement(conditions: string[]): Statement {
  const text = `SELECT ${cardJson} AS json, a.published_at::text AS at, a.id::text AS id
    FROM published.articles a CROSS JOIN ${site} s
    WHERE a.site_id = (SELECT id FROM ${site} s) AND a.listed AND ${conditions.join(' AND ')}
    ORDER BY a.published_at DESC, a.id DESC LIMIT $2`
  return { name: `articles ${createHash('sha1').update(text).digest('hex').slice(0, 16)}`, text }
}
