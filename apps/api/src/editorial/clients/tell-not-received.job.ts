import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import type { JobParts } from '../../job-parts.ts'
import { clock } from '../../lib/acting-person.ts'
import { reasonOf } from '../../lib/repeat.ts'
import { findArticle } from '../../publication/article.ts'
import { notify } from '../../publication/notify.ts'
import { findLate, type Late, noteLate } from './not-received.repository.ts'

const atOnce = 100

/**
 * Tells those who answer for an article that a portal has not taken over its correction or removal within an hour: once for each entry and
 * portal, however many processes look. What fails is a line in the log and comes again with the next run.
 */
export async function tellNotReceived({ db, log, signal }: Pick<JobParts, 'db' | 'log' | 'signal'>): Promise<void> {
  for (let isMore = true; isMore && !signal.aborted; ) {
    const late = await findLate(db, atOnce)
    let noted = 0
    for (const one of late) {
      if (await tryTelling(db, one, log)) noted += 1
    }
    isMore = late.length === atOnce && noted > 0
  }
}

async function tryTelling(db: Db, late: Late, log: (line: string) => void): Promise<boolean> {
  try {
    return await db.transaction((tx) => tell(tx, late))
  } catch (error) {
    log(`That a portal lacks entry ${late.seq} could not be told: ${reasonOf(error)}`)
    return false
  }
}

async function tell(tx: Db, late: Late): Promise<boolean> {
  if (!(await noteLate(tx, late))) return false
  const article = await findArticle(tx, late.articleId)
  if (!article) return false
  await notify(tx, article, { kind: 'not_received', actor: { ...clock, name: late.name }, note: null })
  const detail = { client: late.name, seq: late.seq }
  await recordAudit(tx, clock, { action: 'article.notReceived', entity: 'article', entityId: late.articleId, detail })
  return true
}
