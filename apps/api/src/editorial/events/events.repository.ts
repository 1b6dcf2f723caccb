import type { EditorialEvent } from '@bantin/shared/editorial-events'
import { type Actor, can } from '@bantin/shared/permissions'
import { sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { isReadable } from '../readable.repository.ts'

export const maxEvents = 100

/** So many rows of the log are looked at in one go: a cursor from long ago must not cost more than others. */
const maxRows = 1000

export interface Look extends Record<string, unknown> {
  data: EditorialEvent[]
  /** Where the next look begins. */
  cursor: string
  /** Whether there may be more to see right now. */
  isCut: boolean
  /** Whether something is done that can be told only when an older transaction has ended. */
  isHeldBack: boolean
}

/** Behind everything that can be told by now. */
export async function findNewestCursor(db: Db): Promise<string> {
  const { rows } = await db.execute<{ cursor: string }>(sql`SELECT pg_snapshot_xmin(pg_current_snapshot()) || ':0' AS cursor`)
  return rows[0]?.cursor as string
}

/**
 * What was done after the cursor with articles that the actor may read, and with files of the library where he may read that. Ids are given before the commit, and a row may become visible
 * after one with a greater id; so only rows of transactions older than every one that still runs are told, in the order of transaction
 * and id: nothing comes up later in front of the cursor. One from a time to come (the database is an older copy) begins now.
 */
export async function lookForEvents(db: Db, actor: Actor, cursor: string): Promise<Look> {
  const [transaction, id] = cursor.split(':')
  const readable = (await isReadable(db, actor)) ?? sql`true`
  const readsMedia = can(actor, 'media.read', { unitPath: [], createdBy: null })
  const { rows } = await db.execute<Look>(sql`
    WITH now AS MATERIALIZED (SELECT pg_snapshot_xmin(s) AS oldest, pg_snapshot_xmax(s) AS next FROM pg_current_snapshot() AS s),
    start AS (
      SELECT CASE WHEN ${transaction}::xid8 > next THEN oldest ELSE ${transaction}::xid8 END AS transaction,
        CASE WHEN ${transaction}::xid8 > next THEN 0 ELSE ${id}::bigint END AS id FROM now),
    looked_at AS MATERIALIZED (
      SELECT l.transaction, l.id, l.at, l.actor_id, l.actor_name, l.action, l.entity, l.entity_id, l.version, l.fields FROM audit_log l
      WHERE (l.transaction, l.id) > ((SELECT transaction FROM start), (SELECT id FROM start)) AND l.transaction < (SELECT oldest FROM now)
      ORDER BY l.transaction, l.id LIMIT ${maxRows}),
    told AS MATERIALIZED (
      SELECT l.* FROM looked_at l LEFT JOIN articles ON articles.id = l.entity_id
      WHERE (l.entity = 'article' AND ${readable}) OR (l.entity = 'media' AND ${readsMedia}) ORDER BY l.transaction, l.id LIMIT ${maxEvents}),
    cut AS (
      SELECT transaction, id FROM told WHERE (SELECT count(*) FROM told) = ${maxEvents}
      UNION ALL
      SELECT transaction, id FROM looked_at WHERE (SELECT count(*) FROM told) < ${maxEvents} AND (SELECT count(*) FROM looked_at) = ${maxRows}
      ORDER BY transaction DESC, id DESC LIMIT 1)
    SELECT coalesce((SELECT json_agg(json_build_object(
        'at', published.site_time(l.at, (SELECT time_zone FROM sites ORDER BY id LIMIT 1)), 'action', l.action,
        'articleId', CASE l.entity WHEN 'article' THEN l.entity_id END, 'mediaId', CASE l.entity WHEN 'media' THEN l.entity_id END, 'version', l.version, 'by', json_build_object('id', l.actor_id, 'name', l.actor_name), 'fields', l.fields
      ) ORDER BY l.transaction, l.id) FROM told l), '[]') AS data,
      coalesce((SELECT transaction || ':' || id FROM cut), oldest || ':0') AS cursor,
      EXISTS (SELECT FROM cut) AS "isCut",
      EXISTS (SELECT FROM audit_log l WHERE l.transaction >= oldest AND l.transaction < next) AS "isHeldBack"
    FROM now`)
  return rows[0] as Look
}
