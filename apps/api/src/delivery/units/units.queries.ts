import type { DeliveryDb } from '../../db/client.ts'
import { day, days, list, unitStub as stub } from '../dated-sql.ts'
import { readJson } from '../read-json.ts'

// `u` is a unit, `n` its name on the day.
const named = `published.units u JOIN published.unit_names n ON n.unit_id = u.id AND n.period @> ${day}`
const card = `${stub}, 'apiUrl', $1 || '/api/v1/units/' || u.slug, 'kind', u.kind, 'code', u.code, 'order', u."order", 'parentId', p.parent_id`
const inOrder = `ORDER BY u."order", n.name COLLATE "vi-x-icu", u.id`
/** Units that may have ended or not begun on the day: only then it takes more than a look to know what they are called. */
const everNamed = `published.units u LEFT JOIN published.unit_names d ON d.unit_id = u.id AND d.period @> ${day}
  CROSS JOIN LATERAL (SELECT
    CASE WHEN d.name IS NULL THEN (published.unit_name(u.id, ${day})).name ELSE d.name END AS name,
    CASE WHEN d.name IS NULL THEN (published.unit_name(u.id, ${day})).short_name ELSE d.short_name END AS short_name) n`
const parent = `LEFT JOIN published.unit_parents p ON p.unit_id = u.id AND p.period @> ${day}`
const stubs = (where: string) => list(`json_build_object(${stub}) ${inOrder}`, `${named} WHERE ${where}`)

const above = `(
  WITH RECURSIVE up (id, depth) AS (
    SELECT p.parent_id, 1 FROM published.unit_parents p WHERE p.unit_id = here.id AND p.period @> ${day}
    UNION ALL
    SELECT p.parent_id, up.depth + 1 FROM up JOIN published.unit_parents p ON p.unit_id = up.id AND p.period @> ${day}
  )
  SELECT coalesce(json_agg(json_build_object(${stub}) ORDER BY up.depth DESC), '[]') FROM up JOIN ${named} ON u.id = up.id
)`

const holders = list(
  `json_build_object('appointmentId', a.id, 'kind', a.kind, ${days('a.period')},
    'person', json_build_object('id', w.id, 'slug', w.slug, 'name', w.full_name, 'url', $1 || '/nguoi/' || w.slug)) ORDER BY a.kind DESC, w.sort_key, a.id`,
  `published.appointments a JOIN published.people w ON w.id = a.person_id WHERE a.post_id = o.id AND a.period @> ${day}`,
)

const succession = (other: string, self: string) =>
  list(
    `json_build_object(${stub}, 'kind', s.kind, 'on', s.on_day) ${inOrder}`,
    `published.unit_successions s JOIN (${everNamed}) ON u.id = s.${other} WHERE s.${self} = here.id`,
  )

const bySlug = {
  name: 'unit by slug',
  text: `SELECT json_build_object(${card}, 'contacts', u.contacts, 'openingHours', u.opening_hours, 'closedOn', u.closed_on,
      'names', ${list(
        `json_build_object('name', c.name, 'shortName', c.short_name, ${days('c.period')}) ORDER BY c.period`,
        'published.unit_names c WHERE c.unit_id = here.id',
      )},
      'parents', ${above},
      'children', ${stubs(`u.id IN (SELECT p.unit_id FROM published.unit_parents p WHERE p.parent_id = here.id AND p.period @> ${day})`)},
      'members', ${stubs(`u.id IN (SELECT b.unit_id FROM published.bloc_members b WHERE b.bloc_id = here.id AND b.period @> ${day})`)},
      'blocs', ${stubs(`u.id IN (SELECT b.bloc_id FROM published.bloc_members b WHERE b.unit_id = here.id AND b.period @> ${day})`)},
      'posts', ${list(
        `json_build_object('id', o.id, 'name', o.name, 'holders', ${holders}) ORDER BY o."order", o.seniority, o.id`,
        'published.posts o WHERE o.unit_id = here.id',
      )},
      'predecessors', ${succession('from_unit_id', 'to_unit_id')},
      'successors', ${succession('to_unit_id', 'from_unit_id')},
      'terms', ${list(
        `json_build_object('year', t.year, 'role', t.role, 'status', t.status, 'unit', json_build_object(${stub}))
          ORDER BY t.year DESC, t.role DESC, t.status, n.name COLLATE "vi-x-icu"`,
        `published.bloc_terms t JOIN (${everNamed}) ON u.id = t.unit_id WHERE t.bloc_id = here.id`,
      )}
    )::text AS json
    FROM (SELECT id FROM published.units WHERE slug = $3) here JOIN (${everNamed}) ON u.id = here.id ${parent}`,
}

/** One unit's JSON, or undefined. */
export async function findUnit(db: DeliveryDb, baseUrl: string, slug: string, asOf: string | undefined): Promise<string | undefined> {
  return await readJson(db, bySlug, [baseUrl, asOf ?? null, slug])
}
