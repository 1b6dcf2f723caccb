import type { EditorialAuthor, EditorialAuthorCard } from '@bantin/shared/editorial-authors'
import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { authors } from '../../db/schema/authors.ts'
import { people } from '../../db/schema/people.ts'
import { units } from '../../db/schema/units.ts'
import { isFoundByName } from '../found-by-name.columns.ts'

// `w` is an author.
const card = sql`'id', w.id, 'version', w.version, 'slug', w.slug, 'name', w.display_name, 'kind', w.kind,
  'unit', CASE WHEN w.unit_id IS NOT NULL
    THEN json_build_object('id', w.unit_id, 'name', (published.unit_name(w.unit_id, published.today())).name) END,
  'person', (SELECT json_build_object('id', p.id, 'name', p.full_name) FROM people p WHERE p.id = w.person_id)`
const byName = sql`w.display_name COLLATE "vi-x-icu"`

/** Authors by name, behind the name and id of the last one before. */
export async function findAuthors(
  db: Db,
  q: string | undefined,
  after: string[] | undefined,
  limit: number,
): Promise<EditorialAuthorCard[]> {
  const conditions = [
    q === undefined ? undefined : isFoundByName('author', sql`w.id`, q),
    after && sql`(${byName}, w.id) > (${after[0]} COLLATE "vi-x-icu", ${after[1]}::uuid)`,
  ].filter((condition): condition is SQL => typeof condition === 'object')
  const { rows } = await db.execute<{ author: EditorialAuthorCard }>(sql`
    SELECT json_build_object(${card}) AS author
    FROM authors w WHERE ${and(sql`true`, ...conditions)} ORDER BY ${byName}, w.id LIMIT ${limit}`)
  return rows.map(({ author }) => author)
}

/** An author, or undefined. */
export async function findAuthor(db: Db, id: string): Promise<EditorialAuthor | undefined> {
  const { rows } = await db.execute<{ author: EditorialAuthor }>(
    sql`SELECT json_build_object(${card}, 'bio', w.bio) AS author FROM authors w WHERE w.id = ${id}`,
  )
  return rows[0]?.author
}

/** Keeps others from changing the author until the transaction ends. */
export async function lockAuthor(tx: Db, id: string): Promise<void> {
  await tx.select({ id: authors.id }).from(authors).where(eq(authors.id, id)).for('update')
}

export type AuthorRow = typeof authors.$inferInsert

export async function insertAuthor(tx: Db, row: AuthorRow): Promise<void> {
  await tx.insert(authors).values(row)
}

/** Of one or several fields; the next version. */
export async function updateAuthor(tx: Db, id: string, fields: Partial<AuthorRow>): Promise<void> {
  await tx
    .update(authors)
    .set({ ...fields, version: sql`${authors.version} + 1` })
    .where(eq(authors.id, id))
}

export async function deleteAuthor(tx: Db, id: string): Promise<void> {
  await tx.delete(authors).where(eq(authors.id, id))
}

/** Whether an author has this address. */
export async function hasSlug(tx: Db, slug: string): Promise<boolean> {
  return (await tx.select({ id: authors.id }).from(authors).where(eq(authors.slug, slug))).length > 0
}

/** Whether an article names the author, in its newest text or one before: bylines are texts, of which no foreign key tells. */
export async function isInByline(tx: Db, id: string): Promise<boolean> {
  const named = JSON.stringify([{ authorId: id }])
  const { rows } = await tx.execute(sql`
    SELECT 1 FROM published.article_authors WHERE author_id = ${id}
    UNION ALL SELECT 1 FROM article_revisions WHERE bylines @> ${named}::jsonb LIMIT 1`)
  return rows.length > 0
}

/** Whether there is a unit with this id. */
export async function isUnit(tx: Db, id: string): Promise<boolean> {
  return (await tx.select({ id: units.id }).from(units).where(eq(units.id, id))).length > 0
}

/** Whether there is somebody with this id. */
export async function isPerson(tx: Db, id: string): Promise<boolean> {
  return (await tx.select({ id: people.id }).from(people).where(eq(people.id, id))).length > 0
}
