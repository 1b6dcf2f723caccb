import { sql } from 'drizzle-orm'
import type { Rule } from './rules.repository.ts'

/** What holds between editions and everything that knows of them. */
export const editionRules: Rule[] = [
  {
    kind: 'edition_numbers',
    breaches: sql`
      SELECT article_id AS article, format('editions 1 to %s', count(*)) AS expected, format('%s to %s', min(edition), max(edition)) AS found
      FROM editions GROUP BY article_id HAVING min(edition) <> 1 OR max(edition) <> count(*)
      ORDER BY article_id`,
  },
  {
    kind: 'edition_newest',
    breaches: sql`
      SELECT a.id AS article, coalesce('edition ' || e.newest, 'none') AS expected, coalesce('edition ' || a.edition, 'none') AS found
      FROM articles a LEFT JOIN (SELECT article_id, max(edition) AS newest FROM editions GROUP BY article_id) e ON e.article_id = a.id
      WHERE a.edition IS DISTINCT FROM e.newest
      ORDER BY a.id`,
  },
  {
    kind: 'edition_revision',
    breaches: sql`
      SELECT a.id AS article, e.edition, 'revision ' || e.revision_id AS expected, 'revision ' || a.published_revision_id AS found
      FROM articles a JOIN editions e ON e.article_id = a.id AND e.edition = a.edition
      WHERE a.published_revision_id IS DISTINCT FROM e.revision_id
      ORDER BY a.id`,
  },
  {
    kind: 'edition_logged',
    breaches: sql`
      SELECT e.article_id AS article, e.edition, 'one row of the log' AS expected, count(l.seq)::text AS found
      FROM editions e LEFT JOIN publication_log l ON l.article_id = e.article_id AND l.edition = e.edition
      GROUP BY e.article_id, e.edition HAVING count(l.seq) <> 1
      ORDER BY e.article_id, e.edition`,
  },
  {
    kind: 'edition_announced',
    breaches: sql`
      SELECT e.article_id AS article, e.edition, 'one entry of the feed for its kind, ' || e.kind AS expected, count(c.seq)::text AS found
      FROM editions e LEFT JOIN changes c ON c.entity = 'article' AND c.entity_id = e.article_id AND c.edition = e.edition
        AND c.action = 'put' AND c.reason = CASE WHEN e.kind <> 'major' THEN e.kind WHEN e.edition = 1 THEN 'published' ELSE 'updated' END
      GROUP BY e.article_id, e.edition HAVING count(c.seq) <> 1
      ORDER BY e.article_id, e.edition`,
  },
  {
    kind: 'edition_noted',
    breaches: sql`
      SELECT e.article_id AS article, e.edition, 'sha256:' || e.hash AS expected,
        coalesce(string_agg('sha256:' || l.after_hash, ' and '), 'none') AS found
      FROM editions e LEFT JOIN audit_log l ON l.entity = 'article' AND l.entity_id = e.article_id
        AND l.action IN ('article.publish', 'article.publishDue') AND l.detail ->> 'edition' = e.edition::text
      GROUP BY e.article_id, e.edition HAVING count(*) FILTER (WHERE l.after_hash = e.hash) <> 1 OR count(l.id) <> 1
      ORDER BY e.article_id, e.edition`,
  },
  {
    kind: 'edition_redacted',
    breaches: sql`
      SELECT e.article_id AS article, e.edition, m.expected, m.found
      FROM editions e JOIN articles a ON a.id = e.article_id LEFT JOIN article_revisions r ON r.id = e.revision_id
        CROSS JOIN LATERAL (VALUES
          ('an emptied revision', 'its words', r.redacted_at IS NULL),
          ('a note of it in the audit log', 'none', NOT EXISTS (SELECT FROM audit_log l
            WHERE l.entity = 'article' AND l.entity_id = e.article_id AND l.action = 'article.redact'
              AND l.detail -> 'editions' @> to_jsonb(e.edition))),
          ('nothing shown of it', 'a public article', e.edition = a.edition AND a.public_state IN ('published', 'withdrawn'))
        ) AS m (expected, found, is_breach)
      WHERE e.redacted_at IS NOT NULL AND m.is_breach
      ORDER BY e.article_id, e.edition`,
  },
]
