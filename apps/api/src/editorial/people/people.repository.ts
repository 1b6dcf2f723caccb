import type { EditorialPerson, EditorialPersonCard } from '@bantin/shared/editorial-people'
import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { people } from '../../db/schema/people.ts'
import { isFoundByName } from '../found-by-name.columns.ts'

// `w` is somebody.
const card = sql`'id', w.id, 'version', w.version, 'slug', w.slug, 'name', w.full_name, 'sortKey', w.sort_key, 'photoMediaId', w.photo_media_id`
const byGivenName = sql`w.sort_key COLLATE "vi-x-icu"`
const unitOf = sql`json_build_object('id', o.unit_id, 'name', (published.unit_name(o.unit_id, published.today())).name)`

/** People by given name, behind the sort key and id of the last one before. */
export async function findPeople(
  db: Db,
  q: string | undefined,
  after: string[] | undefined,
  limit: number,
): Promise<EditorialPersonCard[]> {
  const conditions = [
    q === undefined ? undefined : isFoundByName('person', sql`w.id`, q),
    after && sql`(${byGivenName}, w.id) > (${after[0]} COLLATE "vi-x-icu", ${after[1]}::uuid)`,
  ].filter((condition): condition is SQL => typeof condition === 'object')
  const { rows } = await db.execute<{ person: EditorialPersonCard }>(sql`
    SELECT json_build_object(${card}, 'posts', coalesce((
      SELECT json_agg(json_build_object('appointmentId', a.id, 'post', o.name, 'unit', ${unitOf}) ORDER BY o.seniority, o."order", a.id)
      FROM appointments a JOIN posts o ON o.id = a.post_id WHERE a.person_id = w.id AND a.period @> published.today()), '[]')) AS person
    FROM (SELECT * FROM people w WHERE ${and(sql`true`, ...conditions)} ORDER BY ${byGivenName}, w.id LIMIT ${limit}) w
    ORDER BY ${byGivenName}, w.id`)
  return rows.map(({ person }) => person)
}

/** Somebody with all appointments, or undefined. */
export async function findPerson(db: Db, id: string): Promise<EditorialPerson | undefined> {
  const { rows } = await db.execute<{ person: EditorialPerson }>(sql`
    SELECT json_build_object(${card}, 'bio', w.bio, 'contacts', w.contacts, 'appointments', coalesce((
      SELECT json_agg(json_build_object('id', a.id, 'version', a.version, 'kind', a.kind, 'decisionNo', a.decision_no,
        'from', lower(a.period), 'through', upper(a.period) - 1, 'post', json_build_object('id', o.id, 'name', o.name), 'unit', ${unitOf})
        ORDER BY lower(a.period) DESC NULLS LAST, a.id)
      FROM appointments a JOIN posts o ON o.id = a.post_id WHERE a.person_id = w.id), '[]')) AS person
    FROM people w WHERE w.id = ${id}`)
  return rows[0]?.person
}

/** Keeps others from changing the person until the transaction ends. */
export async function lockPerson(tx: Db, id: string): Promise<void> {
  await tx.select({ id: people.id }).from(people).where(eq(people.id, id)).for('update')
}

export type PersonRow = typeof people.$inferInsert

export async function insertPerson(tx: Db, row: PersonRow): Promise<void> {
  await tx.insert(people).values(row)
}

/** Of one or several fields; the next version. */
export async function updatePerson(tx: Db, id: string, fields: Partial<PersonRow>): Promise<void> {
  await tx
    .update(people)
    .set({ ...fields, version: sql`${people.version} + 1` })
    .where(eq(people.id, id))
}

/** Throws the database's error where something refers to the person. */
export async function deletePerson(tx: Db, id: string): Promise<void> {
  await tx.delete(people).where(eq(people.id, id))
}

/** Whether somebody has this address. */
export async function hasSlug(tx: Db, slug: string): Promise<boolean> {
  return (await tx.select({ id: people.id }).from(people).where(eq(people.slug, slug))).length > 0
}
