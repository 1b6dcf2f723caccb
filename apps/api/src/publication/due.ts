import { sql } from 'drizzle-orm'
import { recordAudit } from '../db/audit.ts'
import type { Db } from '../db/client.ts'
import { articles } from '../db/schema/articles.ts'
import { clock } from '../lib/acting-person.ts'
import type { ArticleRow } from './article.ts'
import { appendChanges } from './changes.ts'
import { notify } from './notify.ts'
import { transition } from './transition.ts'

// By the database's clock; what failed waits for its next try.
const mayTry = sql`(due_retry_at IS NULL OR due_retry_at <= now())`
const isDue = {
  // What people took down after they had scheduled it is put back by people, not by the clock.
  publication: sql`work_state = 'scheduled' AND publish_at <= now()
    AND coalesce(greatest(held_at, redirected_at, removed_at) <= scheduled_at, true)`,
  withdrawal: sql`withdraw_at <= now() AND public_state = 'published'`,
}

/** The ids of the articles that are due, the longest due first. */
export async function findDue(db: Db, limit: number): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    SELECT id FROM (
      SELECT id, publish_at AS due FROM articles WHERE ${isDue.publication} AND ${mayTry}
      UNION ALL
      SELECT id, withdraw_at FROM articles WHERE ${isDue.withdrawal} AND ${mayTry}
    ) AS waiting
    GROUP BY id ORDER BY min(due), id LIMIT ${limit}`)
  return rows.map((row) => row.id)
}

/**
 * Does what is due with the article, in a transaction of its own: publishes it or withdraws it. Both due, it is published first, unless
 * that has failed before. Answers false when another process has it or had it. Throws what the move throws; then nothing has changed.
 */
export async function doDue(db: Db, id: string): Promise<boolean> {
  return await db.transaction(async (tx) => {
    const locked = await lockIfDue(tx, id)
    if (!locked) return false
    const { article, publishes, withdraws } = locked
    const verb = publishes && !(withdraws && article.dueAttempts > 0) ? 'publishDue' : 'withdrawDue'
    const { entries } = await transition(tx, article, verb, clock, {})
    await appendChanges(tx, entries)
    return true
  })
}

/**
 * Notes that it failed, and lets it wait: 10 s, 20 s, 40 s … up to ten minutes. Of the first time people are told, and the log has it, so
 * that the desk hears of it at once. Its version stays.
 */
export async function postpone(db: Db, id: string): Promise<void> {
  await db.transaction(async (tx) => {
    const [failed] = await tx
      .update(articles)
      .set({
        dueAttempts: sql`due_attempts + 1`,
        dueRetryAt: sql`now() + least(600, 10 * 2 ^ least(due_attempts, 10)) * interval '1 second'`,
      })
      .where(isStillDue(id))
      .returning()
    if (failed?.dueAttempts !== 1) return
    await notify(tx, failed, { kind: 'schedule_failed', actor: clock, note: null })
    await recordAudit(tx, clock, { action: 'article.dueFailed', entity: 'article', entityId: id })
  })
}

/** How many articles should have been published or withdrawn ten seconds ago, and how many of those have failed. */
export async function countOverdue(db: Db): Promise<{ overdue: number; failing: number }> {
  const late = sql`now() - interval '10 seconds'`
  const { rows } = await db.execute<{ overdue: number; failing: number }>(sql`
    SELECT count(*)::int AS overdue, count(*) FILTER (WHERE due_attempts > 0)::int AS failing FROM articles
    WHERE (${isDue.publication} AND publish_at < ${late}) OR (${isDue.withdrawal} AND withdraw_at < ${late})`)
  return rows[0] ?? { overdue: 0, failing: 0 }
}

interface DueArticle {
  article: ArticleRow
  publishes: boolean
  withdraws: boolean
}

async function lockIfDue(tx: Db, id: string): Promise<DueArticle | undefined> {
  const [row] = await tx
    .select({
      article: articles,
      publishes: sql<boolean>`coalesce(${isDue.publication}, false)`,
      withdraws: sql<boolean>`coalesce(${isDue.withdrawal}, false)`,
    })
    .from(articles)
    .where(sql`${isStillDue(id)} AND ${mayTry}`)
    .for('update', { skipLocked: true })
  return row
}

function isStillDue(id: string) {
  return sql`id = ${id} AND ((${isDue.publication}) OR (${isDue.withdrawal}))`
}
