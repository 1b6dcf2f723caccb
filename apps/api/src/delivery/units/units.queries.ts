import { isId } from '@bantin/shared/is-id'
import type { DeliveryDb } from '../../db/client.ts'
import { days, list, unitStub as stub, wonAwards } from '../dated-sql.ts'
import { readJson, type Statement } from '../read-json.ts'

// `here` is the unit asked for, and the day: reckoned once, where a condition would ask for it again in every part. `u` is a unit, `n` its
// name on the day.
const day = 'here.day'
const named = `published.units u JOIN published.unit_names n ON n.unit_id = u.id AND n.period @> ${day}`
const card = `${stub}, 'apiUrl', $1 || '/api/v1/units/' || u.slug, 'kind', u.kind, 'code', u.code, 'order', u."order", 'parentId', p.parent_id`
const inOrder = `ORDER BY u."order", n.name COLLATE "vi-x-icu", u.id`
/** Of units that may have ended or not begun on the day: only then it takes more than a look to know what they are called. */
const everName = `LEFT JOIN published.unit_names d ON d.unit_id = u.id AND d.period @> ${day}
  CROSS JOIN LATERAL (SELECT
    CASE WHEN d.name IS NULL THEN (published.unit_name(u.id, ${day})).name ELSE d.name END AS name,
    CASE WHEN d.name IS NULL THEN (published.unit_name(u.id, ${day})).short_name ELSE d.short_name END AS short_name) n`
const everNamed = `published.units u ${everName}`
/** A condition and no way to find rows: nearly all rows of all units are of the day, and an index by days would give all of them. */
const isOfDay = (period: string) => `coalesce(${period} @> ${day}, false)`
const stubs = (where: string) => list(`json_build_object(${stub}) ${inOrder}`, `${named} WHERE ${where}`)

// A prepared plan takes units above for many, and would read all parents and names of the day: each is looked for by itself.
const above = `(
  WITH RECURSIVE up (id, depth) AS (
    SELECT p.parent_id, 1 FROM published.unit_parents p WHERE p.unit_id = here.id AND p.period @> ${day}
    UNION ALL
    SELECT p.parent_id, up.depth + 1 FROM up CROSS JOIN LATERAL (
      SELECT p.parent_id FROM published.unit_parents p WHERE p.unit_id = up.id AND p.period @> ${day} OFFSET 0) p
  )
  SELECT coalesce(json_agg(json_build_object(${stub}) ORDER BY up.depth DESC), '[]')
  FROM up CROSS JOIN LATERAL (SELECT u.id, u.slug FROM published.units u WHERE u.id = up.id OFFSET 0) u
  CROSS JOIN LATERAL (SELECT n.name, n.short_name FROM published.unit_names n WHERE n.unit_id = up.id AND n.period @> ${day} OFFSET 0) n
)`

const holders = list(
  `json_build_object('appointmentId', a.id, 'kind', a.kind, ${days('a.period')},
    'person', json_build_object('id', w.id, 'slug', w.slug, 'name', w.full_name, 'url', $1 || '/nguoi/' || w.slug)) ORDER BY a.kind DESC, w.sort_key COLLATE "vi-x-icu", a.id`,
  `published.appointments a JOIN published.people w ON w.id = a.person_id WHERE a.post_id = o.id AND a.period @> ${day}`,
)

const succession = (other: string, self: string) =>
  list(
    `json_build_object(${stub}, 'kind', s.kind, 'on', s.on_day) ${inOrder}`,
    `published.unit_successions s JOIN (${everNamed}) ON u.id = s.${other} WHERE s.${self} = here.id`,
  )

const found = (by: string, name: string): Statement => ({
  name,
  text: `SELECT json_build_object(${card}, 'contacts', u.contacts, 'openingHours', u.opening_hours, 'closedOn', u.closed_on,
      'names', ${list(
        `json_build_object('name', c.name, 'shortName', c.short_name, ${days('c.period')}) ORDER BY c.period`,
        'published.unit_names c WHERE c.unit_id = here.id',
      )},
      'parents', ${above},
      'children', ${stubs(`u.id IN (SELECT p.unit_id FROM published.unit_parents p WHERE p.parent_id = here.id AND ${isOfDay('p.period')})`)},
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
      )},
      'emulationYears', ${list(
        'y.year ORDER BY y.year DESC',
        `(SELECT year FROM published.bloc_years WHERE bloc_id = here.id UNION SELECT year FROM published.awards WHERE bloc_id = here.id) y`,
      )},
      'awards', ${wonAwards('a.unit_id = here.id')}
    )::text AS json
    FROM (SELECT id, coalesce($2::date, published.today()) AS day FROM published.units WHERE ${by} OFFSET 0) here
    JOIN published.units u ON u.id = here.id ${everName}
    LEFT JOIN published.unit_parents p ON p.unit_id = u.id AND p.period @> ${day}`,
})

const bySlug = found('slug = $3', 'unit by slug')
const byId = found('id = $3::uuid', 'unit by id')

/** One unit's JSON by its id or current slug, or undefined. */
export async function findUnit(db: DeliveryDb, baseUrl: string, idOrSlug: string, asOf: string | undefined): Promise<string | undefined> {
  return await readJson(db, isId(idOrSlug) ? byId : bySlug, [baseUrl, asOf ?? null, idOrSlug])
}
