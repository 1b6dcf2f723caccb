import { createHash } from 'node:crypto'
import type { ChangeReason } from '@bantin/shared/changes'
import canonicalize from 'canonicalize'
import { desc, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { changes } from '../db/schema/changes.ts'
import { publicationLog } from '../db/schema/editions.ts'
import { openMedia } from './open-media.ts'

/** One line of the feed about an article. `hash` is there when the change made a new edition, which is then logged. */
export interface ChangeEntry {
  siteId: string
  articleId: string
  action: 'put' | 'delete'
  reason: ChangeReason
  edition: number | null
  hash?: string
  backfill?: boolean
  replacedBy?: string | null
  /** What the article showed or shows now, which may be open to everyone from now on, or no longer. */
  files?: string[]
}

/** One about a unit, somebody or an author: that readers are shown something else of it, or nothing any more. */
export interface ThingEntry {
  siteId: string
  entity: 'unit' | 'person' | 'author'
  entityId: string
  action: 'put' | 'delete'
  reason: 'updated' | 'removed'
  /** Likewise: somebody's photos. */
  files?: string[]
}

type Entry = ChangeEntry | ThingEntry

/** The head before the first row of the log. */
export const emptyHead = '0'.repeat(64)

// Any fixed number will do, as long as nothing else in the product locks it.
const feedLock = 7_204_199

/**
 * Tells the world: opens and closes files, appends to the publication log and the change feed. To be called once, as a transaction's last
 * statement: the locks it takes are held until the commit. So order of `seq` is order of commit and no reader sees a hole fill up later, and
 * those who publish articles with the same files hold each other up only now, and lock these in one order.
 * Answers each entry's place in the feed, and the head of the log after all of them.
 */
export async function appendChanges(tx: Db, entries: Entry[]): Promise<Appended[]> {
  if (entries.length === 0) return []
  await openMedia(tx, filesOf(entries))
  await lockFeed(tx)
  const head = await appendToLog(tx, entries)
  const appended: Appended[] = []
  for (let at = 0; at < entries.length; at += atOnce) {
    const rows = entries.slice(at, at + atOnce).map(toRow)
    for (const row of await tx.insert(changes).values(rows).returning({ seq: changes.seq, at: changes.at })) appended.push({ ...row, head })
  }
  return appended
}

/** A statement has at most 65,535 parameters. */
const atOnce = 2000

/** Until the end of the transaction nobody else appends to log and feed. */
export async function lockFeed(tx: Db): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(${feedLock})`)
}

export interface Appended {
  seq: number
  at: Date
  /** Of the publication log. */
  head: string
}

function filesOf(entries: Entry[]): string[] {
  return [...new Set(entries.flatMap((entry) => ('files' in entry && entry.files) || []))]
}

function toRow(entry: Entry) {
  if ('entity' in entry) {
    const { files: _, ...thing } = entry
    return { ...thing, at: sql`clock_timestamp()`, edition: null, backfill: false, replacedBy: null }
  }
  const { siteId, articleId, action, reason, edition, backfill = false, replacedBy = null } = entry
  return {
    siteId,
    at: sql`clock_timestamp()`,
    action,
    reason,
    entity: 'article' as const,
    entityId: articleId,
    edition,
    backfill,
    replacedBy,
  }
}

/** SHA-256 of the previous head and the row, in hexadecimal. */
export function nextHead(previous: string, row: { seq: number; site: string; article: string; edition: number; hash: string }): string {
  return createHash('sha256')
    .update(previous)
    .update(canonicalize(row) as string)
    .digest('hex')
}

async function appendToLog(tx: Db, entries: Entry[]): Promise<string> {
  const [last] = await tx.select().from(publicationLog).orderBy(desc(publicationLog.seq)).limit(1)
  let { seq, head } = last ?? { seq: 0, head: emptyHead }
  const rows = entries.flatMap((entry) => {
    if ('entity' in entry || entry.hash === undefined || entry.edition === null) return []
    const { siteId, articleId, edition, hash } = entry
    seq += 1
    head = nextHead(head, { seq, site: siteId, article: articleId, edition, hash })
    return [{ seq, siteId, articleId, edition, hash, head }]
  })
  if (rows.length > 0) await tx.insert(publicationLog).values(rows)
  return head
}
