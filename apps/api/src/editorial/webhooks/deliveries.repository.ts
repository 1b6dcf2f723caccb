import type { DeliveriesQuery, WebhookDelivery } from '@bantin/shared/webhooks'
import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { webhookDeliveries } from '../../db/schema/webhooks.ts'

const shown = sql`json_build_object('id', d.id, 'webhookId', d.endpoint_id, 'url', e.url,
  'type', CASE WHEN h.seq IS NULL THEN 'ping' ELSE h.entity || '.' || h.reason END, 'seq', d.seq,
  'article', CASE WHEN d.entity = 'article' THEN (
    SELECT json_build_object('id', a.id, 'title', r.title) FROM articles a JOIN article_revisions r ON r.id = a.published_revision_id
    WHERE a.id = d.entity_id) END,
  'status', d.status, 'attempts', d.attempts, 'createdAt', published.site_time(d.created_at, s.time_zone),
  'nextAttemptAt', CASE WHEN d.status = 'waiting' AND e.disabled_at IS NULL THEN published.site_time(d.next_attempt_at, s.time_zone) END,
  'finishedAt', published.site_time(d.finished_at, s.time_zone), 'lastStatus', d.last_status, 'lastError', d.last_error)`
const joined = sql`webhook_deliveries d JOIN webhook_endpoints e ON e.id = d.endpoint_id JOIN api_clients c ON c.id = e.client_id
  JOIN sites s ON s.id = c.site_id LEFT JOIN changes h ON h.seq = d.seq`
const unitPath = sql`coalesce(unit_path(coalesce(c.unit_id, s.root_unit_id)), '{}')`

/** The message, or undefined. */
export async function findDelivery(db: Db, id: string): Promise<WebhookDelivery | undefined> {
  const { rows } = await db.execute<{ delivery: WebhookDelivery }>(sql`SELECT ${shown} AS delivery FROM ${joined} WHERE d.id = ${id}`)
  return rows[0]?.delivery
}

/** What permission over it depends on; undefined where there is none. */
export async function findDeliveryPath(db: Db, id: string): Promise<string[] | undefined> {
  const { rows } = await db.execute<{ path: string[] }>(sql`SELECT ${unitPath} AS path FROM ${joined} WHERE d.id = ${id}`)
  return rows[0]?.path
}

interface ListQuery {
  /** The units over which the one who asks reads of portals. */
  scope: string[] | 'all'
  filters: Pick<DeliveriesQuery, 'webhookId' | 'status'>
  /** Moment and id of the last of the page before. */
  after: string[] | undefined
  limit: number
}

/** A row of a page: where it stands is more exact than what is shown. */
export interface ListedDelivery {
  delivery: WebhookDelivery
  at: string
}

/** Messages, the newest first. */
export async function findDeliveries(
  db: Db,
  { scope, filters: { webhookId, status }, after, limit }: ListQuery,
): Promise<ListedDelivery[]> {
  const conditions = [
    scope === 'all' ? undefined : sql`${unitPath} && ${sql.param(scope)}::uuid[]`,
    webhookId === undefined ? undefined : sql`d.endpoint_id = ${webhookId}`,
    status === undefined ? undefined : sql`d.status = ${status}`,
    after && sql`(d.created_at, d.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`,
  ]
  const { rows } = await db.execute<ListedDelivery & Record<string, unknown>>(sql`
    SELECT ${shown} AS delivery, d.created_at::text AS at FROM ${joined} WHERE ${and(sql`true`, ...conditions)}
    ORDER BY d.created_at DESC, d.id DESC LIMIT ${limit}`)
  return rows
}

const firstBehind = sql`(SELECT min(b.next_attempt_at) FROM webhook_deliveries b
  WHERE b.endpoint_id = webhook_deliveries.endpoint_id AND b.entity_id = webhook_deliveries.entity_id AND b.seq > webhook_deliveries.seq
    AND b.status = 'waiting')`

/** Sends it anew, for another 72 hours; false where it waits anyway. It is due before whatever waits behind it, which waits for it again. */
export async function sendAgain(tx: Db, id: string): Promise<boolean> {
  const rows = await tx
    .update(webhookDeliveries)
    .set({
      status: 'waiting',
      finishedAt: null,
      nextAttemptAt: sql`least(now(), ${firstBehind})`,
      givenUpAt: sql`now() + interval '72 hours'`,
    })
    .where(and(eq(webhookDeliveries.id, id), sql`${webhookDeliveries.status} <> 'waiting'`))
    .returning({ id: webhookDeliveries.id })
  return rows.length > 0
}
