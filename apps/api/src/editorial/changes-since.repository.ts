import type { Problem } from '@bantin/shared/errors'
import { and, eq, gt, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { auditLog } from '../db/schema/audit.ts'

/** Who changed the article last after the version, when, and which fields were touched since. */
export async function findChangesSince(
  db: Db,
  articleId: string,
  version: number,
): Promise<Omit<NonNullable<Problem['current']>, 'version'>> {
  const rows = await db
    .select({
      by: auditLog.actorName,
      at: sql<string>`published.site_time(${auditLog.at}, (SELECT time_zone FROM sites ORDER BY id LIMIT 1))`,
      fields: auditLog.fields,
    })
    .from(auditLog)
    // Without fields: what leaves the version alone, such as asking somebody to work on it.
    .where(and(eq(auditLog.entityId, articleId), gt(auditLog.version, version), sql`cardinality(${auditLog.fields}) > 0`))
    .orderBy(auditLog.id)
  const last = rows.at(-1)
  return { changedBy: last?.by ?? '', changedAt: last?.at ?? '', fields: [...new Set(rows.flatMap((row) => row.fields))] }
}
