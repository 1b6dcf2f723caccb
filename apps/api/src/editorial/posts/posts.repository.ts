import type { EditorialPost } from '@bantin/shared/editorial-people'
import { eq, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { posts } from '../../db/schema/people.ts'

/** All posts of a unit in their order. */
export async function findPostsOf(db: Db, unitId: string): Promise<EditorialPost[]> {
  return await selectPosts(db, sql`o.unit_id = ${unitId}`)
}

/** The post, or undefined. */
export async function findPost(db: Db, id: string): Promise<EditorialPost | undefined> {
  const [post] = await selectPosts(db, sql`o.id = ${id}`)
  return post
}

async function selectPosts(db: Db, where: SQL): Promise<EditorialPost[]> {
  const { rows } = await db.execute<{ post: EditorialPost }>(sql`
    SELECT json_build_object('id', o.id, 'version', o.version, 'unitId', o.unit_id, 'name', o.name, 'order', o."order", 'seniority', o.seniority,
      'unitPath', unit_path(o.unit_id), 'appointments', coalesce((
        SELECT json_agg(json_build_object('id', a.id, 'version', a.version, 'kind', a.kind, 'decisionNo', a.decision_no,
          'from', lower(a.period), 'through', upper(a.period) - 1, 'person', json_build_object('id', w.id, 'name', w.full_name))
          ORDER BY lower(a.period) DESC NULLS LAST, a.id)
        FROM appointments a JOIN people w ON w.id = a.person_id WHERE a.post_id = o.id), '[]')) AS post
    FROM posts o WHERE ${where} ORDER BY o."order", o.seniority, o.id`)
  return rows.map(({ post }) => post)
}

/** Keeps others from changing the post until the transaction ends. */
export async function lockPost(tx: Db, id: string): Promise<void> {
  await tx.select({ id: posts.id }).from(posts).where(eq(posts.id, id)).for('update')
}

export async function insertPost(tx: Db, row: typeof posts.$inferInsert): Promise<void> {
  await tx.insert(posts).values(row)
}

/** Of one or several fields; the next version. */
export async function updatePost(tx: Db, id: string, fields: Partial<typeof posts.$inferInsert>): Promise<void> {
  await tx
    .update(posts)
    .set({ ...fields, version: sql`${posts.version} + 1` })
    .where(eq(posts.id, id))
}

/** Throws the database's error where somebody holds or held it. */
export async function deletePost(tx: Db, id: string): Promise<void> {
  await tx.delete(posts).where(eq(posts.id, id))
}
