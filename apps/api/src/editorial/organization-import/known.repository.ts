import type { PersonContacts } from '@bantin/shared/people'
import type { UnitContacts } from '@bantin/shared/units'
import { sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import type { appointments } from '../../db/schema/people.ts'
import type { units } from '../../db/schema/units.ts'

/** A unit as an export says it: called, and standing, as it does today, did last, or will first. */
export interface KnownUnit {
  id: string
  version: number
  slug: string
  kind: (typeof units.$inferSelect)['kind']
  codeScheme: string | null
  code: string | null
  contacts: UnitContacts
  openingHours: string | null
  order: number
  nameId: string
  name: string
  shortName: string | null
  /** Its first day, and its last one. */
  from: string | null
  through: string | null
  placeId: string | null
  parentId: string | null
}

/** All units, by their place and name. */
export async function findKnownUnits(db: Db): Promise<KnownUnit[]> {
  const nearest = sql`ORDER BY r.period @> published.today() DESC, upper(r.period) <= published.today() DESC NULLS LAST,
    CASE WHEN upper(r.period) <= published.today() THEN upper(r.period) END DESC NULLS LAST, lower(r.period) LIMIT 1`
  const { rows } = await db.execute<{ [K in keyof KnownUnit]: KnownUnit[K] }>(sql`
    SELECT u.id, u.version, u.slug, u.kind, u.code_scheme AS "codeScheme", u.code, u.contacts, u.opening_hours AS "openingHours", u."order",
      n.id AS "nameId", n.name, n.short_name AS "shortName", f.day AS "from", u.closed_on - 1 AS through,
      p.id AS "placeId", p.parent_id AS "parentId"
    FROM units u CROSS JOIN LATERAL (SELECT r.* FROM unit_names r WHERE r.unit_id = u.id ${nearest}) n
    CROSS JOIN LATERAL (SELECT lower(r.period) AS day FROM unit_names r WHERE r.unit_id = u.id ORDER BY r.period LIMIT 1) f
    LEFT JOIN LATERAL (SELECT r.* FROM unit_parents r
      WHERE r.unit_id = u.id AND (r.period @> published.today() OR NOT n.period @> published.today()) ${nearest}) p ON true
    ORDER BY u."order", n.name COLLATE "vi-x-icu", u.id`)
  return rows
}

export interface KnownPerson {
  id: string
  version: number
  slug: string
  name: string
  contacts: PersonContacts
}

/** Everybody, by given name. */
export async function findKnownPeople(db: Db): Promise<KnownPerson[]> {
  const { rows } = await db.execute<{ [K in keyof KnownPerson]: KnownPerson[K] }>(sql`
    SELECT id, version, slug, full_name AS name, contacts FROM people ORDER BY sort_key COLLATE "vi-x-icu", id`)
  return rows
}

export interface KnownPost {
  id: string
  version: number
  unitId: string
  name: string
  order: number
  seniority: number
}

/** All posts, those of the same name in their order. */
export async function findKnownPosts(db: Db): Promise<KnownPost[]> {
  const { rows } = await db.execute<{ [K in keyof KnownPost]: KnownPost[K] }>(sql`
    SELECT id, version, unit_id AS "unitId", name, "order", seniority FROM posts ORDER BY "order", id`)
  return rows
}

export interface KnownAppointment {
  id: string
  version: number
  postId: string
  personId: string
  kind: (typeof appointments.$inferSelect)['kind']
  decisionNo: string | null
  from: string | null
  through: string | null
}

/** All appointments, oldest first. */
export async function findKnownAppointments(db: Db): Promise<KnownAppointment[]> {
  const { rows } = await db.execute<{ [K in keyof KnownAppointment]: KnownAppointment[K] }>(sql`
    SELECT id, version, post_id AS "postId", person_id AS "personId", kind, decision_no AS "decisionNo",
      lower(period) AS "from", upper(period) - 1 AS through FROM appointments ORDER BY period, id`)
  return rows
}

/** Every slug of these pages, and every one of before that leads on. */
export async function findTakenSlugs(db: Db, page: 'don-vi' | 'nguoi'): Promise<Set<string>> {
  const table = sql.identifier(page === 'don-vi' ? 'units' : 'people')
  const { rows } = await db.execute<{ slug: string }>(sql`
    SELECT slug FROM ${table}
    UNION SELECT regexp_replace(from_path_query, '^.*/', '') FROM redirects WHERE from_path_query ~ ${`^(/en)?/${page}/[^/?]+$`}`)
  return new Set(rows.map(({ slug }) => slug))
}

/** Gives the statements of a whole import time. */
export async function takeTime(tx: Db): Promise<void> {
  await tx.execute(
    sql`SELECT set_config('statement_timeout', '120s', true), set_config('idle_in_transaction_session_timeout', '60s', true)`,
  )
}
