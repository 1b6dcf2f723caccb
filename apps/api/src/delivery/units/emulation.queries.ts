import { isId } from '@bantin/shared/is-id'
import type { DeliveryDb } from '../../db/client.ts'
import { lastDayOf, list, unitStub } from '../dated-sql.ts'
import { readJson, type Statement } from '../read-json.ts'

// $1 is the public origin, $2 the year. `u` is a unit, `n` its name at the end of the year.
const name = `published.unit_name(u.id, ${lastDayOf('$2::int')}) n`

const results = list(
  `json_build_object('unit', json_build_object(${unitStub}), 'self', r.self_score, 'bloc', r.bloc_score, 'final', r.final_score,
    'rank', r.rank, 'note', r.note) ORDER BY r.rank, n.name COLLATE "vi-x-icu", u.id`,
  `published.bloc_results r JOIN published.units u ON u.id = r.unit_id CROSS JOIN LATERAL ${name} WHERE r.bloc_id = here.id AND r.year = $2`,
)

const awards = list(
  `json_build_object('title', a.title, 'unit', CASE WHEN u.id IS NOT NULL THEN json_build_object(${unitStub}) END,
    'person', CASE WHEN w.id IS NOT NULL THEN json_build_object('id', w.id, 'slug', w.slug, 'name', w.full_name, 'url', $1 || '/nguoi/' || w.slug) END,
    'authority', a.authority, 'decisionNo', a.decision_no, 'on', a.decided_on, 'status', a.status) ORDER BY a.decided_on, a.id`,
  `published.awards a LEFT JOIN published.units u ON u.id = a.unit_id LEFT JOIN LATERAL ${name} ON u.id IS NOT NULL
    LEFT JOIN published.people w ON w.id = a.person_id WHERE a.bloc_id = here.id AND a.year = $2`,
)

const found = (by: string, statement: string): Statement => ({
  name: statement,
  text: `SELECT json_build_object('year', $2::int, 'legalBasis', y.legal_basis, 'results', ${results}, 'awards', ${awards})::text AS json
    FROM published.units here LEFT JOIN published.bloc_years y ON y.bloc_id = here.id AND y.year = $2
    WHERE here.${by} AND (y.year IS NOT NULL OR EXISTS (SELECT FROM published.awards a WHERE a.bloc_id = here.id AND a.year = $2))`,
})

const bySlug = found('slug = $3', 'emulation by slug')
const byId = found('id = $3::uuid', 'emulation by id')

/** The JSON of a bloc's year; undefined for what is no bloc, and where nothing is decided. */
export async function findEmulation(db: DeliveryDb, baseUrl: string, idOrSlug: string, year: number): Promise<string | undefined> {
  return await readJson(db, isId(idOrSlug) ? byId : bySlug, [baseUrl, year, idOrSlug])
}
