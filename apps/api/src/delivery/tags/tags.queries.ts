import type { DeliveryDb } from '../../db/client.ts'
import { firstRows } from '../first-rows.ts'
import { readRows } from '../read-json.ts'

const name = 't.name COLLATE "vi-x-icu"'

// A tag that only drafts carry says what is being written: it is shown with the first article that is listed.
function statement(behind: string): string {
  const listed = `SELECT t.* FROM published.tags t WHERE t.site_id = (SELECT id FROM published.sites ORDER BY id LIMIT 1) ${behind}
    AND EXISTS (SELECT FROM published.article_tags l WHERE l.tag_id = t.id AND l.listed)
    ORDER BY ${name}, t.id`
  return `SELECT json_build_object('id', t.id, 'slug', t.slug, 'name', t.name, 'url', $1 || '/the/' || t.slug)::text AS json,
      t.name, t.id::text AS id
    FROM (${firstRows(listed, '$2')}) t ORDER BY ${name}, t.id`
}

const first = { name: 'tags', text: statement('') }
const next = { name: 'tags behind one', text: statement(`AND (${name}, t.id) > ($3::text COLLATE "vi-x-icu", $4::uuid)`) }

type FoundTag = { json: string; name: string; id: string }

/** The tags of listed articles in Vietnamese order, behind the one of this name and id, as JSON texts. */
export async function findTags(db: DeliveryDb, baseUrl: string, after: string[] | undefined, limit: number): Promise<FoundTag[]> {
  return after ? await readRows<FoundTag>(db, next, [baseUrl, limit, ...after]) : await readRows<FoundTag>(db, first, [baseUrl, limit])
}
