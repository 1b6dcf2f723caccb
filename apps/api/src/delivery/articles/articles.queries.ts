import { isId } from '@bantin/shared/is-id'
import type { DeliveryDb } from '../../db/client.ts'
import { readRows } from '../read-json.ts'
import { articleColumns, site } from './article-json.ts'
import { type ArticleParts, articleText } from './article-text.ts'

const columns = `${articleColumns}, to_char(a.updated_at AT TIME ZONE 'UTC', 'Dy, DD Mon YYYY HH24:MI:SS "GMT"') AS modified`

const byId = {
  name: 'article by id',
  text: `SELECT ${columns} FROM published.articles a JOIN published.sites s ON s.id = a.site_id WHERE a.id = $2`,
}
const bySlug = {
  name: 'article by slug',
  text: `SELECT ${columns} FROM ${site} s JOIN published.articles a ON a.site_id = s.id WHERE a.slug = $2`,
}

/** An article as it is answered, and since when it is so, as the header `Last-Modified` says it. */
export interface FoundArticle {
  json: string
  modified: string
}

/** The article by its id or current slug, or undefined. `baseUrl` is the public origin. */
export async function findArticle(db: DeliveryDb, baseUrl: string, idOrSlug: string): Promise<FoundArticle | undefined> {
  const [row] = await readRows<ArticleParts & { modified: string }>(db, isId(idOrSlug) ? byId : bySlug, [baseUrl, idOrSlug])
  return row && { json: articleText(row, baseUrl), modified: row.modified }
}
