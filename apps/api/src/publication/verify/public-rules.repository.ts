import { sql } from 'drizzle-orm'
import type { Rule } from './rules.repository.ts'

/** What holds between an article and what the world is told and given of it. */
export const publicRules: Rule[] = [
  {
    kind: 'article_announced',
    breaches: sql`
      SELECT coalesce(a.id, c.entity_id) AS article, coalesce(format('%s of edition %s', t.action, a.edition), 'no entry') AS expected,
        coalesce(format('%s (%s) of edition %s in entry %s', c.action, c.reason, c.edition, c.seq), 'no entry') AS found
      FROM articles a FULL JOIN (
          SELECT DISTINCT ON (entity_id) * FROM changes WHERE entity = 'article' ORDER BY entity_id, seq DESC
        ) AS c ON c.entity_id = a.id
        LEFT JOIN (VALUES
          ('published', 'put', ARRAY['published', 'updated', 'minor', 'correction', 'put_back', 'personal_data']),
          ('withdrawn', 'put', ARRAY['withdrawn', 'personal_data']),
          ('held', 'delete', ARRAY['held', 'personal_data']),
          ('redirected', 'delete', ARRAY['redirected', 'personal_data']),
          ('removed', 'delete', ARRAY['removed', 'personal_data'])
        ) AS t (state, action, reasons) ON t.state = a.public_state
      WHERE c.action IS DISTINCT FROM t.action OR c.reason <> ALL (t.reasons) OR c.edition IS DISTINCT FROM a.edition
        OR (c.reason = 'redirected' AND c.replaced_by IS DISTINCT FROM a.redirected_to)
      ORDER BY 1`,
  },
  {
    kind: 'article_address',
    breaches: sql`
      SELECT coalesce(a.id, s.article_id) AS article, CASE WHEN a.slug IS NULL THEN 'no current address' ELSE 'its own address' END AS expected,
        CASE WHEN s.slug IS NULL THEN 'none' ELSE 'another' END AS found
      FROM articles a FULL JOIN (SELECT * FROM article_slugs WHERE current) AS s ON s.article_id = a.id
      WHERE a.slug IS DISTINCT FROM s.slug OR a.site_id IS DISTINCT FROM coalesce(s.site_id, a.site_id)
      ORDER BY 1`,
  },
  {
    kind: 'read_model_stray',
    breaches: sql`
      SELECT p.id AS article, 'nothing in published.' || p.place AS expected, count(*)::text AS found
      FROM (
        SELECT id, 'articles' FROM published.articles
        UNION ALL SELECT article_id, 'article_authors' FROM published.article_authors
        UNION ALL SELECT article_id, 'article_units' FROM published.article_units
        UNION ALL SELECT article_id, 'article_categories' FROM published.article_categories
        UNION ALL SELECT article_id, 'article_tags' FROM published.article_tags
        UNION ALL SELECT article_id, 'article_related' FROM published.article_related
        UNION ALL SELECT article_id, 'article_media' FROM published.article_media
        UNION ALL SELECT article_id, 'article_appointments' FROM published.article_appointments
      ) AS p (id, place)
      WHERE NOT EXISTS (SELECT FROM articles a WHERE a.id = p.id AND a.public_state IN ('published', 'withdrawn'))
      GROUP BY p.id, p.place
      ORDER BY p.id, p.place`,
  },
  {
    kind: 'media_public',
    breaches: sql`
      SELECT m.id AS media, CASE WHEN m.public THEN 'closed' ELSE 'open' END AS expected, CASE WHEN m.public THEN 'open' ELSE 'closed' END AS found
      FROM media m
      WHERE m.public <> (EXISTS (SELECT FROM published.article_media p WHERE p.media_id = m.id)
        OR EXISTS (SELECT FROM sites s WHERE s.settings #>> '{logo,mediaId}' = m.id::text)
        OR EXISTS (SELECT FROM people p WHERE p.photo_media_id = m.id))
      ORDER BY m.id`,
  },
]
