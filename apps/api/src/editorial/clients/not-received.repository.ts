import { sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'

/** An entry of the feed that a portal has not taken over in time. */
export interface Late extends Record<string, unknown> {
  clientId: string
  /** The portal's. */
  name: string
  articleId: string
  seq: number
}

/** So long a portal may take: most pull every few minutes, and one that is away for a moment is nobody's business. */
const inTime = sql`interval '1 hour'`
/** Of what is older nobody is told any more, as of a portal that gave up long ago. */
const tooLate = sql`interval '7 days'`

/**
 * Corrections and removals that portals should have by now and have not acknowledged, of each article the newest of which nobody was told:
 * only where it still holds (not of what was put back meanwhile), and of portals that have acknowledged before, that were there when it was
 * told, and whose feed has it.
 */
export async function findLate(db: Db, limit: number): Promise<Late[]> {
  const { rows } = await db.execute<Late>(sql`
    WITH due AS MATERIALIZED (
      SELECT h.seq, h.site_id, h.at, a.id AS article_id FROM changes h JOIN articles a ON a.id = h.entity_id
      WHERE h.entity = 'article' AND h.reason IN ('correction', 'held', 'removed', 'redirected', 'withdrawn', 'personal_data') AND NOT h.backfill
        AND h.at > now() - ${tooLate} AND h.at <= now() - ${inTime}
        AND (h.reason IN (a.public_state, 'personal_data') OR (h.reason = 'correction' AND a.public_state IN ('published', 'withdrawn')))
    ),
    portals AS MATERIALIZED (
      SELECT c.id, c.name, c.site_id, c.unit_id, c.created_at, portal_position(c.id) AS position
      FROM api_clients c WHERE c.closed_at IS NULL AND 'acknowledge' = ANY (c.scopes)
    )
    SELECT DISTINCT ON (p.id, d.article_id) p.id AS "clientId", p.name, d.article_id AS "articleId", d.seq::int AS seq
    FROM portals p JOIN due d ON d.site_id = p.site_id AND d.at > p.created_at AND d.seq > p.position
    WHERE NOT EXISTS (SELECT FROM late_acknowledgements l WHERE l.article_id = d.article_id AND l.client_id = p.id AND l.seq >= d.seq)
      AND is_told(p.unit_id, 'article', d.article_id)
    ORDER BY p.id, d.article_id, d.seq DESC LIMIT ${limit}`)
  return rows
}

/** Notes that people are told of it; false where they were, or where the portal has acknowledged it meanwhile. */
export async function noteLate(tx: Db, { clientId, articleId, seq }: Late): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    INSERT INTO late_acknowledgements (client_id, article_id, seq)
    SELECT ${clientId}, ${articleId}, ${seq} WHERE portal_position(${clientId}) < ${seq}
    ON CONFLICT (client_id, seq) DO NOTHING`)
  return rowCount === 1
}
