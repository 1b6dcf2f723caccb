import type { DeliveryDb } from '../../db/client.ts'
import { readJson } from '../read-json.ts'

// Names, parents and members are those of today. `u` is a unit, `n` its name, $1 the public origin.
const named = 'published.units u JOIN published.unit_names n ON n.unit_id = u.id AND n.period @> published.today()'
const stub = `'id', u.id, 'slug', u.slug, 'name', n.name, 'shortName', n.short_name, 'url', $1 || '/don-vi/' || u.slug`
const card = `${stub}, 'apiUrl', $1 || '/api/v1/units/' || u.slug, 'kind', u.kind, 'code', u.code, 'order', u."order",
  'parentId', (SELECT p.parent_id FROM published.unit_parents p WHERE p.unit_id = u.id AND p.period @> published.today())`

const inOrder = `ORDER BY u."order", n.name COLLATE "vi-x-icu", u.id`
const stubs = (where: string) => `coalesce((SELECT json_agg(json_build_object(${stub}) ${inOrder}) FROM ${named} WHERE ${where}), '[]')`

const all = {
  name: 'units',
  text: `SELECT json_build_object('data', coalesce(json_agg(json_build_object(${card}) ${inOrder}), '[]'), 'page', json_build_object('next', null))::text AS json
    FROM ${named} WHERE u.status = 'active'`,
}

const bySlug = {
  name: 'unit by slug',
  text: `SELECT json_build_object(${card}, 'contacts', u.contacts,
      'parents', (
        WITH RECURSIVE up (id, depth) AS (
          SELECT p.parent_id, 1 FROM published.unit_parents p WHERE p.unit_id = here.id AND p.period @> published.today()
          UNION ALL
          SELECT p.parent_id, up.depth + 1 FROM up JOIN published.unit_parents p ON p.unit_id = up.id AND p.period @> published.today() WHERE up.depth < 30
        )
        SELECT coalesce(json_agg(json_build_object(${stub}) ORDER BY up.depth DESC), '[]') FROM up JOIN ${named} ON u.id = up.id
      ),
      'children', ${stubs('u.id IN (SELECT p.unit_id FROM published.unit_parents p WHERE p.parent_id = here.id AND p.period @> published.today())')},
      'members', ${stubs('u.id IN (SELECT b.unit_id FROM published.bloc_members b WHERE b.bloc_id = here.id AND b.period @> published.today())')},
      'blocs', ${stubs('u.id IN (SELECT b.bloc_id FROM published.bloc_members b WHERE b.unit_id = here.id AND b.period @> published.today())')}
    )::text AS json
    FROM (SELECT id FROM published.units WHERE slug = $2) here JOIN ${named} ON u.id = here.id`,
}

/** All active units as a flat list, siblings in their order, as the answer's JSON. */
export async function findUnits(db: DeliveryDb, baseUrl: string): Promise<string> {
  return (await readJson(db, all, [baseUrl])) as string
}

/** One unit's JSON, or undefined. */
export async function findUnit(db: DeliveryDb, baseUrl: string, slug: string): Promise<string | undefined> {
  return await readJson(db, bySlug, [baseUrl, slug])
}
