import { eq, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { appointments, people, posts } from '../../db/schema/people.ts'
import { insertRows, rowsOf } from '../../db/write-rows.ts'

type Rows = {
  people: Required<Pick<typeof people.$inferInsert, 'id' | 'slug' | 'fullName' | 'sortKey' | 'contacts'>>[]
  posts: Required<Omit<typeof posts.$inferInsert, 'version'>>[]
  appointments: Required<Omit<typeof appointments.$inferInsert, 'version'>>[]
}

export async function insertPeople(tx: Db, rows: Rows): Promise<void> {
  await insertRows(tx, [rowsOf(people, ...rows.people), rowsOf(posts, ...rows.posts), rowsOf(appointments, ...rows.appointments)])
}

export async function updatePerson(tx: Db, id: string, fields: Partial<typeof people.$inferInsert>): Promise<void> {
  await tx
    .update(people)
    .set({ ...fields, version: sql`${people.version} + 1` })
    .where(eq(people.id, id))
}

export async function updatePost(tx: Db, id: string, fields: Partial<typeof posts.$inferInsert>): Promise<void> {
  await tx
    .update(posts)
    .set({ ...fields, version: sql`${posts.version} + 1` })
    .where(eq(posts.id, id))
}

export async function updateAppointment(tx: Db, id: string, fields: Partial<typeof appointments.$inferInsert>): Promise<void> {
  await tx
    .update(appointments)
    .set({ ...fields, version: sql`${appointments.version} + 1` })
    .where(eq(appointments.id, id))
}
