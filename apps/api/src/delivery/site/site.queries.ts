import type { DeliveryDb } from '../../db/client.ts'
import { readJson } from '../read-json.ts'

/** Of a path of ours. */
const absolute = (url: string) => `CASE WHEN ${url} LIKE '/%' THEN $1 ELSE '' END || (${url})`

const statement = {
  name: 'site',
  text: `SELECT json_build_object('id', s.id, 'name', s.name, 'shortName', s.short_name, 'url', $1::text,
      'logo', s.logo || jsonb_build_object('src', ${absolute("s.logo ->> 'src'")}), 'locales', s.locales, 'timeZone', s.time_zone, 'contacts', s.contacts,
      'responsiblePerson', s.responsible_person, 'licence', s.licence, 'reuse', s.reuse, 'genres', s.genres,
      'menus', coalesce((SELECT json_agg(json_build_object('name', m.menu ->> 'name', 'items', coalesce((
          SELECT json_agg(json_build_object('name', i.item ->> 'name', 'url', ${absolute("i.item ->> 'url'")}) ORDER BY i.place)
          FROM jsonb_array_elements(m.menu -> 'items') WITH ORDINALITY AS i (item, place)), '[]')) ORDER BY m.place)
        FROM jsonb_array_elements(s.menus) WITH ORDINALITY AS m (menu, place)), '[]'),
      'alerts', coalesce((SELECT json_agg(json_build_object('level', a.alert ->> 'level', 'text', a.alert ->> 'text',
          'url', ${absolute("a.alert ->> 'url'")}, 'until', published.site_time((a.alert ->> 'until')::timestamptz, s.time_zone)) ORDER BY a.place)
        FROM jsonb_array_elements(s.alerts) WITH ORDINALITY AS a (alert, place)
        WHERE coalesce((a.alert ->> 'until')::timestamptz > now(), true)), '[]'),
      'rootUnit', (SELECT json_build_object('id', u.id, 'slug', u.slug, 'name', n.name, 'url', $1 || '/don-vi/' || u.slug)
        FROM published.units u JOIN published.unit_names n ON n.unit_id = u.id AND n.period @> published.today() WHERE u.id = s.root_unit_id)
    )::text AS json FROM published.sites s ORDER BY s.id LIMIT 1`,
}

/** Who publishes the portal, as the answer's JSON; undefined before a site is made. */
export async function findSite(db: DeliveryDb, baseUrl: string): Promise<string | undefined> {
  return await readJson(db, statement, [baseUrl])
}
