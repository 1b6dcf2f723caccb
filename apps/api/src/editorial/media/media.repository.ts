import type { MediaListQuery } from '@bantin/shared/media'
import { fold } from '@bantin/shared/text'
import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { media } from '../../db/schema/media.ts'
import { isLogo, isPhoto } from '../../publication/open-media.ts'
import { type ItemRow, selectItems } from './media-item.columns.ts'

export type MediaRow = typeof media.$inferSelect

interface ListQuery {
  filters: Omit<MediaListQuery, 'limit' | 'cursor'>
  /** Whose uploads `me` means. */
  userId: string | null
  /** Moment and id of the last file of the page before. */
  after: string[] | undefined
  limit: number
}

/** The files that match, newest first. */
export async function findItems(db: Db, { filters, userId, after, limit }: ListQuery): Promise<ItemRow[]> {
  const { kind, unitId, me, unused, q, ids } = filters
  const conditions = [
    kind && eq(media.kind, kind),
    unitId && eq(media.unitId, unitId),
    me === true ? eq(media.createdBy, userId ?? sql`NULL`) : me === false ? sql`${media.createdBy} IS DISTINCT FROM ${userId}` : undefined,
    unused === undefined ? undefined : unused ? sql`NOT ${isUsed}` : isUsed,
    q && hasWords(q),
    ids && inArray(media.id, ids.split(',')),
    after && sql`(${media.createdAt}, ${media.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)`,
  ].filter((condition): condition is SQL => typeof condition === 'object')
  return await selectItems(db)
    .where(and(...conditions))
    .orderBy(desc(media.createdAt), desc(media.id))
    .limit(limit)
}

const isUsed = sql`(EXISTS (SELECT FROM media_references m WHERE m.media_id = ${media.id}) OR ${isLogo} OR ${isPhoto})`

/** Every word somewhere in it, with or without diacritics. */
function hasWords(q: string): SQL | undefined {
  const words = fold(q)
    .split(/\s+/)
    .filter((word) => word !== '')
  return and(...words.map((word) => sql`${media.folded} LIKE ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`))
}

/** What the library's search looks through. */
export function foldedWords({ originalName, alt, caption, credit }: Pick<MediaRow, 'originalName' | 'alt' | 'caption' | 'credit'>): string {
  return fold([originalName, alt, caption, credit].filter((part) => part !== null).join('\n'))
}

/** Undefined when there is none. */
export async function findItem(db: Db, id: string): Promise<ItemRow | undefined> {
  const [row] = await selectItems(db).where(eq(media.id, id))
  return row
}

/** Undefined when nothing has these bytes. */
export async function findBySha256(db: Db, sha256: string): Promise<string | undefined> {
  const [row] = await db.select({ id: media.id }).from(media).where(eq(media.sha256, sha256))
  return row?.id
}

/** False when a file with the same bytes is there, also when another request has just brought it. */
export async function insertMedia(tx: Db, row: typeof media.$inferInsert): Promise<boolean> {
  const inserted = await tx.insert(media).values(row).onConflictDoNothing({ target: media.sha256 }).returning({ id: media.id })
  return inserted.length === 1
}

/**
 * Locks the file until the transaction ends: to `change` it, while articles may go on taking it up, or to `delete` it, while none may.
 */
export async function lockMedia(tx: Db, id: string, to: 'change' | 'delete'): Promise<(MediaRow & { unitPath: string[] }) | undefined> {
  const [row] = await tx
    .select()
    .from(media)
    .where(eq(media.id, id))
    .for(to === 'delete' ? 'update' : 'no key update')
  if (!row) return undefined
  const { rows } = await tx.execute<{ path: string[] }>(sql`SELECT unit_path(${row.unitId}) AS path`)
  return { ...row, unitPath: rows[0]?.path ?? [] }
}

export async function updateMedia(tx: Db, id: string, fields: Partial<typeof media.$inferInsert>): Promise<void> {
  await tx
    .update(media)
    .set({ ...fields, version: sql`${media.version} + 1` })
    .where(eq(media.id, id))
}

/** False when a revision shows the file, or it is the site's logo or somebody's photo: then it stays. */
export async function deleteMedia(tx: Db, id: string): Promise<boolean> {
  const { rowCount } = await tx.delete(media).where(and(eq(media.id, id), sql`NOT ${isUsed}`))
  return rowCount === 1
}

/** The unit and its parents, or undefined for a unit that is not there. */
export async function findUnitPath(db: Db, unitId: string): Promise<string[] | undefined> {
  const { rows } = await db.execute<{ path: string[] }>(sql`SELECT unit_path(id) AS path FROM units WHERE id = ${unitId}`)
  return rows[0]?.path
}
