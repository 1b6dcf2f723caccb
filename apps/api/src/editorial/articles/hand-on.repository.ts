import type { Person } from '@bantin/shared/editorial-articles'
import { eq, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { articles } from '../../db/schema/articles.ts'

/** People whose role over the article's unit, or one above it, lets them write in it; by name. */
export async function findAssignees(db: Db, articleId: string): Promise<Person[]> {
  const { rows } = await db.execute<Person & Record<string, unknown>>(sql`
    SELECT u.id, u.name FROM users u
    WHERE u.disabled_at IS NULL AND EXISTS (
      SELECT FROM grants g JOIN articles a ON a.id = ${articleId}
      WHERE g.user_id = u.id AND g.role <> 'auditor' AND (g.unit_id IS NULL OR g.unit_id = ANY (unit_path(a.unit_id))))
    ORDER BY u.name COLLATE "vi-x-icu", u.id`)
  return rows
}

export async function setAssignee(tx: Db, articleId: string, userId: string | null): Promise<void> {
  await tx.update(articles).set({ assigneeId: userId }).where(eq(articles.id, articleId))
}

/** With everything that hangs on it; the database refuses what was public. */
export async function deleteArticle(tx: Db, articleId: string): Promise<void> {
  await tx.delete(articles).where(eq(articles.id, articleId))
}
