import type { DeliveryDb } from '../db/client.ts'
import type { PathQuery } from '../lib/path-query.ts'

/** What is known of an address at which there is no page. */
export interface AskedAddress {
  siteId: string
  /** The local day on which it is asked for. */
  day: string
  /** The address of an older system that it is, with or without its query; null when nobody knows it. */
  from: string | null
  /** Where that one leads; null also while its article is not public. */
  target: string | null
}

// The longest is the one with the query. An article that was replaced is looked for where its readers are led in the end.
const statement = {
  name: 'old address',
  text: `SELECT s.id::text AS "siteId", published.today()::text AS day, r.from_path_query AS "from",
      coalesce(r.url, '/bai-viet/' || a.slug) AS target
    FROM (SELECT id FROM published.sites ORDER BY id LIMIT 1) s
    LEFT JOIN LATERAL (
      SELECT o.from_path_query, o.article_id, o.url FROM published.redirects o
      WHERE o.site_id = s.id AND o.from_path_query = ANY ($1::text[])
      ORDER BY length(o.from_path_query) DESC LIMIT 1
    ) r ON true
    LEFT JOIN published.former_articles f ON f.id = r.article_id
    LEFT JOIN published.articles a ON a.id = coalesce(f.replaced_by, r.article_id)`,
}

/** Looks for the whole address, then for its path alone. */
export async function findOldAddress(db: DeliveryDb, { path, whole }: PathQuery): Promise<AskedAddress> {
  const { rows } = await db.query<AskedAddress>({ ...statement, values: [[whole, path]] })
  const [asked] = rows
  if (!asked) throw new Error('the database has no site')
  return asked
}
