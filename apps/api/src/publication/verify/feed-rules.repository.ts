import { sql } from 'drizzle-orm'
import type { Rule } from './rules.repository.ts'

/** What holds between the change feed and what is kept of it for portals that begin. */
export const feedRules: Rule[] = [
  {
    kind: 'feed_newest',
    breaches: sql`
      SELECT CASE WHEN coalesce(c.entity, n.entity) = 'article' THEN coalesce(c.entity_id, n.entity_id) END AS article,
        CASE WHEN c.seq IS NULL THEN 'none' ELSE format('entry %s of %s %s', c.seq, c.entity, c.entity_id) END AS expected,
        CASE WHEN n.seq IS NULL THEN 'none' ELSE format('entry %s of %s %s', n.seq, n.entity, n.entity_id) END AS found
      FROM (SELECT DISTINCT ON (entity, entity_id) * FROM changes ORDER BY entity, entity_id, seq DESC) AS c
        FULL JOIN newest_changes n ON n.entity = c.entity AND n.entity_id = c.entity_id
      WHERE n.seq IS DISTINCT FROM c.seq OR n.site_id IS DISTINCT FROM c.site_id
      ORDER BY coalesce(c.entity, n.entity), coalesce(c.entity_id, n.entity_id)`,
  },
]
