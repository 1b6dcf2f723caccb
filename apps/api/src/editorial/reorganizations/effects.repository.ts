import type { ReorganizationEffects } from '@bantin/shared/reorganizations'
import { sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'

type Roles = ReorganizationEffects['roles']

/** What units are called before the day; those that begin on it, as they begin. */
export async function findUnitNames(tx: Db, unitIds: string[], on: string): Promise<Map<string, string>> {
  const { rows } = await tx.execute<{ id: string; name: string }>(sql`
    SELECT u.id, n.name FROM unnest(${sql.param(unitIds)}::uuid[]) AS u (id) CROSS JOIN LATERAL published.unit_name(u.id, ${on}::date - 1) n`)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Who holds which post. */
export async function findHolders(tx: Db, appointments: { post_id: unknown; person_id: unknown }[]): Promise<Holder[]> {
  const { rows } = await tx.execute<{ person: { id: string; name: string }; post: string; unitId: string }>(sql`
    SELECT json_build_object('id', w.id, 'name', w.full_name) AS person, p.name AS post, p.unit_id AS "unitId"
    FROM unnest(${sql.param(appointments.map((row) => row.post_id))}::uuid[], ${sql.param(appointments.map((row) => row.person_id))}::uuid[])
      WITH ORDINALITY AS a (post_id, person_id, place)
    JOIN posts p ON p.id = a.post_id JOIN people w ON w.id = a.person_id ORDER BY a.place`)
  return rows
}

export interface Holder {
  person: { id: string; name: string }
  post: string
  unitId: string
}

/** The roles over these units. */
export async function findRoles(
  tx: Db,
  unitIds: string[],
): Promise<{ user: Roles[number]['user']; role: Roles[number]['role']; unitId: string }[]> {
  const { rows } = await tx.execute<{ user: Roles[number]['user']; role: Roles[number]['role']; unitId: string }>(sql`
    SELECT json_build_object('id', u.id, 'name', u.name) AS user, g.role, g.unit_id AS "unitId"
    FROM grants g JOIN users u ON u.id = g.user_id WHERE g.unit_id = ANY (${sql.param(unitIds)}::uuid[]) ORDER BY u.name, g.id`)
  return rows
}

export async function countArticles(tx: Db, unitIds: string[]): Promise<number> {
  const { rows } = await tx.execute<{ count: number }>(sql`
    SELECT count(*)::int AS count FROM articles WHERE unit_id = ANY (${sql.param(unitIds)}::uuid[])`)
  return rows[0]?.count ?? 0
}
