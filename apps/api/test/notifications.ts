import { sql } from 'drizzle-orm'
import { notificationSettings } from '../src/db/schema/notifications.ts'
import type { SignedInForTest } from './sign-in.ts'
import type { TestApp } from './test-app.ts'

type Settings = Partial<Omit<typeof notificationSettings.$inferInsert, 'userId'>>

/** How the person wants to be told, whatever it was before. */
export async function tellBy({ database: { db } }: TestApp, { userId }: SignedInForTest, settings: Settings): Promise<void> {
  await db
    .insert(notificationSettings)
    .values({ userId, ...settings })
    .onConflictDoUpdate({ target: notificationSettings.userId, set: settings })
}

/** What was written about the article, as the database has it. */
export async function notificationsOf({ database: { db } }: TestApp, articleId: string) {
  const { rows } = await db.execute<{ userId: string; kind: string; by: string | null; note: string | null }>(sql`
    SELECT user_id AS "userId", kind, actor_name AS by, note FROM notifications WHERE article_id = ${articleId} ORDER BY at, id`)
  return rows
}
