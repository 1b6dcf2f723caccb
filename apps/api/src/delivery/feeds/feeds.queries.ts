import type { ChangeReason } from '@bantin/shared/changes'
import type { FeedQuery } from '@bantin/shared/feeds'
import type { DeliveryDb } from '../../db/client.ts'
import { readJson, type Statement } from '../read-json.ts'

/** What a feed is of, and its page. */
export interface Subject {
  name: string
  url: string
}

const site = '(SELECT * FROM published.sites ORDER BY id LIMIT 1)'

const subject = (kind: string, path: string, name: string, from: string): Statement => ({
  name: `feed of a ${kind}`,
  text: `SELECT json_build_object('name', ${name}, 'url', $1 || '/${path}/' || x.slug)::text AS json FROM ${from} WHERE x.slug = $2`,
})
const ofSite = (table: string) => `${site} s JOIN published.${table} x ON x.site_id = s.id`

const subjects: Record<keyof FeedQuery, Statement> = {
  unit: subject(
    'unit',
    'don-vi',
    'n.name',
    'published.units x JOIN published.unit_names n ON n.unit_id = x.id AND n.period @> published.today()',
  ),
  person: subject('person', 'nguoi', 'x.full_name', 'published.people x'),
  author: subject('author', 'tac-gia', 'x.display_name', 'published.authors x'),
  category: subject('category', 'chuyen-muc', 'x.name', ofSite('categories')),
  tag: subject('tag', 'the', 'x.name', ofSite('tags')),
}

/** The unit, person, author, category or tag of this slug, by its name of today; undefined when there is none. */
export async function findSubject(db: DeliveryDb, baseUrl: string, kind: keyof FeedQuery, slug: string): Promise<Subject | undefined> {
  const json = await readJson(db, subjects[kind], [baseUrl, slug])
  return json === undefined ? undefined : (JSON.parse(json) as Subject)
}

/** An article that readers are to forget. */
export interface Deleted {
  id: string
  at: string
  reason: ChangeReason
  /** The page of the article that has taken its place. */
  replacedBy: string | null
}

// Of what was taken away the newest, and of each article the last that was told of it: unless it is there again. The condition on the
// changes is that of an index.
const deleted: Statement = {
  name: 'feed deleted',
  text: `SELECT coalesce(json_agg(json_build_object('id', d.entity_id, 'at', published.site_time(d.at, s.time_zone), 'reason', d.reason,
      'replacedBy', $1 || '/bai-viet/' || r.slug) ORDER BY d.seq DESC), '[]')::text AS json
    FROM ${site} s, LATERAL (
      SELECT DISTINCT ON (t.entity_id) t.* FROM (
        SELECT * FROM published.changes c
        WHERE c.site_id = s.id AND c.entity = 'article' AND c.at > now() - interval '30 days'
          AND (c.action = 'delete' OR c.reason IN ('withdrawn', 'personal_data'))
        ORDER BY c.seq DESC LIMIT 100
      ) t ORDER BY t.entity_id, t.seq DESC
    ) d LEFT JOIN published.articles r ON r.id = d.replaced_by AND r.listed
    WHERE NOT EXISTS (SELECT FROM published.articles p WHERE p.id = d.entity_id AND p.listed)`,
}

/** What was held, withdrawn, redirected or removed in the last thirty days, the newest first, a hundred at the most. */
export async function findDeleted(db: DeliveryDb, baseUrl: string): Promise<Deleted[]> {
  return JSON.parse((await readJson(db, deleted, [baseUrl])) as string) as Deleted[]
}

const sizes: Statement = {
  name: 'feed sizes',
  text: `SELECT coalesce(json_object_agg($1 || '/media/' || m.id || '/' || m.rev || '/' || f.name, f.bytes), '{}')::text AS json
    FROM published.media m CROSS JOIN jsonb_to_recordset(m.variants) AS f (name text, type text, bytes bigint)
    WHERE m.id = ANY ($2::uuid[]) AND f.type = 'image/jpeg'`,
}

/** How many bytes there are at each address of these pictures, as JPEG. */
export async function findPictureSizes(db: DeliveryDb, baseUrl: string, ids: string[]): Promise<Record<string, number>> {
  return ids.length === 0 ? {} : (JSON.parse((await readJson(db, sizes, [baseUrl, ids])) as string) as Record<string, number>)
}
