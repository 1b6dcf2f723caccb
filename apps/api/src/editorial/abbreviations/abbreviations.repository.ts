import type { Abbreviation } from '@bantin/shared/abbreviations'
import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { abbreviations } from '../../db/schema/search.ts'

const byName = sql`${abbreviations.short} COLLATE "vi-x-icu"`

/** By their short forms; `after` is that of the last one before, and its id. */
export async function findAbbreviations(db: Db, after: string[] | undefined, limit: number): Promise<Abbreviation[]> {
  return await db
    .select()
    .from(abbreviations)
    .where(and(isBehind(after)))
    .orderBy(byName, abbreviations.id)
    .limit(limit)
}

/** The abbreviation, or undefined. */
export async function findAbbreviation(db: Db, id: string): Promise<Abbreviation | undefined> {
  const [abbreviation] = await db.select().from(abbreviations).where(eq(abbreviations.id, id))
  return abbreviation
}

/** Keeps others from adding and changing any until the transaction ends; whoever searches reads on. Answers all of them. */
export async function lockAbbreviations(tx: Db): Promise<Abbreviation[]> {
  await tx.execute(sql`LOCK TABLE abbreviations IN SHARE ROW EXCLUSIVE MODE`)
  return await tx.select().from(abbreviations)
}

export async function insertAbbreviation(tx: Db, row: typeof abbreviations.$inferInsert): Promise<void> {
  await tx.insert(abbreviations).values(row)
}

export async function updateAbbreviation(tx: Db, { id, short, long, version }: Abbreviation): Promise<void> {
  await tx.update(abbreviations).set({ short, long, version }).where(eq(abbreviations.id, id))
}

export async function deleteAbbreviation(tx: Db, id: string): Promise<void> {
  await tx.delete(abbreviations).where(eq(abbreviations.id, id))
}

function isBehind(after: string[] | undefined): SQL | undefined {
  return after && sql`(${byName}, ${abbreviations.id}) > (${after[0]} COLLATE "vi-x-icu", ${after[1]}::uuid)`
}
