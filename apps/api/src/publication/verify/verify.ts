import { sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { articles } from '../../db/schema/articles.ts'
import { articleRules } from './article-rules.repository.ts'
import { editionRules } from './edition-rules.repository.ts'
import { checkEditions } from './editions.ts'
import type { Fault } from './fault.ts'
import { feedRules } from './feed-rules.repository.ts'
import { checkLog, type Witnesses } from './log.ts'
import { checkMediaReferences } from './media-references.ts'
import { checkNewestRevisions } from './newest-revisions.ts'
import { portalRules } from './portal-rules.repository.ts'
import { publicRules } from './public-rules.repository.ts'
import { checkReadModel } from './read-model.ts'
import { findBreaches } from './rules.repository.ts'

export interface Verified {
  articles: number
  editions: number
  /** Of these, how many were emptied: their hashes are all that is left of them. */
  redacted: number
  logRows: number
  faults: number
  /** Where the log had each of the heads asked for; null: nowhere. */
  witnesses: Witnesses
}

/**
 * Recomputes what the product promises about what was published, and reports whatever does not hold. It reads one moment of the
 * database, so an application that goes on working raises no false alarm, and it changes nothing. `heads` are heads of the
 * publication log that witnesses hold, in hexadecimal.
 */
export async function verify(db: Db, heads: string[], report: (fault: Fault) => void): Promise<Verified> {
  return await db.transaction(
    async (tx) => {
      await tx.execute(sql`SET LOCAL statement_timeout = '60s'`)
      await tx.execute(sql`SET LOCAL idle_in_transaction_session_timeout = '60s'`)
      return await verifyIn(tx, heads, report)
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}

/** The same within a transaction of the caller's. */
export async function verifyIn(tx: Db, heads: string[], report: (fault: Fault) => void): Promise<Verified> {
  const verified: Verified = {
    articles: await countArticles(tx),
    editions: 0,
    redacted: 0,
    logRows: 0,
    faults: 0,
    witnesses: new Map(heads.map((head) => [head, null])),
  }
  for await (const fault of findFaults(tx, verified)) {
    verified.faults += 1
    report(fault)
  }
  return verified
}

async function* findFaults(tx: Db, verified: Verified): AsyncGenerator<Fault> {
  yield* checkEditions(tx, verified)
  yield* checkLog(tx, verified, verified.witnesses)
  yield* checkReadModel(tx)
  yield* checkNewestRevisions(tx)
  yield* checkMediaReferences(tx)
  for (const rule of [...editionRules, ...publicRules, ...feedRules, ...portalRules, ...articleRules]) yield* findBreaches(tx, rule)
}

async function countArticles(tx: Db): Promise<number> {
  const [row] = await tx.select({ n: sql<number>`count(*)::int` }).from(articles)
  return row?.n ?? 0
}
