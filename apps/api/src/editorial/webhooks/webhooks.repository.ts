import type { DisabledReason, Webhook } from '@bantin/shared/webhooks'
import { eq, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { webhookDeliveries, webhookEndpoints } from '../../db/schema/webhooks.ts'

// What is shown of an endpoint, as one row `e` of its table is joined to its portal `c` and the site `s`.
const shown = sql`json_build_object('id', e.id, 'version', e.version, 'client', json_build_object('id', c.id, 'name', c.name), 'url', e.url,
  'createdAt', published.site_time(e.created_at, s.time_zone), 'disabledAt', published.site_time(e.disabled_at, s.time_zone),
  'disabledBecause', e.disabled_because,
  'formerSecretUntil', CASE WHEN e.former_secret_until > now() THEN published.site_time(e.former_secret_until, s.time_zone) END,
  'waiting', (SELECT count(*)::int FROM webhook_deliveries d WHERE d.endpoint_id = e.id AND d.status = 'waiting'),
  'failed', (SELECT count(*)::int FROM webhook_deliveries d WHERE d.endpoint_id = e.id AND d.status = 'failed'),
  'lastDeliveredAt', published.site_time(
    (SELECT max(d.finished_at) FROM webhook_deliveries d WHERE d.endpoint_id = e.id AND d.status = 'delivered'), s.time_zone),
  'unitPath', coalesce(unit_path(coalesce(c.unit_id, s.root_unit_id)), '{}'))`
const joined = sql`webhook_endpoints e JOIN api_clients c ON c.id = e.client_id JOIN sites s ON s.id = c.site_id`

/** The endpoint, or undefined. */
export async function findWebhook(db: Db, id: string): Promise<Webhook | undefined> {
  const { rows } = await db.execute<{ webhook: Webhook }>(sql`SELECT ${shown} AS webhook FROM ${joined} WHERE e.id = ${id}`)
  return rows[0]?.webhook
}

/** Those of portals of these units and below them, by portal, the oldest first. Few: none is left out. */
export async function findWebhooks(db: Db, scope: string[] | 'all'): Promise<Webhook[]> {
  const isReadable = scope === 'all' ? sql`true` : sql`unit_path(coalesce(c.unit_id, s.root_unit_id)) && ${sql.param(scope)}::uuid[]`
  const { rows } = await db.execute<{ webhook: Webhook }>(
    sql`SELECT ${shown} AS webhook FROM ${joined} WHERE ${isReadable} ORDER BY c.name COLLATE "vi-x-icu", e.created_at, e.id`,
  )
  return rows.map(({ webhook }) => webhook)
}

export async function countWebhooks(tx: Db, clientId: string): Promise<number> {
  const rows = await tx.select({ id: webhookEndpoints.id }).from(webhookEndpoints).where(eq(webhookEndpoints.clientId, clientId))
  return rows.length
}

export async function insertWebhook(tx: Db, row: typeof webhookEndpoints.$inferInsert): Promise<void> {
  await tx.insert(webhookEndpoints).values(row)
}

/** Keeps others from changing the endpoint until the transaction ends. */
export async function lockWebhook(tx: Db, id: string): Promise<void> {
  await tx.select({ id: webhookEndpoints.id }).from(webhookEndpoints).where(eq(webhookEndpoints.id, id)).for('update')
}

/** Changes it, and makes it the next version. `disabledBecause: null` turns it on again. */
export async function updateWebhook(tx: Db, id: string, change: { url?: string; disabledBecause?: DisabledReason | null }): Promise<void> {
  const { disabledBecause, ...fields } = change
  const turned = disabledBecause !== undefined && { disabledBecause, disabledAt: disabledBecause === null ? null : sql`now()` }
  await tx
    .update(webhookEndpoints)
    .set({ ...fields, ...turned, version: sql`${webhookEndpoints.version} + 1` })
    .where(eq(webhookEndpoints.id, id))
}

/** The secret that signs becomes the former one for so many hours. */
export async function replaceSecret(tx: Db, id: string, secret: Buffer, overlapHours: number): Promise<void> {
  await tx
    .update(webhookEndpoints)
    .set({
      formerSecret: sql`${webhookEndpoints.secret}`,
      formerSecretUntil: sql`now() + make_interval(hours => ${overlapHours})`,
      secret,
      version: sql`${webhookEndpoints.version} + 1`,
    })
    .where(eq(webhookEndpoints.id, id))
}

/** With all messages to it. */
export async function deleteWebhook(tx: Db, id: string): Promise<void> {
  await tx.delete(webhookDeliveries).where(eq(webhookDeliveries.endpointId, id))
  await tx.delete(webhookEndpoints).where(eq(webhookEndpoints.id, id))
}

/** A trial, to be sent at once. */
export async function insertPing(tx: Db, id: string, endpointId: string): Promise<void> {
  await tx.insert(webhookDeliveries).values({ id, endpointId })
}
