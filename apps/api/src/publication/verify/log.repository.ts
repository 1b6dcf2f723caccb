import { and, asc, eq, gt } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { editions, publicationLog } from '../../db/schema/editions.ts'

export interface LoggedEdition {
  row: typeof publicationLog.$inferSelect
  /** Of the edition itself; null when there is none. */
  editionHash: string | null
}

/** The rows of the publication log behind the one given, in their order. */
export async function readLog(tx: Db, last: LoggedEdition | undefined): Promise<LoggedEdition[]> {
  return await tx
    .select({ row: publicationLog, editionHash: editions.hash })
    .from(publicationLog)
    .leftJoin(editions, and(eq(editions.articleId, publicationLog.articleId), eq(editions.edition, publicationLog.edition)))
    .where(last && gt(publicationLog.seq, last.row.seq))
    .orderBy(asc(publicationLog.seq))
    .limit(1000)
}
