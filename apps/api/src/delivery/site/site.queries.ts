import type { DeliveryDb } from '../../db/client.ts'
import { readJson } from '../read-json.ts'

const statement = {
  name: 'site',
  text: `SELECT json_build_object('id', s.id, 'name', s.name, 'url', $1::text, 'locales', s.locales, 'timeZone', s.time_zone, 'contacts', s.contacts,
      'responsiblePerson', s.responsible_person, 'licence', s.licence, 'reuse', s.reuse,
      'rootUnit', (SELECT json_build_object('id', u.id, 'slug', u.slug, 'name', n.name, 'url', $1 || '/don-vi/' || u.slug)
        FROM published.units u JOIN published.unit_names n ON n.unit_id = u.id AND n.period @> published.today() WHERE u.id = s.root_unit_id)
    )::text AS json FROM published.sites s ORDER BY s.id LIMIT 1`,
}

/** Who publishes the portal, as the answer's JSON; undefined before a site is made. */
export async function findSite(db: DeliveryDb, baseUrl: string): Promise<string | undefined> {
  return await readJson(db, statement, [baseUrl])
}
