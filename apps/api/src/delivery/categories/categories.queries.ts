import type { DeliveryDb } from '../../db/client.ts'
import { readJson } from '../read-json.ts'

const all = {
  name: 'categories',
  text: `SELECT json_build_object(
      'data', coalesce(json_agg(json_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'parentId', c.parent_id, 'order', c."order",
        'url', $1 || '/chuyen-muc/' || c.slug) ORDER BY c."order", c.name COLLATE "vi-x-icu", c.id), '[]'),
      'page', json_build_object('next', null))::text AS json
    FROM published.categories c WHERE c.site_id = (SELECT id FROM published.sites ORDER BY id LIMIT 1)`,
}

/** All categories of the site, siblings in their order, as the answer's JSON. */
export async function findCategories(db: DeliveryDb, baseUrl: string): Promise<string> {
  return (await readJson(db, all, [baseUrl])) as string
}
