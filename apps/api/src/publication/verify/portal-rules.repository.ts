import { sql } from 'drizzle-orm'
import type { Rule } from './rules.repository.ts'

/** What holds between the change feed and what is kept of portals that follow it. */
export const portalRules: Rule[] = [
  {
    kind: 'portal_cursor',
    breaches: sql`
      SELECT format('entry %s at most', f.newest) AS expected, format('entry %s of portal %s', c.seq, c.client_id) AS found
      FROM portal_cursors c JOIN public_generation g ON g.epoch = c.epoch, (SELECT coalesce(max(seq), 0) AS newest FROM changes) AS f
      WHERE c.seq > f.newest
      ORDER BY c.client_id`,
  },
  {
    kind: 'message_entry',
    breaches: sql`
      SELECT CASE d.entity WHEN 'article' THEN d.entity_id END AS article, format('entry %s of %s %s', d.seq, d.entity, d.entity_id) AS expected,
        CASE WHEN h.seq IS NULL THEN 'none' ELSE format('one of %s %s', h.entity, h.entity_id) END AS found
      FROM webhook_deliveries d LEFT JOIN changes h ON h.seq = d.seq
      WHERE d.seq IS NOT NULL AND (h.entity, h.entity_id) IS DISTINCT FROM (d.entity, d.entity_id)
      ORDER BY d.seq, d.id`,
  },
]
