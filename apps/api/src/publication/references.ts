import type { FieldError } from '@bantin/shared/errors'
import { sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Db } from '../db/client.ts'
import { authors } from '../db/schema/authors.ts'
import { categories, tags } from '../db/schema/categories.ts'
import { units } from '../db/schema/units.ts'
import { fieldProblem } from '../errors.ts'
import { wrongMedia } from './media-references.ts'
import type { RevisionContent } from './revisions.ts'

interface Reference {
  id: string
  pointer: string
}

/**
 * Passes when everything the content names exists, and its owner, and files are of the kind that belongs there. Throws
 * `unknown_reference` with the place of each that does not fit.
 */
export async function requireReferences(db: Db, content: Partial<RevisionContent> & { unitId?: string }): Promise<void> {
  const wrong = [
    ...(await missingIn(db, units, content.unitId ? [{ id: content.unitId, pointer: '/unitId' }] : [])),
    ...(await wrongMedia(db, content)),
    ...(await missingIn(
      db,
      authors,
      (content.bylines ?? []).map(({ authorId }, i) => ({ id: authorId, pointer: `/bylines/${i}/authorId` })),
    )),
    ...(await missingIn(
      db,
      units,
      (content.units ?? []).map(({ unitId }, i) => ({ id: unitId, pointer: `/units/${i}/unitId` })),
    )),
    ...(await missingIn(
      db,
      categories,
      (content.categoryIds ?? []).map((id, i) => ({ id, pointer: `/categoryIds/${i}` })),
    )),
    ...(await missingIn(
      db,
      tags,
      (content.tagIds ?? []).map((id, i) => ({ id, pointer: `/tagIds/${i}` })),
    )),
  ]
  if (wrong.length > 0) throw fieldProblem('unknown_reference', ...wrong)
}

async function missingIn(db: Db, table: PgTable, references: Reference[]): Promise<FieldError[]> {
  if (references.length === 0) return []
  const ids = sql.join(
    references.map(({ id }) => sql`${id}`),
    sql`, `,
  )
  const { rows } = await db.execute<{ id: string }>(sql`SELECT id FROM ${table} WHERE id IN (${ids})`)
  const known = new Set(rows.map((row) => row.id))
  return references
    .filter(({ id }) => !known.has(id))
    .map(({ pointer }) => ({ in: 'body' as const, pointer, code: 'unknown', message: 'Nothing has this id.' }))
}
