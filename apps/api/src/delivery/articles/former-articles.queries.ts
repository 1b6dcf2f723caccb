import { isId } from '@bantin/shared/is-id'
import type { DeliveryDb } from '../../db/client.ts'
import { readRows } from '../read-json.ts'
import { site } from './article-json.ts'

/** What became of an article's address: it has another one, or the article left and may have been replaced by another. */
export type Fate = { movedTo: string } | { replacedBy: string } | 'removed'

const bySlug = {
  name: 'fate of a slug',
  text: `SELECT a.slug, f.state, f.replaced_by::text AS "replacedBy"
    FROM ${site} s JOIN published.article_slugs o ON o.site_id = s.id
    LEFT JOIN published.articles a ON a.id = o.article_id
    LEFT JOIN published.former_articles f ON f.id = o.article_id
    WHERE o.slug = $1`,
}
const byId = {
  name: 'fate of an id',
  text: `SELECT NULL AS slug, f.state, f.replaced_by::text AS "replacedBy" FROM published.former_articles f WHERE f.id = $1`,
}

/** For an id or a slug, current or old, at which no article was found. Undefined when nothing may be known of one. */
export async function findFate(db: DeliveryDb, idOrSlug: string): Promise<Fate | undefined> {
  type Row = { slug: string | null; state: string | null; replacedBy: string | null }
  const [row] = await readRows<Row>(db, isId(idOrSlug) ? byId : bySlug, [idOrSlug])
  if (row?.slug) return { movedTo: row.slug }
  if (row?.replacedBy) return { replacedBy: row.replacedBy }
  return row?.state ? 'removed' : undefined
}
