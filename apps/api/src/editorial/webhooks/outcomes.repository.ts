import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { webhookEndpoints } from '../../db/schema/webhooks.ts'
import type { Claim } from './claims.repository.ts'

/** The try, and no later one of the same message. */
type Claimed = Pick<Claim, 'id' | 'endpointId' | 'attempt'>

export type Arrived = Claimed & { status: number }

/** They have arrived. What follows of the same things may go at once. */
export async function noteDelivered(db: Db, arrived: Arrived[]): Promise<void> {
  const column = (key: keyof Arrived) => sql.param(arrived.map((one) => one[key]))
  await db.execute(sql`
    UPDATE webhook_deliveries d SET status = 'delivered', finished_at = now(), last_status = a.status, last_error = NULL, leased_until = '-infinity'
    FROM unnest(${column('id')}::uuid[], ${column('attempt')}::int[], ${column('status')}::int[]) a (id, attempt, status)
    WHERE d.id = a.id AND d.attempts = a.attempt AND d.status = 'waiting'`)
}

export interface Failure {
  status: number | null
  error: string | null
  /** Seconds until the next try. */
  wait: number
}

/**
 * It has not arrived: it is tried again after a while, and what follows of the same thing not before; or, when its time is over, it is
 * given up.
 */
export async function noteFailed(db: Db, claim: Claimed, { status, error, wait }: Failure): Promise<void> {
  await db.execute(sql`
    WITH tried AS (
      UPDATE webhook_deliveries SET leased_until = '-infinity', last_status = ${status}::int, last_error = ${error}::text,
        status = CASE WHEN given_up_at <= now() THEN 'failed' ELSE 'waiting' END,
        finished_at = CASE WHEN given_up_at <= now() THEN now() END,
        next_attempt_at = least(given_up_at, now() + make_interval(secs => ${wait}))
      WHERE id = ${claim.id} AND attempts = ${claim.attempt} AND status = 'waiting' RETURNING *
    )
    UPDATE webhook_deliveries d SET next_attempt_at = t.next_attempt_at FROM tried t
    WHERE t.status = 'waiting' AND d.endpoint_id = t.endpoint_id AND d.entity_id = t.entity_id AND d.seq > t.seq AND d.status = 'waiting'
      AND d.next_attempt_at < t.next_attempt_at`)
}

/**
 * The receiver is gone for good: nothing is sent there any more, and what waits for it is listed as failed. False where the endpoint was
 * off already, or has another address meanwhile, at which nobody has said so.
 */
export async function noteGone(db: Db, { endpointId, url }: Pick<Claim, 'endpointId' | 'url'>): Promise<boolean> {
  const { rowCount } = await db
    .update(webhookEndpoints)
    .set({ disabledAt: sql`now()`, disabledBecause: 'gone', version: sql`${webhookEndpoints.version} + 1` })
    .where(and(eq(webhookEndpoints.id, endpointId), eq(webhookEndpoints.url, url), isNull(webhookEndpoints.disabledAt)))
  await giveUp(db)
  return rowCount === 1
}

// So many take a fraction of the time that a statement has.
const atOnce = 5000

/**
 * Lists as failed what waits and will not be tried any more: for an endpoint that is gone, and what nothing could be tried of when its time
 * was over, such as for one that somebody turned off.
 */
export async function giveUp(db: Db): Promise<void> {
  let count = atOnce
  while (count === atOnce) {
    const { rows } = await db.execute(sql`
      WITH over AS (
        SELECT d.id, e.disabled_because = 'gone' AS is_gone FROM webhook_deliveries d JOIN webhook_endpoints e ON e.id = d.endpoint_id
        WHERE d.status = 'waiting' AND (e.disabled_because = 'gone' OR d.given_up_at < now() - interval '5 minutes' AND d.leased_until <= now())
        LIMIT ${atOnce} FOR UPDATE OF d SKIP LOCKED
      )
      UPDATE webhook_deliveries d SET status = 'failed', finished_at = now(), leased_until = '-infinity',
        last_status = CASE WHEN o.is_gone THEN 410 ELSE d.last_status END, last_error = CASE WHEN NOT o.is_gone THEN d.last_error END
      FROM over o WHERE d.id = o.id RETURNING 1`)
    count = rows.length
  }
}
