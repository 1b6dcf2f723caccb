import type { Change } from '@bantin/shared/changes'
import { sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'

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
const usualLease = 60

/**
 * Of an endpoint's messages that are due, the first ones. Whatever is in front of one of them is due before it, so that there is always one
 * among them that may go or is on its way.
 */
const mostLookedAt = 500

interface Claiming {
  /** At once for one endpoint, by all processes together but for those that look in the same moment: one that does not answer takes no more. */
  ofEndpoint: number
  /** At once for this process. */
  ofProcess: number
  /** Seconds for which no other process takes what this one has. */
  lease?: number | undefined
}

/**
 * Takes on what is due: of each endpoint's messages about one thing only the first that is not delivered or given up, so that they come in
 * the order of the feed; of endpoints that keep this process waiting less than of others. Costs what it takes, however much waits.
 */
export async function claimDue(db: Db, { ofEndpoint, ofProcess, lease = usualLease }: Claiming): Promise<Claim[]> {
  // The first of a thing is one step into an index; asked whether there is an earlier one, the planner may read all that waits.
  const { rows } = await db.execute<Omit<Claim, 'secret' | 'formerSecret'> & { secret: string; formerSecret: string | null }>(sql`
    WITH due AS MATERIALIZED (
      SELECT d.id FROM webhook_endpoints e CROSS JOIN LATERAL (
        SELECT count(*) AS count FROM webhook_deliveries l
        WHERE l.endpoint_id = e.id AND l.status = 'waiting' AND l.leased_until > now() AND l.leased_until > '-infinity'
      ) under_way CROSS JOIN LATERAL (
        SELECT d.id, first.next_attempt_at FROM (
          SELECT id, next_attempt_at, seq FROM webhook_deliveries
          WHERE endpoint_id = e.id AND status = 'waiting' AND next_attempt_at <= now() AND leased_until <= now()
          ORDER BY next_attempt_at, seq LIMIT ${mostLookedAt}
        ) first JOIN webhook_deliveries d ON d.id = first.id
        WHERE d.status = 'waiting' AND d.next_attempt_at <= now() AND d.leased_until <= now()
          AND d.seq IS NOT DISTINCT FROM (SELECT b.seq FROM webhook_deliveries b
            WHERE b.endpoint_id = d.endpoint_id AND b.entity_id = d.entity_id AND b.status = 'waiting' ORDER BY b.seq LIMIT 1)
        ORDER BY first.next_attempt_at, first.seq LIMIT greatest(0, ${ofEndpoint} - under_way.count) FOR UPDATE OF d SKIP LOCKED
      ) d WHERE e.disabled_at IS NULL ORDER BY under_way.count, d.next_attempt_at LIMIT ${ofProcess}
    ),
    taken AS (
      UPDATE webhook_deliveries d SET attempts = attempts + 1, leased_until = now() + make_interval(secs => ${lease})
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
