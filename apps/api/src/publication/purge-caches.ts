import { sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { cachePurges } from '../db/schema/cache-purges.ts'
import { newestLists, newestPages } from '../lib/purged-addresses.ts'

interface Caches {
  /** Tells them of one public address. */
  purge: (address: string) => Promise<void>
  publicUrl: string
}

/**
 * Tells caches in front of the site what has changed since they were told last, in order of the feed, and remembers how far. One process
 * at a time does it; what could not be told is tried again, from where it was left. Throws what the cache answered.
 */
export async function purgeCaches(db: Db, { purge, publicUrl }: Caches): Promise<void> {
  const from = await takeOver(db)
  if (from === undefined) return
  const { upTo, paths } = await changedSince(db, from)
  try {
    for (let at = 0; at < paths.length; at += atOnce) {
      await Promise.all(paths.slice(at, at + atOnce).map((path) => purge(publicUrl + path)))
    }
    await db.update(cachePurges).set({ seq: upTo, leasedUntil: sql`'-infinity'` })
  } catch (error) {
    // Not at once again: a cache that is down is not helped by being asked.
    await db.update(cachePurges).set({ leasedUntil: sql`now() + interval '5 seconds'` })
    throw error
  }
}

/** How many entries of the feed caches have yet to be told of. */
export async function countUnpurged(db: Db): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(
    sql`SELECT count(*)::int AS count FROM changes WHERE seq > (SELECT seq FROM cache_purges)`,
  )
  return rows[0]?.count ?? 0
}

const atOnce = 4

/** Where to begin; undefined when there is nothing to tell, or somebody else does it. The first time, nothing is behind. */
async function takeOver(db: Db): Promise<number | undefined> {
  await db.execute(sql`INSERT INTO cache_purges (seq) SELECT coalesce(max(seq), 0) FROM changes ON CONFLICT DO NOTHING`)
  const { rows } = await db.execute<{ seq: number }>(sql`
    UPDATE cache_purges SET leased_until = now() + interval '2 minutes'
    WHERE leased_until < now() AND seq < (SELECT max(seq) FROM changes) RETURNING seq`)
  return rows[0]?.seq
}

/**
 * The addresses of the next changed articles, of those that name them (translations, and what an editor has put them beside), of what their
 * texts have ever been listed under, and of the newest lists; not of pages that only have them beside something else, which are kept for
 * seconds. What changed long ago has ended in every cache by itself.
 */
async function changedSince(db: Db, from: number): Promise<{ upTo: number; paths: string[] }> {
  const { rows } = await db.execute<{ upTo: number; paths: string[] }>(sql`
    WITH RECURSIVE entries AS (SELECT seq, entity_id, at FROM changes WHERE seq > ${from} ORDER BY seq LIMIT 500),
    touched AS (SELECT DISTINCT entity_id AS id FROM entries WHERE at > now() - interval '15 minutes'),
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
      UNION SELECT '/tac-gia/' || a.slug FROM revisions r, jsonb_to_recordset(r.bylines) AS l ("authorId" uuid) JOIN authors a ON a.id = l."authorId"
    ),
    answers (path) AS (
      SELECT '/api/v1/articles/' || id FROM shown
      UNION SELECT '/api/v1/articles/' || s.slug FROM shown t JOIN article_slugs s ON s.article_id = t.id
    )
    SELECT (SELECT max(seq) FROM entries) AS "upTo",
      ARRAY(SELECT path FROM answers UNION SELECT path FROM pages UNION SELECT '/en' || path FROM pages) AS paths`)
  const { upTo = from, paths = [] } = rows[0] ?? {}
  return { upTo, paths: paths.length > 0 ? [...newestPages, ...newestLists, ...paths] : [] }
}
