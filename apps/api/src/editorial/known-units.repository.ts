import { eq, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { units } from '../db/schema/units.ts'

/** Whether a unit has this address. */
export async function isUnitSlug(tx: Db, slug: string): Promise<boolean> {
  return (await tx.select({ id: units.id }).from(units).where(eq(units.slug, slug))).length > 0
}

/** Whether any revision of an article names the unit: revisions are texts, of which no foreign key tells. */
export async function isNamedByArticle(tx: Db, id: string): Promise<boolean> {
  const named = JSON.stringify([{ unitId: id }])
  const { rows } = await tx.execute(sql`SELECT 1 FROM article_revisions WHERE units @> ${named}::jsonb LIMIT 1`)
  return rows.length > 0
}
