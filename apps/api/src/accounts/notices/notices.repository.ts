import { eq } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { sites } from '../../db/schema/sites.ts'
import { users } from '../../db/schema/users.ts'
import type { NoticeParts } from './account-notice-mail.ts'

export async function findNoticeParts(db: Db, userId: string): Promise<NoticeParts | undefined> {
  const { name, locale } = users
  const [row] = await db.select({ name, locale, siteName: sites.name }).from(users).crossJoin(sites).where(eq(users.id, userId))
  return row
}
