import type { DeliveryDb } from '../db/client.ts'
import { readRows, type Statement } from './read-json.ts'

const wayFrom = (page: 'don-vi' | 'nguoi' | 'tac-gia', table: string): Statement => ({
  name: `way from a former slug of ${table}`,
  text: `SELECT x.slug FROM (SELECT id FROM published.sites ORDER BY id LIMIT 1) s
    JOIN published.redirects o ON o.site_id = s.id AND o.from_path_query = '/${page}/' || $1 AND o.url LIKE '/${page}/%'
    JOIN published.${table} x ON x.slug = substr(o.url, length('/${page}/') + 1)`,
})
const ways = { units: wayFrom('don-vi', 'units'), people: wayFrom('nguoi', 'people'), authors: wayFrom('tac-gia', 'authors') }

/** The slug of today of a unit, somebody or an author whose page was at this one before; undefined when nothing leads on from it. */
export async function findMovedTo(db: DeliveryDb, noun: keyof typeof ways, slug: string): Promise<string | undefined> {
  const [row] = await readRows<{ slug: string }>(db, ways[noun], [slug])
  return row?.slug
}
