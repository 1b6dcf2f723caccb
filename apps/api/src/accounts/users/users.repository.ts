import type { Me } from '@bantin/shared/auth'
import type { Role } from '@bantin/shared/permissions'
import { eq, sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../db/client.ts'
import { recoveryCodes, secondFactors } from '../../db/schema/sessions.ts'
import { sites } from '../../db/schema/sites.ts'
import { units } from '../../db/schema/units.ts'
import { grants, users } from '../../db/schema/users.ts'

/** What stands about a person who is signed in; whether the site asks for a second factor, though not whether of this person. */
export type MyRow = Omit<Me, 'secondFactor'> & { hasSecondFactor: boolean; recoveryCodes: number; siteAsksSecondFactor: boolean }

/** A user as the desk shows him, his units by the names they bear today. */
export async function findMe(db: Db, userId: string): Promise<MyRow | undefined> {
  const { id, email, name, locale, version } = users
  const [row] = await db
    .select({ id, email, name, locale, version, grants: namedGrants, hasSecondFactor, recoveryCodes: unusedCodes, siteAsksSecondFactor })
    .from(users)
    .where(eq(users.id, userId))
  return row
}

export interface Account {
  id: string
  name: string
  /** Null: the invitation is not accepted yet. */
  passwordHash: string | null
  disabled: boolean
}

/** The account with this e-mail, however it is capitalized. */
export async function findAccount(db: Db, email: string): Promise<Account | undefined> {
  const [row] = await db
    .select({
      id: users.id,
      name: users.name,
      passwordHash: users.passwordHash,
      disabled: sql<boolean>`${users.disabledAt} IS NOT NULL`,
    })
    .from(users)
    .where(sql`lower(${users.email}) = lower(${email})`)
  return row
}

const namedGrants = sql<Me['grants']>`(
  SELECT coalesce(json_agg(json_build_object('role', g.role, 'unitId', g.unit_id, 'unitName', n.name) ORDER BY g.id), '[]')
  FROM ${grants} g
  LEFT JOIN unit_names n ON n.unit_id = g.unit_id AND n.period @> published.today()
  WHERE g.user_id = users.id)`

const hasSecondFactor = sql<boolean>`EXISTS (
  SELECT FROM ${secondFactors} f WHERE f.user_id = ${users}.id AND f.confirmed_at IS NOT NULL)`

const unusedCodes = sql<number>`(
  SELECT count(*)::int FROM ${recoveryCodes} c WHERE c.user_id = ${users}.id AND c.used_at IS NULL)`

const siteAsksSecondFactor = sql<boolean>`(SELECT bool_or(s.second_factor_required) FROM ${sites} s)`

/** Stores a user with his grant; false when the e-mail is taken meanwhile. */
export async function insertUser(
  tx: Db,
  user: { id: string; email: string; name: string; passwordHash: string },
  grant: { role: Role; unitId: string | null },
): Promise<boolean> {
  const inserted = await tx.insert(users).values(user).onConflictDoNothing().returning({ id: users.id })
  if (inserted.length === 0) return false
  await tx.insert(grants).values({ id: uuidv7(), userId: user.id, ...grant })
  return true
}

export async function findUnitId(db: Db, slug: string): Promise<string | undefined> {
  const [row] = await db.select({ id: units.id }).from(units).where(eq(units.slug, slug))
  return row?.id
}
