import { isId } from '@bantin/shared/is-id'
import type { DeliveryDb } from '../../db/client.ts'
import { day, days, list, unitStub, wonAwards } from '../dated-sql.ts'
import { pictureJson } from '../picture-json.ts'
import { readJson, type Statement } from '../read-json.ts'

/** The day asked about where it lies within the appointment, else the one of it that is nearest. */
const within = `greatest(lower(a.period), least(${day}, upper(a.period) - 1))`

const appointments = list(
  `json_build_object('id', a.id, 'post', o.name, 'unit', json_build_object(${unitStub}), 'kind', a.kind, ${days('a.period')},
      'current', a.period @> ${day}) ORDER BY a.period @> ${day} DESC, lower(a.period) DESC NULLS LAST, o.seniority, o."order", a.id`,
  `published.appointments a JOIN published.posts o ON o.id = a.post_id JOIN published.units u ON u.id = o.unit_id
    CROSS JOIN LATERAL published.unit_name(u.id, ${within}) n WHERE a.person_id = w.id`,
)

const found = (by: string, name: string): Statement => ({
  name,
  text: `SELECT json_build_object('id', w.id, 'slug', w.slug, 'name', w.full_name, 'bio', w.bio, 'photo', ${pictureJson('w.photo_media_id')},
      'contacts', w.contacts, 'appointments', ${appointments}, 'awards', ${wonAwards('a.person_id = w.id')},
      'url', $1 || '/nguoi/' || w.slug, 'apiUrl', $1 || '/api/v1/people/' || w.slug
    )::text AS json FROM published.people w WHERE ${by}`,
})

const bySlug = found('w.slug = $3', 'person by slug')
const byId = found('w.id = $3::uuid', 'person by id')

/** Somebody's JSON by id or current slug, with the posts as they are on the day, today without one; undefined when there is nobody. */
export async function findPerson(db: DeliveryDb, baseUrl: string, idOrSlug: string, asOf: string | undefined): Promise<string | undefined> {
  return await readJson(db, isId(idOrSlug) ? byId : bySlug, [baseUrl, asOf ?? null, idOrSlug])
}
