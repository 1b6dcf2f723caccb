import type { DeliveryDb } from '../../db/client.ts'
import { readJson } from '../read-json.ts'

// One statement, so that entries, head and epoch are of one moment. A cursor of another epoch,
// or from beyond the feed's end (the database is an older copy), begins anew: entries may repeat, none is missed.
const statement = {
  name: 'changes',
  text: `WITH now AS (SELECT epoch, CASE WHEN epoch = $1 AND $2::bigint <= newest THEN $2::bigint ELSE 0 END AS after
      FROM published.public_generation, (SELECT coalesce(max(seq), 0) AS newest FROM published.changes) c),
    found AS (
      SELECT c.* FROM now, (SELECT id, time_zone FROM published.sites ORDER BY id LIMIT 1) s, LATERAL (
        SELECT c.seq, c.action, c.reason, c.entity, c.entity_id, c.edition, c.backfill, c.replaced_by, published.site_time(c.at, s.time_zone) AS at
        FROM published.changes c WHERE c.site_id = s.id AND c.seq > now.after ORDER BY c.seq LIMIT $3::int + 1
      ) c
    ),
    page AS (SELECT * FROM found ORDER BY seq LIMIT $3::int)
    SELECT json_build_object(
      'data', coalesce((SELECT json_agg(json_build_object('seq', seq, 'action', action, 'reason', reason, 'entity', entity, 'id', entity_id,
        'edition', edition, 'at', at, 'backfill', backfill, 'replacedBy', replaced_by) ORDER BY seq) FROM page), '[]'),
      'cursor', now.epoch || ':' || coalesce((SELECT max(seq) FROM page), now.after),
      'more', (SELECT count(*) FROM found) > $3::int,
      'head', 'sha256:' || coalesce((SELECT head FROM published.publication_log ORDER BY seq DESC LIMIT 1), repeat('0', 64))
    )::text AS json FROM now`,
}

/** A page of the feed after the cursor `<epoch>:<seq>`, from the beginning without one, as the answer's JSON. */
export async function findChanges(db: DeliveryDb, cursor: string | undefined, limit: number): Promise<string> {
  const [epoch, seq] = (cursor ?? '0:0').split(':')
  return (await readJson(db, statement, [epoch, seq, limit])) as string
}
