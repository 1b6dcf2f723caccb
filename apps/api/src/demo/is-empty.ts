import { sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'

/** Whether nobody has used the database yet. */
export async function isEmpty(db: Db): Promise<boolean> {
  const { rows } = await db.execute<{ empty: boolean }>(
    sql`SELECT NOT EXISTS (SELECT FROM articles) AND NOT EXISTS (SELECT FROM users) AS empty`,
  )
  return rows[0]?.empty === true
}
