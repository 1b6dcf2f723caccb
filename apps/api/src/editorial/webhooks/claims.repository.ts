import type { Change } from '@bantin/shared/changes'
import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { webhookDeliveries, webhookEndpoints } from '../../db/schema/webhooks.ts'

/** A message that this process has taken on. */
export interface Claim {
  id: string
  endpointId: string
  url: string
  secret: Buffer
  /** While what is sent is signed with it too. */
  formerSecret: Buffer | null
  /** Of this try, from 1. */
  attempt: number
  /** Null of a trial. */
  change: Change | null
  /** When the message was written, in the site's zone. */
  at: string
}

/** A try is over long before another process may take the message. */
const leaseSeconds = 60

interface Most {
  /** At once for one endpoint, by all processes together: one that does not answer takes no more of them than this. */
  ofEndpoint: number
  /** At once for this process. */
  ofProcess: number
}

/**
 * Takes on what is due: of each endpoint's messages about one thing only the first that is not delivered or given up, so that they come in
 * the order of the feed.
 */
export async function claimDue(db: Db, most: Most): Promise<Claim[]> {
  const { rows } = await db.execute<Omit<Claim, 'secret' | 'formerSecret'> & { secret: string; formerSecret: string | null }>(sql`
    WITH due AS MATERIALIZED (
      SELECT d.id FROM webhook_endpoints e CROSS JOIN LATERAL (
        SELECT d.id, d.next_attempt_at FROM webhook_deliveries d
        WHERE d.endpoint_id = e.id AND d.status = 'waiting' AND d.next_attempt_at <= now() AND d.leased_until <= now()
          AND NOT EXISTS (SELECT FROM webhook_deliveries b
            WHERE b.endpoint_id = d.endpoint_id AND b.entity_id = d.entity_id AND b.seq < d.seq AND b.status = 'waiting')
        ORDER BY d.next_attempt_at, d.seq
        LIMIT greatest(0, ${most.ofEndpoint} - (SELECT count(*) FROM webhook_deliveries l
          WHERE l.endpoint_id = e.id AND l.status = 'waiting' AND l.leased_until > now()))
        FOR UPDATE SKIP LOCKED
      ) d WHERE e.disabled_at IS NULL ORDER BY d.next_attempt_at LIMIT ${most.ofProcess}
    ),
    taken AS (
      UPDATE webhook_deliveries d SET attempts = attempts + 1, leased_until = now() + make_interval(secs => ${leaseSeconds})
      FROM due WHERE d.id = due.id AND d.leased_until <= now() RETURNING d.*
    )
    SELECT t.id, t.endpoint_id AS "endpointId", e.url, encode(e.secret, 'hex') AS secret,
      CASE WHEN e.former_secret_until > now() THEN encode(e.former_secret, 'hex') END AS "formerSecret", t.attempts AS attempt,
      published.site_time(coalesce(h.at, t.created_at), s.time_zone) AS at,
      CASE WHEN h.seq IS NOT NULL THEN json_build_object('seq', h.seq, 'action', h.action, 'reason', h.reason, 'entity', h.entity,
        'id', h.entity_id, 'edition', h.edition, 'at', published.site_time(h.at, s.time_zone), 'backfill', h.backfill,
        'replacedBy', h.replaced_by) END AS change
    FROM taken t JOIN webhook_endpoints e ON e.id = t.endpoint_id JOIN api_clients c ON c.id = e.client_id JOIN sites s ON s.id = c.site_id
    LEFT JOIN changes h ON h.seq = t.seq ORDER BY t.seq`)
  const bytes = (hex: string) => Buffer.from(hex, 'hex')
  return rows.map((row) => ({
    ...row,
    secret: bytes(row.secret),
    formerSecret: row.formerSecret === null ? null : bytes(row.formerSecret),
  }))
}

type Claimed = Pick<Claim, 'id' | 'endpointId' | 'attempt'>

/** Of the try that was claimed, and of no later one. */
function ofTry({ id, attempt }: Claimed) {
  return and(eq(webhookDeliveries.id, id), eq(webhookDeliveries.attempts, attempt), eq(webhookDeliveries.status, 'waiting'))
}

const free = { leasedUntil: sql`'-infinity'` }

/** It has arrived. What follows of the same thing may go at once. */
export async function noteDelivered(db: Db, claim: Claimed, status: number): Promise<void> {
  const done = { status: 'delivered' as const, finishedAt: sql`now()`, lastStatus: status, lastError: null, ...free }
  await db.update(webhookDeliveries).set(done).where(ofTry(claim))
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

/** The receiver is gone for good: nothing is sent there any more, and what waits for it is listed as failed. */
export async function noteGone(db: Db, claim: Claimed): Promise<void> {
  await db.transaction(async (tx) => {
    await tx
      .update(webhookEndpoints)
      .set({ disabledAt: sql`now()`, disabledBecause: 'gone', version: sql`${webhookEndpoints.version} + 1` })
      .where(and(eq(webhookEndpoints.id, claim.endpointId), sql`${webhookEndpoints.disabledAt} IS NULL`))
    await tx
      .update(webhookDeliveries)
      .set({ status: 'failed', finishedAt: sql`now()`, lastStatus: 410, lastError: null, ...free })
      .where(and(eq(webhookDeliveries.endpointId, claim.endpointId), eq(webhookDeliveries.status, 'waiting')))
  })
}
