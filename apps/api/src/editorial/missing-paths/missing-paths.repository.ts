import type { MissingPaths } from '@bantin/shared/missing-paths'
import { and, asc, desc, eq, gte, lte, max, sql, sum } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { missingPaths } from '../../db/schema/redirects.ts'

interface Asked {
  siteId: string
  from: string
  to: string
  limit: number
}

/** The paths asked for between the two days, both included, the most wanted first. */
export async function findMissingPaths(db: Db, { siteId, from, to, limit }: Asked): Promise<MissingPaths['data']> {
  const count = sum(missingPaths.count).mapWith(Number)
  return await db
    .select({ path: missingPaths.path, count, lastAskedOn: sql<string>`${max(missingPaths.day)}::text` })
    .from(missingPaths)
    .where(and(eq(missingPaths.siteId, siteId), gte(missingPaths.day, from), lte(missingPaths.day, to)))
    .groupBy(missingPaths.path)
    .orderBy(desc(count), asc(missingPaths.path))
    .limit(limit)
}
