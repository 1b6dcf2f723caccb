import type { DeliveryDb } from '../../db/client.ts'
import { readRows } from '../read-json.ts'
import { articleColumns } from './article-json.ts'
import { type ArticleParts, articleText } from './article-text.ts'

const select = `SELECT a.id::text AS id, ${articleColumns} FROM published.articles a JOIN published.sites s ON s.id = a.site_id`

const byIds = { name: 'whole articles by id', text: `${select} WHERE a.id = ANY($2::uuid[])` }
const atATime = 20
const behind = { name: 'whole articles behind one', text: `${select} WHERE a.id > $2::uuid ORDER BY a.id LIMIT ${atATime}` }

type Row = ArticleParts & { id: string }

/** The JSON of each article as its own address answers it, by its id; what is not public is not there. */
export async function findWholeArticles(db: DeliveryDb, baseUrl: string, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await readRows<Row>(db, byIds, [baseUrl, ids])
  return new Map(rows.map((row) => [row.id, articleText(row, baseUrl)]))
}

const nil = '00000000-0000-0000-0000-000000000000'

/** The same of all that is public, in order of ids, some at a time: the text of all is never in memory. */
export async function* readWholeArticles(db: DeliveryDb, baseUrl: string): AsyncGenerator<string[]> {
  let last: string | undefined = nil
  while (last !== undefined) {
    const rows: Row[] = await readRows<Row>(db, behind, [baseUrl, last])
    if (rows.length > 0) yield rows.map((row) => articleText(row, baseUrl))
    last = rows.length < atATime ? undefined : rows.at(-1)?.id
  }
}
