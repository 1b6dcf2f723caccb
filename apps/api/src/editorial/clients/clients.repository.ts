import type { Client } from '@bantin/shared/clients'
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { apiClients, apiKeys } from '../../db/schema/clients.ts'
import { units } from '../../db/schema/units.ts'
import { users } from '../../db/schema/users.ts'
import { webhookEndpoints } from '../../db/schema/webhooks.ts'

/** So many entries of the feed behind are as good as more, whosever they are: no more are looked at. */
const mostBehind = 10_000

// What is behind the cursor of the portal `c`. Whether it is told of an article is asked once for each unit, not for each of thousands of entries.
const behind = sql`
  WITH ahead AS MATERIALIZED (
    SELECT h.at, h.entity, CASE WHEN c.unit_id IS NULL THEN NULL WHEN h.entity = 'unit' THEN h.entity_id
      WHEN h.entity = 'article' THEN (SELECT a.unit_id FROM articles a WHERE a.id = h.entity_id) END AS unit_id
    FROM changes h WHERE h.site_id = c.site_id AND h.seq > portal_position(c.id) ORDER BY h.seq LIMIT ${sql.raw(String(mostBehind))}
  ),
  own AS MATERIALIZED (SELECT unit_id FROM (SELECT DISTINCT unit_id FROM ahead) u WHERE is_told(c.unit_id, 'unit', unit_id)),
  told AS (
    SELECT at FROM ahead WHERE c.unit_id IS NULL OR entity NOT IN ('article', 'unit') OR unit_id IN (SELECT unit_id FROM own)
  ),
  looked AS (SELECT count(*)::int AS count, min(at) AS since FROM ahead)
  SELECT CASE WHEN count = ${sql.raw(String(mostBehind))} THEN count ELSE (SELECT count(*)::int FROM told) END AS behind,
    coalesce((SELECT min(at) FROM told), CASE WHEN count = ${sql.raw(String(mostBehind))} THEN since END) AS since FROM looked`

// A portal with all that is shown of it, as one row `c` of `api_clients` is joined to the site `s`.
const shown = sql`json_build_object('id', c.id, 'version', c.version, 'name', c.name, 'contact', c.contact, 'scopes', c.scopes,
  'unit', CASE WHEN c.unit_id IS NOT NULL THEN json_build_object('id', c.unit_id, 'name', (published.unit_name(c.unit_id, published.today())).name) END,
  'requestsPerSecond', c.requests_per_second,
  'responsible', (SELECT json_build_object('id', u.id, 'name', u.name, 'isDisabled', u.disabled_at IS NOT NULL) FROM users u WHERE u.id = c.responsible_user_id),
  'createdAt', published.site_time(c.created_at, s.time_zone), 'closedAt', published.site_time(c.closed_at, s.time_zone),
  'unitPath', coalesce(unit_path(coalesce(c.unit_id, s.root_unit_id)), '{}'),
  'keys', coalesce((
    SELECT json_agg(json_build_object('id', k.id, 'prefix', k.prefix, 'createdAt', published.site_time(k.created_at, s.time_zone),
      'createdBy', (SELECT json_build_object('id', u.id, 'name', u.name) FROM users u WHERE u.id = k.created_by),
      'expiresAt', published.site_time(k.expires_at, s.time_zone), 'revokedAt', published.site_time(k.revoked_at, s.time_zone),
      'revokedBy', (SELECT json_build_object('id', u.id, 'name', u.name) FROM users u WHERE u.id = k.revoked_by),
      'lastUsedAt', published.site_time(k.last_used_at, s.time_zone)) ORDER BY k.created_at DESC, k.id DESC)
    FROM api_keys k WHERE k.client_id = c.id), '[]'),
  'acknowledgement', (
    SELECT json_build_object('cursor', p.epoch || ':' || p.seq, 'acknowledgedAt', published.site_time(p.acknowledged_at, s.time_zone),
      'behind', CASE WHEN p.seq IS NOT NULL THEN b.behind END, 'behindSince', published.site_time(b.since, s.time_zone))
    FROM (SELECT) AS one LEFT JOIN portal_cursors p ON p.client_id = c.id CROSS JOIN LATERAL (${behind}) b),
  'days', coalesce((
    SELECT json_agg(json_build_object('day', d.day, 'requests', d.requests, 'refused', d.refused) ORDER BY d.day DESC) FROM (
      SELECT day, sum(requests)::int AS requests, sum(refused)::int AS refused FROM api_key_days d JOIN api_keys k ON k.id = d.key_id
      WHERE k.client_id = c.id AND d.day > published.today() - 30 GROUP BY day) d), '[]'))`

/** The portal, or undefined. */
export async function findClient(db: Db, id: string): Promise<Client | undefined> {
  const { rows } = await db.execute<{ client: Client }>(
    sql`SELECT ${shown} AS client FROM api_clients c JOIN sites s ON s.id = c.site_id WHERE c.id = ${id}`,
  )
  return rows[0]?.client
}

interface ListQuery {
  siteId: string
  /** The units over which the one who asks reads of portals. */
  scope: string[] | 'all'
  isClosed: boolean
  /** Name and id of the last of the page before. */
  after: string[] | undefined
  limit: number
}

/** Portals by name. */
export async function findClients(db: Db, { siteId, scope, isClosed, after, limit }: ListQuery): Promise<Client[]> {
  const isReadable = scope === 'all' ? sql`true` : sql`unit_path(coalesce(c.unit_id, s.root_unit_id)) && ${sql.param(scope)}::uuid[]`
  const byName = sql`c.name COLLATE "vi-x-icu"`
  const isBehind: SQL = after ? sql`(${byName}, c.id) > (${after[0]} COLLATE "vi-x-icu", ${after[1]}::uuid)` : sql`true`
  const { rows } = await db.execute<{ client: Client }>(sql`
    SELECT ${shown} AS client FROM api_clients c JOIN sites s ON s.id = c.site_id
    WHERE c.site_id = ${siteId} AND (c.closed_at IS NOT NULL) = ${isClosed} AND ${isReadable} AND ${isBehind}
    ORDER BY ${byName}, c.id LIMIT ${limit}`)
  return rows.map(({ client }) => client)
}

/** Keeps others from changing the portal and its keys until the transaction ends. */
export async function lockClient(tx: Db, id: string): Promise<void> {
  await tx.select({ id: apiClients.id }).from(apiClients).where(eq(apiClients.id, id)).for('update')
}

export async function insertClient(tx: Db, row: typeof apiClients.$inferInsert): Promise<void> {
  await tx.insert(apiClients).values(row)
}

type Changed = Partial<Pick<typeof apiClients.$inferInsert, 'name' | 'contact' | 'scopes' | 'requestsPerSecond' | 'responsibleUserId'>>

/** Changes it, and makes it the next version. */
export async function updateClient(tx: Db, id: string, fields: Changed = {}): Promise<void> {
  await tx
    .update(apiClients)
    .set({ ...fields, version: sql`${apiClients.version} + 1` })
    .where(eq(apiClients.id, id))
}

/** Closed: its keys open nothing, and nothing is sent to it. Or not any more; its webhooks stay off then. */
export async function closeClient(tx: Db, id: string, isClosed: boolean): Promise<void> {
  await tx
    .update(apiClients)
    .set({ closedAt: isClosed ? sql`now()` : null })
    .where(eq(apiClients.id, id))
  if (!isClosed) return
  await tx
    .update(webhookEndpoints)
    .set({ disabledAt: sql`now()`, disabledBecause: 'by_hand', version: sql`${webhookEndpoints.version} + 1` })
    .where(and(eq(webhookEndpoints.clientId, id), isNull(webhookEndpoints.disabledAt)))
}

export async function insertKey(tx: Db, row: typeof apiKeys.$inferInsert): Promise<void> {
  await tx.insert(apiKeys).values(row)
}

/** Revokes it for good; false where it is not the portal's, or was revoked before. */
export async function revokeKey(tx: Db, clientId: string, keyId: string, userId: string | null): Promise<boolean> {
  const revoked = await tx
    .update(apiKeys)
    .set({ revokedAt: sql`now()`, revokedBy: userId })
    .where(and(eq(apiKeys.id, keyId), eq(apiKeys.clientId, clientId), isNull(apiKeys.revokedAt)))
    .returning({ id: apiKeys.id })
  return revoked.length > 0
}

/** The path of the unit today, as permission needs it; undefined where there is none. */
export async function findUnitPath(db: Db, id: string): Promise<string[] | undefined> {
  const [row] = await db
    .select({ path: sql<string[]>`unit_path(${units.id})` })
    .from(units)
    .where(eq(units.id, id))
  return row?.path
}

/** Whether somebody can answer for a portal: a user who may sign in. */
export async function isActiveUser(db: Db, id: string): Promise<boolean> {
  const rows = await db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, id), isNull(users.disabledAt)))
  return rows.length > 0
}
