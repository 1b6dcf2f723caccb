import type { MediaUses } from '@bantin/shared/media'
import type { Actor } from '@bantin/shared/permissions'
import { sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { isReadable } from '../readable.repository.ts'

const mostShown = 200

/** Which articles show the file, the newest changed first, of those the actor may not read how many; whether it is the logo, whose photo. */
export async function findUses(db: Db, actor: Actor, mediaId: string): Promise<MediaUses> {
  const readable = (await isReadable(db, actor)) ?? sql`true`
  const { rows } = await db.execute<{ json: MediaUses }>(sql`
    WITH shown AS (
      SELECT r.article_id, bool_or(r.id = a.head_revision_id) AS newest, bool_or(r.id = a.published_revision_id) AS published
      FROM media_references m JOIN article_revisions r ON r.id = m.revision_id JOIN articles a ON a.id = r.article_id
      WHERE m.media_id = ${mediaId} GROUP BY r.article_id),
    told AS MATERIALIZED (
      SELECT articles.id, articles.work_state, articles.public_state, articles.updated_at, h.title, s.newest,
        s.published AND articles.public_state IN ('published', 'withdrawn') AS public
      FROM shown s JOIN articles ON articles.id = s.article_id JOIN article_revisions h ON h.id = articles.head_revision_id
      WHERE ${readable})
    SELECT json_build_object(
      'data', coalesce((SELECT json_agg(json_build_object(
        'articleId', t.id, 'title', t.title, 'workState', t.work_state, 'publicState', t.public_state,
        'places', CASE WHEN t.public OR t.newest THEN
          to_json(array_remove(ARRAY[CASE WHEN t.public THEN 'public' END, CASE WHEN t.newest THEN 'newest' END], NULL))
          ELSE '["earlier"]'::json END) ORDER BY t.updated_at DESC, t.id)
        FROM (SELECT * FROM told ORDER BY updated_at DESC, id LIMIT ${mostShown}) t), '[]'),
      'others', (SELECT count(*) FROM shown) - least((SELECT count(*) FROM told), ${mostShown}),
      'isLogo', EXISTS (SELECT FROM sites s WHERE s.settings #>> '{logo,mediaId}' = ${mediaId}),
      'people', coalesce((SELECT json_agg(json_build_object('id', p.id, 'name', p.full_name) ORDER BY p.sort_key COLLATE "vi-x-icu", p.id)
        FROM people p WHERE p.photo_media_id = ${mediaId}), '[]')) AS json`)
  return rows[0]?.json as MediaUses
}
