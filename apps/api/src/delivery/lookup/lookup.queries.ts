import type { Lookup } from '@bantin/shared/lookup'
import type { DeliveryDb } from '../../db/client.ts'
import type { PathQuery } from '../../lib/path-query.ts'
import { readJson, readRows, type Statement } from '../read-json.ts'

export type Entity = Lookup['entity']

const site = '(SELECT * FROM published.sites ORDER BY id LIMIT 1)'

const found = (entity: Entity, path: string, from: string): Statement => ({
  name: `lookup of ${entity}`,
  text: `SELECT json_build_object('entity', '${entity}', 'id', x.id, 'apiUrl', $1 || '/api/v1/' || ${path})::text AS json FROM ${from}`,
})

// Readers of an article that another one has taken the place of are led to that.
const behind = (id: string) => `LEFT JOIN published.former_articles f ON f.id = ${id}
  JOIN published.articles x ON x.id = coalesce(f.replaced_by, ${id})`

const articlePath = "'articles/' || x.id"

const bySlug: Record<Exclude<Entity, 'site'>, Statement> = {
  article: found(
    'article',
    articlePath,
    `${site} s JOIN published.article_slugs o ON o.site_id = s.id AND o.slug = $2 ${behind('o.article_id')}`,
  ),
  unit: found('unit', "'units/' || x.slug", 'published.units x WHERE x.slug = $2'),
  person: found('person', "'people/' || x.slug", 'published.people x WHERE x.slug = $2'),
  author: found('author', "'authors/' || x.slug", 'published.authors x WHERE x.slug = $2'),
  category: found(
    'category',
    "'articles?category=' || x.slug",
    `${site} s JOIN published.categories x ON x.site_id = s.id WHERE x.slug = $2`,
  ),
  tag: found(
    'tag',
    "'articles?tag=' || x.slug",
    `${site} s JOIN published.tags x ON x.site_id = s.id
      WHERE x.slug = $2 AND EXISTS (SELECT FROM published.article_tags l WHERE l.tag_id = x.id AND l.listed)`,
  ),
}

const articleById: Statement = {
  ...found('article', articlePath, `(SELECT $2::uuid AS id) o ${behind('o.id')}`),
  name: 'lookup of an id',
}

const byId = {
  article: articleById,
  unit: { ...found('unit', "'units/' || x.slug", 'published.units x WHERE x.id = $2::uuid'), name: 'lookup of a unit by id' },
  person: { ...found('person', "'people/' || x.slug", 'published.people x WHERE x.id = $2::uuid'), name: 'lookup of a person by id' },
  author: { ...found('author', "'authors/' || x.slug", 'published.authors x WHERE x.id = $2::uuid'), name: 'lookup of an author by id' },
}

/** What has an id in its address, too. */
export const hasIdAddress = (entity: Entity): entity is keyof typeof byId => Object.hasOwn(byId, entity)

const theSite = found('site', "'site'", `${site} x`)

/** What is public under this slug, for articles also an old one, as the answer's JSON; undefined when nothing is. */
export async function findBySlug(db: DeliveryDb, baseUrl: string, entity: keyof typeof bySlug, slug: string): Promise<string | undefined> {
  return await readJson(db, bySlug[entity], [baseUrl, slug])
}

/** What is public of this id, likewise. */
export async function findById(db: DeliveryDb, baseUrl: string, entity: keyof typeof byId, id: string): Promise<string | undefined> {
  return await readJson(db, byId[entity], [baseUrl, id])
}

export async function findTheSite(db: DeliveryDb, baseUrl: string): Promise<string | undefined> {
  return await readJson(db, theSite, [baseUrl])
}

// The longest is the one with the query.
const redirect: Statement = {
  name: 'lookup of an old address',
  text: `SELECT o.article_id::text AS "articleId", o.url FROM ${site} s JOIN published.redirects o ON o.site_id = s.id
    WHERE o.from_path_query = ANY ($1::text[]) ORDER BY length(o.from_path_query) DESC LIMIT 1`,
}

/** Where an address of an older system leads: the whole of it, else its path alone. */
export async function findRedirect(
  db: DeliveryDb,
  { path, whole }: PathQuery,
): Promise<{ articleId: string | null; url: string | null } | undefined> {
  const [row] = await readRows<{ articleId: string | null; url: string | null }>(db, redirect, [[whole, path]])
  return row
}
