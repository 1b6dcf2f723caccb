import type { EditorialAppointment } from '@bantin/shared/editorial-people'
import { eq, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { appointments, people } from '../../db/schema/people.ts'

/** The appointment, or undefined. */
export async function findAppointment(db: Db, id: string): Promise<EditorialAppointment | undefined> {
  const { rows } = await db.execute<{ appointment: EditorialAppointment }>(sql`
    SELECT json_build_object('id', a.id, 'version', a.version, 'kind', a.kind, 'decisionNo', a.decision_no, 'from', lower(a.period),
      'through', upper(a.period) - 1, 'person', json_build_object('id', w.id, 'name', w.full_name),
      'post', json_build_object('id', o.id, 'name', o.name), 'unitPath', unit_path(o.unit_id),
      'unit', json_build_object('id', o.unit_id, 'name', (published.unit_name(o.unit_id, published.today())).name)) AS appointment
    FROM appointments a JOIN people w ON w.id = a.person_id JOIN posts o ON o.id = a.post_id WHERE a.id = ${id}`)
  return rows[0]?.appointment
}

/** The unit of a post and those above it; undefined when there is no such post. */
export async function findPostUnit(db: Db, postId: string): Promise<{ unitId: string; unitPath: string[] } | undefined> {
  const { rows } = await db.execute<{ unitId: string; unitPath: string[] }>(
    sql`SELECT unit_id AS "unitId", unit_path(unit_id) AS "unitPath" FROM posts WHERE id = ${postId}`,
  )
  return rows[0]
}

export async function isPerson(db: Db, id: string): Promise<boolean> {
  return (await db.select({ id: people.id }).from(people).where(eq(people.id, id))).length > 0
}

/** Keeps others from changing the appointment until the transaction ends. */
export async function lockAppointment(tx: Db, id: string): Promise<void> {
  await tx.select({ id: appointments.id }).from(appointments).where(eq(appointments.id, id)).for('update')
}

export async function insertAppointment(tx: Db, row: typeof appointments.$inferInsert): Promise<void> {
  await tx.insert(appointments).values(row)
}

/** Of one or several fields; the next version. */
export async function updateAppointment(tx: Db, id: string, fields: Partial<typeof appointments.$inferInsert>): Promise<void> {
  await tx
    .update(appointments)
    .set({ ...fields, version: sql`${appointments.version} + 1` })
    .where(eq(appointments.id, id))
}

/** Throws the database's error where a published article names it. */
export async function deleteAppointment(tx: Db, id: string): Promise<void> {
  await tx.delete(appointments).where(eq(appointments.id, id))
}
