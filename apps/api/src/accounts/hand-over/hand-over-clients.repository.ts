import { type HandOverSheet, maxSheetItems } from '@bantin/shared/hand-over'
import { readableClientScope } from '@bantin/shared/permission-scopes'
import type { Actor } from '@bantin/shared/permissions'
import { inArray, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { apiClients } from '../../db/schema/clients.ts'

const pathOfClient = sql`coalesce(unit_path(coalesce(c.unit_id, s.root_unit_id)), '{}')`

/** The open portals that the person answers for, of those that the actor may see; by name. */
export async function findClients(db: Db, actor: Actor, userId: string): Promise<HandOverSheet['clients']> {
  const scope = readableClientScope(actor)
  const isReadable = scope === 'all' ? sql`true` : sql`${pathOfClient} && ${sql.param(scope)}::uuid[]`
  const { rows } = await db.execute<{ total: number; item: HandOverSheet['clients']['data'][number] }>(sql`
    SELECT count(*) OVER ()::int AS total, json_build_object('id', c.id, 'name', c.name,
      'unitName', CASE WHEN c.unit_id IS NOT NULL THEN (published.unit_name(c.unit_id, published.today())).name END,
      'acknowledgedAt', published.site_time(p.acknowledged_at, s.time_zone)) AS item
    FROM api_clients c JOIN sites s ON s.id = c.site_id LEFT JOIN portal_cursors p ON p.client_id = c.id
    WHERE c.responsible_user_id = ${userId} AND c.closed_at IS NULL AND ${isReadable}
    ORDER BY c.name COLLATE "vi-x-icu", c.id LIMIT ${maxSheetItems}`)
  return { total: rows[0]?.total ?? 0, data: rows.map(({ item }) => item) }
}

/** A portal with what permission over it depends on. */
export interface HeldClient extends Record<string, unknown> {
  id: string
  name: string
  version: number
  unitPath: string[]
}

/** Those that the person answers for, locked until the transaction ends. */
export async function lockClients(tx: Db, userId: string): Promise<HeldClient[]> {
  const { rows } = await tx.execute<HeldClient>(sql`
    SELECT c.id, c.name, c.version, ${pathOfClient} AS "unitPath" FROM api_clients c JOIN sites s ON s.id = c.site_id
    WHERE c.responsible_user_id = ${userId} AND c.closed_at IS NULL ORDER BY c.id FOR UPDATE OF c`)
  return rows
}

/** Who answers for them from now on. */
export async function setResponsible(tx: Db, ids: string[], userId: string): Promise<void> {
  await tx
    .update(apiClients)
    .set({ responsibleUserId: userId, version: sql`${apiClients.version} + 1` })
    .where(inArray(apiClients.id, ids))
}
