import type { Body } from '@bantin/shared/body'
import { fillMedia } from '@bantin/shared/body/fill-media'
import { renderBody } from '@bantin/shared/body/render-body'
import type { PreviewedArticle } from '@bantin/shared/previews'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import type { Signing } from '../lib/media-view.ts'
import { shownMedia } from '../publication/shown-media.ts'
import { readShownMedia } from './shown-media.repository.ts'

type ShownRevision = Omit<PreviewedArticle, 'workState' | 'publicState' | 'expiresAt'>
type Row = Omit<ShownRevision, 'hero' | 'bodyHtml'> & { heroMediaId: string | null; body: Body }

/** A revision as readers would see it, with signed addresses of its files. Undefined when it was emptied, or is gone with its article. */
export async function readShownRevision(db: Db, signing: Signing, revisionId: string): Promise<ShownRevision | undefined> {
  const { publicUrl } = signing.config
  const { rows } = await db.execute<{ json: Row }>(sql`
    SELECT json_build_object(
      'format', a.format, 'locale', a.locale, 'title', r.title, 'kicker', r.kicker, 'sapo', r.sapo,
      'heroMediaId', r.hero_media_id, 'body', r.body,
      'bylines', ${bylines(publicUrl)}, 'units', ${units(publicUrl)},
      'categories', ${named(publicUrl, 'chuyen-muc', sql`unnest(r.category_ids)`, sql`categories`)},
      'tags', ${named(publicUrl, 'the', sql`unnest(r.tag_ids)`, sql`tags`)},
      'event', '{"endsOn":null,"place":null}'::jsonb || r.event, 'source', '{"url":null,"author":null}'::jsonb || r.source,
      'revision', r.number, 'savedAt', published.site_time(r.saved_at, s.time_zone)) AS json
    FROM article_revisions r JOIN articles a ON a.id = r.article_id JOIN sites s ON s.id = a.site_id
    WHERE r.id = ${revisionId} AND r.redacted_at IS NULL`)
  if (!rows[0]) return undefined
  const { body, heroMediaId, ...said } = rows[0].json
  const { shown, pictures } = await readShownMedia(db, signing, shownMedia({ heroMediaId, body }))
  const bodyHtml = fillMedia(renderBody(body), { origin: publicUrl, media: shown })
  return { ...said, hero: pictures.get(heroMediaId ?? '') ?? null, bodyHtml }
}

function bylines(publicUrl: string): SQL {
  return list(
    sql`json_build_object('name', t.display_name, 'role', l.item ->> 'role', 'url', ${`${publicUrl}/tac-gia/`}::text || t.slug)`,
    sql`jsonb_array_elements(r.bylines) WITH ORDINALITY AS l (item, position) JOIN authors t ON t.id = (l.item ->> 'authorId')::uuid`,
  )
}

/** With their names on the day of the event, else of the first publication, else of today. */
function units(publicUrl: string): SQL {
  const name = sql`coalesce((SELECT n.name FROM unit_names n WHERE n.unit_id = t.id AND n.period @> coalesce(
    (r.event ->> 'startsOn')::date, (a.first_published_at AT TIME ZONE s.time_zone)::date, published.today())), t.slug)`
  return list(
    sql`json_build_object(${stub(publicUrl, 'don-vi')}, 'name', ${name}, 'role', l.item ->> 'role')`,
    sql`jsonb_array_elements(r.units) WITH ORDINALITY AS l (item, position) JOIN units t ON t.id = (l.item ->> 'unitId')::uuid`,
  )
}

function named(publicUrl: string, path: string, ids: SQL, table: SQL): SQL {
  return list(
    sql`json_build_object(${stub(publicUrl, path)}, 'name', t.name)`,
    sql`${ids} WITH ORDINALITY AS l (id, position) JOIN ${table} t ON t.id = l.id`,
  )
}

function stub(publicUrl: string, path: string): SQL {
  return sql`'id', t.id, 'slug', t.slug, 'url', ${`${publicUrl}/${path}/`}::text || t.slug`
}

function list(item: SQL, from: SQL): SQL {
  return sql`coalesce((SELECT json_agg(${item} ORDER BY l.position) FROM ${from}), '[]')`
}
