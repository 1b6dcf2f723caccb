import type { DeliveryDb } from '../../db/client.ts'
import { readJson } from '../read-json.ts'

/** Of a path of ours. */
const absolute = (url: string) => `CASE WHEN ${url} LIKE '/%' THEN $1 ELSE '' END || (${url})`

/**
 * A rendering that is sharp in the head of a page. WebP keeps what is transparent; of a picture that is being rendered there is one JPEG.
 * Null while nothing of it is there.
 */
const logo = `(SELECT json_build_object('src', $1 || '/media/' || m.id || '/' || m.rev || '/' || f.name, 'width', f.width, 'height', f.height)
        FROM published.media m CROSS JOIN jsonb_to_recordset(m.variants) AS f (name text, type text, width int, height int)
        WHERE m.id = (s.logo ->> 'mediaId')::uuid AND f.name !~ '^(card-|share[.])' AND f.type IN ('image/webp', 'image/jpeg')
        ORDER BY f.type = 'image/webp' DESC, f.width >= 640 DESC, abs(f.width - 640) LIMIT 1)`

const statement = {
  name: 'site',
  text: `SELECT json_build_object('id', s.id, 'name', s.name, 'shortName', s.short_name, 'url', $1::text,
      'logo', ${logo}, 'locales', s.locales, 'timeZone', s.time_zone, 'contacts', s.contacts,
      'responsiblePerson', s.responsible_person, 'licence', s.licence, 'reuse', s.reuse, 'genres', s.genres,
      'menus', coalesce((SELECT json_agg(json_build_object('name', m.menu ->> 'name', 'items', coalesce((
          SELECT json_agg(json_build_object('name', i.item ->> 'name', 'url', ${absolute("i.item ->> 'url'")}) ORDER BY i.place)
          FROM jsonb_array_elements(m.menu -> 'items') WITH ORDINALITY AS i (item, place)), '[]')) ORDER BY m.place)
        FROM jsonb_array_elements(s.menus) WITH ORDINALITY AS m (menu, place)), '[]'),
      'alerts', coalesce((SELECT json_agg(json_build_object('level', a.alert ->> 'level', 'text', a.alert ->> 'text',
          'url', ${absolute("a.alert ->> 'url'")}, 'until', published.site_time((a.alert ->> 'until')::timestamptz, s.time_zone))
          ORDER BY array_position(ARRAY['danger', 'warning', 'info'], a.alert ->> 'level'), a.place)
        FROM jsonb_array_elements(s.alerts) WITH ORDINALITY AS a (alert, place)
        WHERE coalesce((a.alert ->> 'from')::timestamptz <= now(), true) AND coalesce((a.alert ->> 'until')::timestamptz > now(), true)), '[]'),
      'home', coalesce((SELECT json_agg(h.article_id ORDER BY h.position)
        FROM published.home_slots h JOIN published.articles x ON x.id = h.article_id WHERE h.site_id = s.id AND x.listed), '[]'),
      'rootUnit', (SELECT json_build_object('id', u.id, 'slug', u.slug, 'name', n.name, 'url', $1 || '/don-vi/' || u.slug)
        FROM published.units u JOIN published.unit_names n ON n.unit_id = u.id AND n.period @> published.today() WHERE u.id = s.root_unit_id)
    )::text AS json FROM published.sites s ORDER BY s.id LIMIT 1`,
}

/** Who publishes the portal, as the answer's JSON; undefined before a site is made. */
export async function findSite(db: DeliveryDb, baseUrl: string): Promise<string | undefined> {
  return await readJson(db, statement, [baseUrl])
}
