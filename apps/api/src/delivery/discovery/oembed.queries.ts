import type { DeliveryDb } from '../../db/client.ts'
import { readJson, type Statement } from '../read-json.ts'

/** What somebody else's page shows of an article. */
export interface Embedded {
  title: string
  siteName: string
  authors: { name: string; url: string }[]
  /** The lead picture whole, as JPEG, the largest first. */
  pictures: { url: string; width: number; height: number }[]
}

// Old addresses of an article are as good as the current one.
const statement: Statement = {
  name: 'oembed',
  text: `SELECT json_build_object('title', a.title, 'siteName', s.name,
      'authors', coalesce((SELECT json_agg(json_build_object('name', w.display_name, 'url', $1 || '/tac-gia/' || w.slug) ORDER BY l.position)
        FROM published.article_authors l JOIN published.authors w ON w.id = l.author_id WHERE l.article_id = a.id), '[]'),
      'pictures', coalesce((SELECT json_agg(json_build_object('url', $1 || '/media/' || m.id || '/' || m.rev || '/' || f.name,
          'width', f.width, 'height', f.height) ORDER BY f.width DESC)
        FROM published.media m CROSS JOIN jsonb_to_recordset(m.variants) AS f (name text, type text, width int, height int)
        WHERE m.id = a.hero_media_id AND f.type = 'image/jpeg' AND f.name ~ '^[0-9]'), '[]')
    )::text AS json
    FROM (SELECT * FROM published.sites ORDER BY id LIMIT 1) s
    JOIN published.article_slugs o ON o.site_id = s.id AND o.slug = $2
    JOIN published.articles a ON a.id = o.article_id AND a.listed`,
}

/** The article that is listed at this slug, current or old; undefined when there is none. */
export async function findEmbedded(db: DeliveryDb, baseUrl: string, slug: string): Promise<Embedded | undefined> {
  const json = await readJson(db, statement, [baseUrl, slug])
  return json === undefined ? undefined : (JSON.parse(json) as Embedded)
}
