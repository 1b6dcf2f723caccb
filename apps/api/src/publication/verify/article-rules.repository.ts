import { sql } from 'drizzle-orm'
import type { Rule } from './rules.repository.ts'

/** What holds of an article's states and dates, and of the revisions it points at, beyond what constraints say. */
export const articleRules: Rule[] = [
  {
    kind: 'article_marks',
    breaches: sql`
      SELECT a.id AS article, m.expected, format('%s, %s', a.work_state, a.public_state) AS found
      FROM articles a CROSS JOIN LATERAL (VALUES
        ('the newest revision public where no work is under way',
          a.work_state <> 'none' OR (a.published_revision_id IS NOT NULL AND a.published_revision_id = a.head_revision_id)),
        ('an address only of what was published', a.slug IS NULL OR a.public_state <> 'none'),
        ('a time of withdrawal only of what is withdrawn', a.withdrawn_at IS NULL OR a.public_state = 'withdrawn'),
        ('a reason for holding only of what is held', a.hold_reason IS NULL OR a.public_state = 'held'),
        ('a publication by force only of what was published', a.forced_at IS NULL OR a.public_state <> 'none'),
        ('who published by force only where somebody did', a.forced_by IS NULL OR a.forced_at IS NOT NULL),
        ('who scheduled it only of what is scheduled', a.scheduled_by IS NULL OR a.work_state = 'scheduled'),
        ('an article of the same site in its place',
          a.redirected_to IS NULL OR EXISTS (SELECT FROM articles t WHERE t.id = a.redirected_to AND t.site_id = a.site_id))
      ) AS m (expected, holds)
      WHERE NOT m.holds
      ORDER BY a.id`,
  },
  {
    kind: 'article_circle',
    breaches: sql`
      WITH RECURSIVE way (start, id) AS (
        SELECT id, redirected_to FROM articles WHERE redirected_to IS NOT NULL
        UNION ALL
        SELECT way.start, t.redirected_to FROM way JOIN articles t ON t.id = way.id WHERE t.redirected_to IS NOT NULL
      ) CYCLE id SET is_circle USING steps
      SELECT DISTINCT start AS article, 'a way that ends' AS expected, 'a circle' AS found FROM way WHERE is_circle
      ORDER BY start`,
  },
  {
    // Only a first publication can be dated back; later major editions move the date, others do not.
    kind: 'article_dates',
    breaches: sql`
      SELECT a.id AS article, format('public since %s, first %s or before', d.since, first.published_at) AS expected,
        format('since %s, first %s', a.published_at, a.first_published_at) AS found
      FROM articles a JOIN editions first ON first.article_id = a.id AND first.edition = 1
        CROSS JOIN LATERAL (
          SELECT CASE WHEN e.edition = 1 THEN a.first_published_at ELSE e.published_at END AS since
          FROM editions e WHERE e.article_id = a.id AND e.kind = 'major' ORDER BY e.edition DESC LIMIT 1
        ) AS d
      WHERE a.published_at IS DISTINCT FROM d.since OR a.first_published_at > first.published_at
      ORDER BY a.id`,
  },
  {
    kind: 'article_noted',
    breaches: sql`
      SELECT a.id AS article, format('versions 1 to %s', a.version) AS expected,
        format('%s of %s to %s', count(DISTINCT l.version), min(l.version), max(l.version)) AS found
      FROM articles a LEFT JOIN audit_log l ON l.entity = 'article' AND l.entity_id = a.id
      GROUP BY a.id HAVING count(DISTINCT l.version) <> a.version OR min(l.version) <> 1 OR max(l.version) <> a.version
      ORDER BY a.id`,
  },
  {
    kind: 'revision_sealed',
    breaches: sql`
      SELECT m.article, m.edition, 'a sealed revision ' || m.what AS expected, format('revision %s, not sealed', r.number) AS found
      FROM (
        SELECT article_id, edition, 'of the edition', revision_id FROM editions
        UNION ALL SELECT id, NULL, 'that is approved', approved_revision_id FROM articles
        UNION ALL SELECT id, NULL, 'that is scheduled', scheduled_revision_id FROM articles
      ) AS m (article, edition, what, revision_id) JOIN article_revisions r ON r.id = m.revision_id
      WHERE NOT r.sealed
      ORDER BY m.article, m.edition`,
  },
  {
    kind: 'revision_newest',
    breaches: sql`
      SELECT a.id AS article, coalesce('revision ' || r.id, 'none') AS expected, coalesce('revision ' || a.head_revision_id, 'none') AS found
      FROM articles a LEFT JOIN LATERAL (
        SELECT id FROM article_revisions WHERE article_id = a.id ORDER BY number DESC LIMIT 1
      ) AS r ON true
      WHERE a.head_revision_id IS NULL OR a.head_revision_id IS DISTINCT FROM r.id
      ORDER BY a.id`,
  },
  {
    // Numbers may be missing: checkpoints are forgotten after a while.
    kind: 'revision_numbers',
    breaches: sql`
      SELECT article_id AS article, 'different numbers from 1 on' AS expected,
        format('%s numbers of %s revisions from %s on', count(DISTINCT number), count(*), min(number)) AS found
      FROM article_revisions GROUP BY article_id HAVING count(DISTINCT number) <> count(*) OR min(number) < 1
      ORDER BY article_id`,
  },
]
