import { isId } from '@bantin/shared/is-id'
import type { DeliveryDb } from '../../db/client.ts'
import { readJson } from '../read-json.ts'

const authorJson = `json_build_object('id', w.id, 'slug', w.slug, 'name', w.display_name, 'kind', w.kind, 'bio', w.bio,
  'unit', (SELECT json_build_object('id', u.id, 'slug', u.slug, 'name', n.name, 'url', $1 || '/don-vi/' || u.slug)
    FROM published.units u JOIN published.unit_names n ON n.unit_id = u.id AND n.period @> published.today() WHERE u.id = w.unit_id),
  'person', (SELECT json_build_object('id', p.id, 'slug', p.slug, 'name', p.full_name, 'url', $1 || '/nguoi/' || p.slug)
    FROM published.people p WHERE p.id = w.person_id),
  'url', $1 || '/tac-gia/' || w.slug, 'apiUrl', $1 || '/api/v1/authors/' || w.slug)`

const all = {
  name: 'authors',
  text: `SELECT json_build_object('data', coalesce(json_agg(${authorJson} ORDER BY w.display_name COLLATE "vi-x-icu", w.id), '[]'),
    'page', json_build_object('next', null))::text AS json FROM published.authors w`,
}
const bySlug = { name: 'author by slug', text: `SELECT ${authorJson}::text AS json FROM published.authors w WHERE w.slug = $2` }
const byId = { name: 'author by id', text: `SELECT ${authorJson}::text AS json FROM published.authors w WHERE w.id = $2::uuid` }

/** All authors in Vietnamese order, as the answer's JSON. */
export async function findAuthors(db: DeliveryDb, baseUrl: string): Promise<string> {
  return (await readJson(db, all, [baseUrl])) as string
}

/** One author's JSON by id or current slug, or undefined. */
export async function findAuthor(db: DeliveryDb, baseUrl: string, idOrSlug: string): Promise<string | undefined> {
  return await readJson(db, isId(idOrSlug) ? byId : bySlug, [baseUrl, idOrSlug])
}
