import type { ArticlePresence } from '@bantin/shared/article-presence'
import { sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'

/** How long somebody counts as there after he was heard of. */
const lately = sql`now() - interval '60 seconds'`

/** Notes that the person has the article open now. */
export async function markPresent(db: Db, articleId: string, userId: string): Promise<void> {
  await db.execute(sql`
    INSERT INTO article_presence (article_id, user_id) VALUES (${articleId}, ${userId})
    ON CONFLICT (article_id, user_id) DO UPDATE SET seen_at = excluded.seen_at`)
}

export async function deletePresence(db: Db, articleId: string, userId: string): Promise<void> {
  await db.execute(sql`DELETE FROM article_presence WHERE article_id = ${articleId} AND user_id = ${userId}`)
}

/** Forgets whoever left without saying so, on any article. Rows in use are left for the next time, so it stands in nobody's way. */
export async function deleteOldPresence(db: Db): Promise<void> {
  await db.execute(sql`
    DELETE FROM article_presence WHERE (article_id, user_id) IN (
      SELECT article_id, user_id FROM article_presence WHERE seen_at < ${lately} FOR UPDATE SKIP LOCKED)`)
}

/** Who has the article open beside the person. */
export async function findOthers(db: Db, articleId: string, userId: string): Promise<ArticlePresence['data']> {
  const { rows } = await db.execute<ArticlePresence['data'][number] & Record<string, unknown>>(sql`
    SELECT u.id, u.name, published.site_time(p.seen_at, s.time_zone) AS "seenAt"
    FROM article_presence p JOIN users u ON u.id = p.user_id JOIN articles a ON a.id = p.article_id JOIN sites s ON s.id = a.site_id
    WHERE p.article_id = ${articleId} AND p.user_id <> ${userId} AND p.seen_at >= ${lately}
    ORDER BY u.name, u.id`)
  return rows
}
