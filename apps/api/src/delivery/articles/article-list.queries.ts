import { createHash } from 'node:crypto'
import type { ArticleFilters, ArticleSort } from '@bantin/shared/article-list'
import type { DeliveryDb } from '../../db/client.ts'
import { readJson, readRows, type Statement } from '../read-json.ts'
import { statementValues } from '../statement-values.ts'
import { bodyColumns, cardJson, relatedJson, site } from './article-json.ts'
import { type ListedParts, listedText } from './article-text.ts'
import { countSql, pageSql } from './list-sql.ts'

/** What a list has of its articles beside their cards. */
export interface Included {
  body?: boolean
  related?: boolean
}

interface ListQuery {
  filters: ArticleFilters
  sort?: ArticleSort | undefined
  include?: Included
  /** By what it is sorted, and the id, of the last article of the page before. */
  after: string[] | undefined
  limit: number
  /** Whether what came from an archive is left out, unless it has moved to the top since. */
  onlyNew?: boolean
}

interface Found {
  json: string
  /** By what it is sorted; of a batch, its place among the ids that were asked for. */
  at: string
  id: string
  /** Whether others behind it were left out, because the texts would be too much. */
  isCut: boolean
}

/** The published articles that match, the newest first unless sorted otherwise: JSON texts with the positions that cursors need. */
export async function findArticles(db: DeliveryDb, baseUrl: string, query: ListQuery): Promise<Found[]> {
  const { filters, sort = '-publishedAt', include = {}, after, limit, onlyNew = false } = query
  const { values, place } = statementValues(baseUrl, limit)
  const page = pageSql({ filters, sort, after, onlyNew }, place)
  const order = `p.at ${page.direction}, p.id ${page.direction}`
  const text = `SELECT ${columnsOf(include)}, p.at::text AS at, a.id::text AS id
    FROM (${bounded(page.sql, order, include)}) p JOIN published.articles a ON a.id = p.id CROSS JOIN ${site} s
    WHERE ${isWithin(include)} ORDER BY ${order}`
  return texts(await readRows<Row>(db, named(text), values), baseUrl)
}

interface Batch {
  ids: string[]
  include?: Included
  /** The place among the ids behind which it begins, as `at` says it. */
  after?: string | undefined
  limit?: number
}

/** Articles by their ids, in that order; what is not public is not there. Withdrawn ones are, as at their own addresses. */
export async function findArticlesByIds(db: DeliveryDb, baseUrl: string, batch: Batch): Promise<Found[]> {
  const { ids, include = {}, after = '0', limit = ids.length } = batch
  const asked = `SELECT k.place AS at, k.id FROM unnest($3::uuid[]) WITH ORDINALITY AS k (id, place) JOIN published.articles a ON a.id = k.id
    WHERE k.place > $4::bigint ORDER BY k.place LIMIT $2`
  const text = `SELECT ${columnsOf(include)}, p.at::text AS at, a.id::text AS id
    FROM (${bounded(asked, 'p.at', include)}) p JOIN published.articles a ON a.id = p.id
    JOIN published.sites s ON s.id = a.site_id WHERE ${isWithin(include)} ORDER BY p.at`
  return texts(await readRows<Row>(db, named(text), [baseUrl, limit, ids, after]), baseUrl)
}

/** What a page may hold of texts, in bytes: twenty of the longest would be sixty megabytes. */
const mostText = 4_000_000

/**
 * The same rows; where texts are included, with how much of them comes before each, and how many rows come after it. The texts are measured
 * where they are stored: of what is too much nothing else is read.
 */
function bounded(rows: string, order: string, { body = false }: Included): string {
  if (!body) return rows
  return `SELECT p.at, p.id, coalesce(sum(p.size) OVER (ORDER BY ${order} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before,
      lead(p.id) OVER (ORDER BY ${order}) IS NOT NULL AS is_followed
    FROM (SELECT p.at, p.id, octet_length(t.body_html) + octet_length(t.body::text) AS size
      FROM (${rows}) p JOIN published.articles t ON t.id = p.id) p`
}

const isWithin = ({ body = false }: Included) => (body ? `p.before < ${mostText}` : 'true')

/** How many articles match. Costs as many as there are. */
export async function countArticles(db: DeliveryDb, filters: ArticleFilters): Promise<number> {
  const { values, place } = statementValues()
  return Number(await readJson(db, named(countSql(filters, place)), values))
}

/** `followed`: whether the page that was asked for goes on behind it, where that was looked at. */
type Row = ListedParts & { at: string; id: string; followed?: string }

function texts(rows: Row[], baseUrl: string): Found[] {
  return rows.map((row, place) => ({
    json: listedText(row, baseUrl),
    at: row.at,
    id: row.id,
    isCut: place === rows.length - 1 && row.followed === 'true',
  }))
}

function columnsOf({ body = false, related = false }: Included): string {
  return [
    `${cardJson} AS card`,
    ...(body ? [bodyColumns, 'p.is_followed::text AS followed'] : []),
    ...(related ? [`${relatedJson} AS related`] : []),
  ].join(', ')
}

/** One name for one text: every connection keeps each for good. */
function named(text: string): Statement {
  return { name: `articles ${createHash('sha1').update(text).digest('hex').slice(0, 16)}`, text }
}
