import type { EditorialAward } from '@bantin/shared/editorial-emulation'
import { eq, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { awards } from '../../db/schema/blocs.ts'
import { people } from '../../db/schema/people.ts'

/** Those of a bloc, of all years or of one, the newest first. */
export async function findAwardsOf(db: Db, blocId: string, year: number | undefined): Promise<EditorialAward[]> {
  return await selectAwards(db, year === undefined ? sql`a.bloc_id = ${blocId}` : sql`a.bloc_id = ${blocId} AND a.year = ${year}`)
}

/** The commendation, or undefined. */
export async function findAward(db: Db, id: string): Promise<EditorialAward | undefined> {
  const [award] = await selectAwards(db, sql`a.id = ${id}`)
  return award
}

async function selectAwards(db: Db, where: SQL): Promise<EditorialAward[]> {
  const { rows } = await db.execute<{ award: EditorialAward }>(sql`
    SELECT json_build_object('id', a.id, 'version', a.version, 'blocId', a.bloc_id, 'year', a.year, 'title', a.title,
      'unit', CASE WHEN a.unit_id IS NOT NULL THEN json_build_object('id', a.unit_id,
        'name', (published.unit_name(a.unit_id, make_date(a.year, 12, 31))).name) END,
      'person', CASE WHEN w.id IS NOT NULL THEN json_build_object('id', w.id, 'name', w.full_name) END,
      'authority', a.authority, 'decisionNo', a.decision_no, 'on', a.decided_on, 'status', a.status, 'unitPath', unit_path(a.bloc_id)) AS award
    FROM awards a LEFT JOIN people w ON w.id = a.person_id WHERE ${where} ORDER BY a.year DESC, a.decided_on DESC NULLS LAST, a.id`)
  return rows.map(({ award }) => award)
}

export async function insertAward(tx: Db, row: typeof awards.$inferInsert): Promise<void> {
  await tx.insert(awards).values(row)
}

/** Of one or several fields; the next version. */
export async function updateAward(tx: Db, id: string, fields: Partial<typeof awards.$inferInsert>): Promise<void> {
  await tx
    .update(awards)
    .set({ ...fields, version: sql`${awards.version} + 1` })
    .where(eq(awards.id, id))
}

export async function deleteAward(tx: Db, id: string): Promise<void> {
  await tx.delete(awards).where(eq(awards.id, id))
}

export async function isPerson(db: Db, id: string): Promise<boolean> {
  return (await db.select({ id: people.id }).from(people).where(eq(people.id, id))).length > 0
}
