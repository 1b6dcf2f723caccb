import type { ListedReport, SavedReport } from '@bantin/shared/reports'
import { and, desc, eq, sql } from 'drizzle-orm'
import type { Db } from '../../../db/client.ts'
import { reports } from '../../../db/schema/reports.ts'
import { sites } from '../../../db/schema/sites.ts'
import { users } from '../../../db/schema/users.ts'
import { siteTime } from '../../../guarded/site-time.columns.ts'

const listed = {
  id: reports.id,
  kind: reports.kind,
  countedBy: reports.countedBy,
  startsOn: reports.startsOn,
  endsOn: reports.endsOn,
  savedAt: siteTime(reports.savedAt),
  savedBy: sql<{
    id: string
    name: string
  } | null>`CASE WHEN ${users.id} IS NOT NULL THEN json_build_object('id', ${users.id}, 'name', ${users.name}) END`,
}

/** Stores a report with the database's moment. */
export async function insertReport(tx: Db, report: Omit<typeof reports.$inferInsert, 'savedAt'>): Promise<void> {
  await tx.insert(reports).values({ ...report, savedAt: sql`now()` as never })
}

/** Reports without their figures, the newest first. */
export async function findReports(db: Db, siteId: string, after: string[] | undefined, limit: number): Promise<ListedReport[]> {
  const isBehind = after ? sql`(${reports.savedAt}, ${reports.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : undefined
  return db
    .select(listed)
    .from(reports)
    .innerJoin(sites, eq(sites.id, reports.siteId))
    .leftJoin(users, eq(users.id, reports.savedBy))
    .where(and(eq(reports.siteId, siteId), isBehind))
    .orderBy(desc(reports.savedAt), desc(reports.id))
    .limit(limit)
}

/** A report with its figures. */
export async function findReport(db: Db, siteId: string, id: string): Promise<SavedReport | undefined> {
  const [report] = await db
    .select({ ...listed, figures: reports.figures })
    .from(reports)
    .innerJoin(sites, eq(sites.id, reports.siteId))
    .leftJoin(users, eq(users.id, reports.savedBy))
    .where(and(eq(reports.siteId, siteId), eq(reports.id, id)))
  return report
}
