import type { ListedReport, Report, ReportQuery, SavedReport } from '@bantin/shared/reports'
import { v7 as uuidv7 } from 'uuid'
import { recordAudit } from '../../../db/audit.ts'
import type { Db } from '../../../db/client.ts'
import { atOneMoment } from '../../../db/one-moment.ts'
import { ProblemError } from '../../../errors.ts'
import type { Answer, GuardedCall } from '../../../guarded/call.ts'
import { type Page, readPage } from '../../../guarded/read-page.ts'
import { requireSitePermission } from '../../../guarded/site-permission.ts'
import type { ActingPerson } from '../../../lib/acting-person.ts'
import { type Cursors, listScope } from '../../../lib/cursor.ts'
import { answerOnce } from '../../answer-once.service.ts'
import { findArticles } from '../article-figures.repository.ts'
import { coverWithTotal } from '../cover.ts'
import { findKept } from '../panel-range.repository.ts'
import { findTotal } from '../panels.repository.ts'
import { countTakenBack, findPublished, findTimeliness } from './report-figures.repository.ts'
import { periodOf } from './report-period.ts'
import { findReport, findReports, insertReport } from './reports.repository.ts'

const mostRead = 20

/** The report of a period as it stands now. Throws `forbidden`. */
export async function readReport(db: Db, actor: ActingPerson, query: ReportQuery, publicUrl: string): Promise<Report> {
  return await atOneMoment(db, async (tx) => {
    const { id: siteId } = await requireSitePermission(tx, actor, 'analytics.read')
    return makeReport(tx, siteId, query, publicUrl)
  })
}

/** Saves the report of a period: its figures stay as they are now. Throws `forbidden`. */
export async function saveReport(db: Db, call: GuardedCall, query: ReportQuery): Promise<Answer<SavedReport>> {
  // Before the transaction that writes: each statement of that one sees what others have committed meanwhile.
  const made = await atOneMoment(db, async (tx) => {
    const { id: siteId } = await requireSitePermission(tx, call.actor, 'reports.save')
    return { siteId, ...(await makeReport(tx, siteId, query, call.publicUrl)) }
  })
  return await answerOnce(db, call, async (tx) => {
    const report = { id: uuidv7(), savedBy: call.actor.userId, ...made }
    await insertReport(tx, report)
    const fields = ['kind', 'countedBy', 'startsOn', 'endsOn', 'figures']
    await recordAudit(tx, call.actor, { action: 'create', entity: 'report', entityId: report.id, fields })
    return {
      status: 201,
      body: await requireReport(tx, made.siteId, report.id),
      location: `/api/v1/editorial/analytics/reports/${report.id}`,
    }
  })
}

/** Saved reports, the newest first. Throws `forbidden`, `invalid_cursor`. */
export async function listReports(
  db: Db,
  actor: ActingPerson,
  query: { cursor?: string; limit?: number },
  cursors: Cursors,
): Promise<Page<ListedReport>> {
  const { id: siteId } = await requireSitePermission(db, actor, 'analytics.read')
  return await readPage(
    { cursors, scope: listScope('editorial/analytics/reports', {}), query },
    (after, limit) => findReports(db, siteId, after, limit),
    ({ savedAt, id }) => [savedAt, id],
  )
}

/** A saved report. Throws `forbidden`, `not_found`. */
export async function readSavedReport(db: Db, actor: ActingPerson, id: string): Promise<SavedReport> {
  const { id: siteId } = await requireSitePermission(db, actor, 'analytics.read')
  return requireReport(db, siteId, id)
}

async function requireReport(db: Db, siteId: string, id: string): Promise<SavedReport> {
  const report = await findReport(db, siteId, id)
  if (!report) throw new ProblemError('not_found')
  return report
}

/** All of one moment; `db` is a transaction that sees it. */
async function makeReport(db: Db, siteId: string, { kind, countedBy = 'calendar', day }: ReportQuery, publicUrl: string): Promise<Report> {
  const { startsOn, endsOn } = periodOf(day, kind, countedBy)
  const days = { siteId, startsOn, endsOn }
  const kept = await findKept(db, siteId)
  const asked = { siteId, filter: undefined, spans: coverWithTotal(startsOn, endsOn, kept) }
  const published = await findPublished(db, days)
  const timeliness = await findTimeliness(db, days)
  const takenBack = await countTakenBack(db, days)
  const total = await findTotal(db, asked)
  const top = (await findArticles(db, asked, mostRead, publicUrl)).flatMap(({ article, views, readers }) =>
    article ? [{ id: article.id, title: article.title, url: article.url, views, readers }] : [],
  )
  const articles = published.reduce((sum, one) => sum + one.articles, 0)
  return { kind, countedBy, startsOn, endsOn, figures: { published, articles, timeliness, ...takenBack, ...total, top } }
}
