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
  at: string
  id: string
}

/** The published articles that match, the newest first unless sorted otherwise: JSON texts with the positions that cursors need. */
export async function findArticles(db: DeliveryDb, baseUrl: string, query: ListQuery): Promise<Found[]> {
  const { filters, sort = '-publishedAt', include = {}, after, limit, onlyNew = false } = query
  const { values, place } = statementValues(baseUrl, limit)
  const page = pageSql({ filters, sort, after, onlyNew }, place)
  const text = `SELECT ${columnsOf(include)}, p.at::text AS at, a.id::text AS id
    FROM (${page.sql}) p JOIN published.articles a ON a.id = p.id CROSS JOIN ${site} s ORDER BY p.at ${page.direction}, a.id ${page.direction}`
  return texts(await readRows<Row>(db, named(text), values), baseUrl)
}

/** Articles by their ids, in that order; what is not public is not there. Withdrawn ones are, as at their own addresses. */
export async function findArticlesByIds(db: DeliveryDb, baseUrl: string, ids: string[], include: Included): Promise<Found[]> {
  const text = `SELECT ${columnsOf(include)}, '' AS at, a.id::text AS id
    FROM unnest($2::uuid[]) WITH ORDINALITY AS k (id, place) JOIN published.articles a ON a.id = k.id
    JOIN published.sites s ON s.id = a.site_id ORDER BY k.place`
  return texts(await readRows<Row>(db, named(text), [baseUrl, ids]), baseUrl)
}

/** How many articles match. Costs as many as there are. */
export async function countArticles(db: DeliveryDb, filters: ArticleFilters): Promise<number> {
  const { values, place } = statementValues()
  return Number(await readJson(db, named(countSql(filters, place)), values))
}

type Row = ListedParts & { at: string; id: string }

function texts(rows: Row[], baseUrl: string): Found[] {
  return rows.map((row) => ({ json: listedText(row, baseUrl), at: row.at, id: row.id }))
}

function columnsOf({ body = false, related = false }: Included): string {
  return [`${cardJson} AS card`, ...(body ? [bodyColumns] : []), ...(related ? [`${relatedJson} AS related`] : [])].join(', ')
}

/** One name for one text: every connection keeps each for good. */
function named(text: string): Statement {
  return { name: `articles ${createHash('sha1').update(text).digest('hex').slice(0, 16)}`, text }
}
