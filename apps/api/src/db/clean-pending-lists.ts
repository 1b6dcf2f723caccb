import { sql } from 'drizzle-orm'
import type { Db } from './client.ts'

/**
 * Puts into the GIN indexes what was written lately. PostgreSQL keeps that in a list beside each index, and has whoever makes it too long
 * put it in place: a second and more of one who only wanted to publish, and of many at once longer than a statement may take. So the
 * application's connections let the list grow (see client.ts), and this is called before it is long.
 */
export async function cleanPendingLists(db: Db): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`SET LOCAL statement_timeout = '60s'`)
    // Whoever is at it, PostgreSQL itself among them, is waited for.
    await tx.execute(sql`SET LOCAL lock_timeout = '60s'`)
    await tx.execute(sql`SET LOCAL maintenance_work_mem = '256MB'`)
    await tx.execute(sql`
      SELECT gin_clean_pending_list(c.oid) FROM pg_class c JOIN pg_am a ON a.oid = c.relam
      WHERE a.amname = 'gin' AND c.relkind = 'i' AND c.relnamespace IN ('public'::regnamespace, 'published'::regnamespace)`)
  })
}
