import type { Change } from '@bantin/shared/changes'
import type { DeliveryDb } from '../../db/client.ts'
import { firstRows } from '../first-rows.ts'
import { readJson } from '../read-json.ts'
import type { FeedCursor } from './feed-cursor.ts'

/** So many entries are asked for at a time at the most. */
export const mostChanges = 1000

/** What the feed has behind a cursor. */
export interface Found {
  epoch: number
  /** The entry behind which it begins. */
  after: number
  /** Up to here entries that have a later one are left out. */
  end: number
  /** Of the publication log, in hexadecimal. */
  head: string
  /** One more than was asked for, where there is one. */
  entries: Change[]
}

const newestUpToTheEnd = `SELECT seq FROM published.newest_changes WHERE site_id = (SELECT id FROM s)
    AND seq > (SELECT after FROM here) AND seq <= (SELECT "end" FROM here) ORDER BY seq`

const allBehindTheEnd = `SELECT seq FROM published.changes WHERE site_id = (SELECT id FROM s)
    AND seq > (SELECT greatest(after, "end") FROM here) ORDER BY seq`

const pageOf = (rows: string) => firstRows(rows, '$4::int', mostChanges + 1)

// One statement, so that entries, head and epoch are of one moment. An entry that has a later one of the same thing may be left out
// wherever a reader stands: the later one is still before him. Of those who began without a cursor, it is up to what was newest then.
const statement = {
  name: 'changes',
  text: `WITH now AS MATERIALIZED (
      SELECT epoch, (SELECT coalesce(max(seq), 0) FROM published.changes) AS newest FROM published.public_generation
    ),
    here AS MATERIALIZED (
      SELECT epoch, CASE WHEN is_known THEN least($2::bigint, restored_to) ELSE 0 END AS after,
        CASE WHEN is_known THEN coalesce($3::bigint, 0) ELSE newest END AS end
      FROM now, LATERAL (SELECT coalesce(EXISTS (SELECT FROM published.epochs e WHERE e.epoch = $1::int) AND (epoch > $1 OR newest >= $2), false)
          AS is_known) k,
        LATERAL (SELECT min(restored_to) AS restored_to FROM published.epochs e WHERE e.epoch > $1) r
    ),
    s AS MATERIALIZED (SELECT id, time_zone FROM published.sites ORDER BY id LIMIT 1),
    found AS MATERIALIZED (
      ${pageOf(`(${pageOf(newestUpToTheEnd)}) UNION ALL (${pageOf(allBehindTheEnd)}) ORDER BY seq`)}
    )
    SELECT json_build_object('epoch', epoch, 'after', after, 'end', "end",
      'head', coalesce((SELECT head FROM published.publication_log ORDER BY seq DESC LIMIT 1), repeat('0', 64)),
      'entries', coalesce((SELECT json_agg(json_build_object('seq', c.seq, 'action', c.action, 'reason', c.reason, 'entity', c.entity,
          'id', c.entity_id, 'edition', c.edition, 'at', published.site_time(c.at, s.time_zone), 'backfill', c.backfill,
          'replacedBy', c.replaced_by) ORDER BY c.seq)
        FROM s, found f, LATERAL (SELECT * FROM published.changes c WHERE c.seq = f.seq OFFSET 0) c), '[]')
    )::text AS json FROM here`,
}

/**
 * The entries behind the cursor, one more than `limit` at the most; `limit` may be `mostChanges` at the most. A cursor of an earlier epoch
 * goes on from where that one and this part; without a cursor, with one of an unknown epoch and with one from beyond the end it begins at
 * the first entry.
 */
export async function findChanges(db: DeliveryDb, cursor: FeedCursor | undefined, limit: number): Promise<Found> {
  const { epoch = null, seq = 0, end = null } = cursor ?? {}
  return JSON.parse((await readJson(db, statement, [epoch, seq, end, limit + 1])) as string) as Found
}

const ofOthers = {
  name: 'changes of others',
  text: `WITH e AS MATERIALIZED (
      SELECT e.id, CASE e.entity WHEN 'unit' THEN e.id ELSE o.unit_id END AS unit_id FROM unnest($2::text[], $3::uuid[]) AS e (entity, id)
      LEFT JOIN published.article_owners o ON e.entity = 'article' AND o.id = e.id WHERE e.entity IN ('article', 'unit')
    ),
    own AS MATERIALIZED (SELECT unit_id FROM (SELECT DISTINCT unit_id FROM e) d WHERE $1::uuid = ANY (published.unit_path(unit_id)))
    SELECT coalesce(json_agg(id), '[]')::text AS json FROM e WHERE NOT EXISTS (SELECT FROM own WHERE own.unit_id = e.unit_id)`,
}

/** The ids of those articles and units that are not the unit's own, nor of one below it today. Of all else nobody is the owner. */
export async function findOfOthers(db: DeliveryDb, unitId: string, entries: Change[]): Promise<ReadonlySet<string>> {
  const values = [unitId, entries.map(({ entity }) => entity), entries.map(({ id }) => id)]
  return new Set(JSON.parse((await readJson(db, ofOthers, values)) as string) as string[])
}
