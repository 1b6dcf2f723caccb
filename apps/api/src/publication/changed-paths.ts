import { sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'

/** Entries of the feed: those behind one, and up to another where one is named. */
interface Entries {
  after: number
  upTo?: number
}

/** Up to which entry these are, and at which paths what changed is seen: answers of the API about one thing, and pages. */
export type ChangedPaths = {
  upTo: number
  answers: string[]
  pages: string[]
}

/**
 * The addresses of the next changed articles, of those that name them (translations, and what an editor has put them beside), and of what
 * their texts have ever been listed under, and of changed units, people and authors; not of pages that only have them beside something else, which
 * are kept for seconds. What changed long ago has ended in every cache by itself.
 */
export async function changedPaths(db: Db, { after, upTo }: Entries): Promise<ChangedPaths> {
  const { rows } = await db.execute<ChangedPaths>(sql`
    WITH RECURSIVE entries AS (
      SELECT seq, entity, entity_id, at FROM changes WHERE seq > ${after} AND seq <= coalesce(${upTo ?? null}::bigint, seq) ORDER BY seq LIMIT 500
    ),
    recent AS (SELECT DISTINCT entity, entity_id AS id FROM entries WHERE at > now() - interval '15 minutes'),
    touched AS (SELECT id FROM recent WHERE entity = 'article'),
    revisions AS (SELECT r.* FROM touched t JOIN article_revisions r ON r.article_id = t.id AND r.sealed),
    shown (id) AS (
      SELECT id FROM touched
      UNION SELECT l.article_id FROM touched t JOIN published.article_related l ON l.related_id = t.id
      UNION SELECT o.id FROM touched t JOIN articles a ON a.id = t.id JOIN articles o ON o.translation_group = a.translation_group
    ),
    sections (id) AS (
      SELECT c.id FROM revisions r JOIN categories c ON c.id = ANY (r.category_ids)
      UNION SELECT c.parent_id FROM sections s JOIN categories c ON c.id = s.id WHERE c.parent_id IS NOT NULL
    ),
    pages (path) AS (
      SELECT '/bai-viet/' || s.slug FROM shown t JOIN article_slugs s ON s.article_id = t.id
      UNION SELECT '/chuyen-muc/' || c.slug FROM sections JOIN categories c ON c.id = sections.id
      UNION SELECT '/the/' || c.slug FROM revisions r JOIN tags c ON c.id = ANY (r.tag_ids)
      UNION SELECT '/don-vi/' || u.slug FROM revisions r, jsonb_to_recordset(r.units) AS l ("unitId" uuid) JOIN units u ON u.id = l."unitId"
      UNION SELECT '/nguoi/' || p.slug FROM revisions r, jsonb_path_query(r.body, 'strict $.**.appointmentId') AS l (id)
        JOIN appointments o ON o.id = (l.id #>> '{}')::uuid JOIN people p ON p.id = o.person_id
      UNION SELECT '/tac-gia/' || a.slug FROM revisions r, jsonb_to_recordset(r.bylines) AS l ("authorId" uuid) JOIN authors a ON a.id = l."authorId"
      UNION SELECT '/don-vi/' || u.slug FROM recent t JOIN units u ON t.entity = 'unit' AND u.id = t.id
      UNION SELECT '/nguoi/' || p.slug FROM recent t JOIN people p ON t.entity = 'person' AND p.id = t.id
      UNION SELECT '/tac-gia/' || a.slug FROM recent t JOIN authors a ON t.entity = 'author' AND a.id = t.id
    ),
    answers (path) AS (
      SELECT '/api/v1/articles/' || id FROM shown
      UNION SELECT '/api/v1/articles/' || s.slug FROM shown t JOIN article_slugs s ON s.article_id = t.id
      UNION SELECT '/api/v1/units/' || k.key || y.rest FROM recent t JOIN units u ON t.entity = 'unit' AND u.id = t.id
        CROSS JOIN unnest(ARRAY[u.id::text, u.slug]) k (key)
        CROSS JOIN LATERAL (
          SELECT '' AS rest UNION SELECT '/emulation/' || b.year FROM bloc_years b WHERE b.bloc_id = u.id
          UNION SELECT '/emulation/' || w.year FROM awards w WHERE w.bloc_id = u.id) y
      UNION SELECT '/api/v1/people/' || k.key FROM recent t JOIN people p ON t.entity = 'person' AND p.id = t.id
        CROSS JOIN unnest(ARRAY[p.id::text, p.slug]) k (key)
      UNION SELECT '/api/v1/authors/' || k.key FROM recent t JOIN authors a ON t.entity = 'author' AND a.id = t.id
        CROSS JOIN unnest(ARRAY[a.id::text, a.slug]) k (key)
    )
    SELECT (SELECT max(seq) FROM entries) AS "upTo", ARRAY(SELECT path FROM answers) AS answers,
      ARRAY(SELECT path FROM pages UNION SELECT '/en' || path FROM pages) AS pages`)
  const { upTo: last, answers = [], pages = [] } = rows[0] ?? {}
  return { upTo: last ?? after, answers, pages }
}
