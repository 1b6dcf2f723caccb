import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { idempotencyKeys } from '../db/schema/collaboration.ts'
import type { Answer } from '../guarded/call.ts'

interface Kept<T> {
  actorId: string
  key: string
  requestHash: string
  answer: Answer<T>
}

/** Takes the key for this transaction; false while another one holds it. */
export async function lockKey(tx: Db, actorId: string, key: string): Promise<boolean> {
  const { rows } = await tx.execute<{ taken: boolean }>(
    sql`SELECT pg_try_advisory_xact_lock(hashtextextended(${`${actorId} ${key}`}, 0)) AS taken`,
  )
  return rows[0]?.taken ?? false
}

/** What was answered to the key in the last day, and to which request. */
export async function findAnswer<T>(tx: Db, actorId: string, key: string): Promise<Pick<Kept<T>, 'requestHash' | 'answer'> | undefined> {
  await tx.delete(idempotencyKeys).where(and(isKey(actorId, key), sql`created_at < now() - interval '24 hours'`))
  const [row] = await tx.select().from(idempotencyKeys).where(isKey(actorId, key))
  if (!row) return undefined
  const { requestHash, status, version, location, articleId, body } = row
  return {
    requestHash,
    answer: {
      status: status as Answer<T>['status'],
      body: JSON.parse(body),
      ...(version !== null && { version }),
      ...(location !== null && { location }),
      ...(articleId !== null && { articleId }),
    },
  }
}

export async function keepAnswer<T>(tx: Db, { actorId, key, requestHash, answer }: Kept<T>): Promise<void> {
  const { status, body, version, location, articleId } = answer
  await tx.insert(idempotencyKeys).values({
    actorId,
    key,
    requestHash,
    status,
    body: JSON.stringify(body ?? null),
    version: version ?? null,
    location: location ?? null,
    articleId: articleId ?? null,
  })
}

function isKey(actorId: string, key: string) {
  return and(eq(idempotencyKeys.actorId, actorId), eq(idempotencyKeys.key, key))
}
