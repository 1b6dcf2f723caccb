import type { Titles } from '@bantin/shared/titles'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { isFoundByName } from '../found-by-name.columns.ts'

/** How many people are offered at once. */
const mostPeople = 8

// `w` is somebody, `a` an appointment. Names that are no more somebody's stay in `names` for a minute.
const by = {
  folded: (names: string[]) =>
    sql`w.id IN (SELECT entity_id FROM names WHERE kind = 'person' AND folded = ANY(${sql.param(names)}::text[]) AND name = w.full_name)`,
  ids: (ids: string[]) => sql`a.id = ANY(${sql.param(ids)}::uuid[])`,
}

/** Whom a name may mean, by given name, with the posts of the day, the newest first. */
export async function findTitlesLike(db: Db, q: string, asOf: string | undefined): Promise<Titles> {
  const holds = sql`EXISTS (SELECT FROM appointments a, day d WHERE a.person_id = w.id AND a.period @> d.day)`
  const people = sql`(SELECT * FROM people w WHERE ${isFoundByName('person', sql`w.id`, q)} AND ${holds}
    ORDER BY w.sort_key COLLATE "vi-x-icu", w.id LIMIT ${mostPeople})`
  return await titles(db, asOf, people, sql`a.period @> d.day`)
}

/** All that the people of these names, folded, have, had and will have. */
export async function findTitlesOf(db: Db, names: string[], asOf: string | undefined): Promise<Titles> {
  return await titles(db, asOf, sql`people`, by.folded(names))
}

/** Those of these ids that are there. */
export async function findTitlesById(db: Db, ids: string[], asOf: string | undefined): Promise<Titles> {
  return await titles(db, asOf, sql`people`, by.ids(ids))
}

async function titles(db: Db, asOf: string | undefined, people: SQL, condition: SQL): Promise<Titles> {
  const { rows } = await db.execute<{ titles: Titles }>(sql`
    WITH day AS (SELECT coalesce(${asOf ?? null}::date, published.today()) AS day)
    SELECT json_build_object('asOf', (SELECT day FROM day), 'data', coalesce((
      SELECT json_agg(json_build_object('appointmentId', a.id, 'person', json_build_object('id', w.id, 'name', w.full_name), 'post', o.name,
        'unit', json_build_object('id', o.unit_id, 'name', n.name, 'shortName', n.short_name), 'kind', a.kind,
        'from', lower(a.period), 'through', upper(a.period) - 1, 'current', a.period @> d.day)
        ORDER BY w.sort_key COLLATE "vi-x-icu", w.id, lower(a.period) DESC NULLS LAST, o.seniority, o."order", a.id)
      FROM ${people} w JOIN appointments a ON a.person_id = w.id JOIN posts o ON o.id = a.post_id CROSS JOIN day d
      CROSS JOIN LATERAL published.unit_name(o.unit_id, greatest(lower(a.period), least(upper(a.period) - 1, d.day))) n
      WHERE ${condition}), '[]')) AS titles`)
  return (rows[0] as { titles: Titles }).titles
}
