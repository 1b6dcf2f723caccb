import type { Me } from '@bantin/shared/auth'
import type { GrantInput } from '@bantin/shared/users'
import { eq, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { recoveryCodes } from '../../db/schema/sessions.ts'
import { sites } from '../../db/schema/sites.ts'
import { units } from '../../db/schema/units.ts'
import { users } from '../../db/schema/users.ts'
import { insertGrants } from './grants.repository.ts'
import { hasSecondFactor, namedGrants } from './users.columns.ts'

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

const unusedCodes = sql<number>`(
  SELECT count(*)::int FROM ${recoveryCodes} c WHERE c.user_id = ${users}.id AND c.used_at IS NULL)`

const siteAsksSecondFactor = sql<boolean>`(SELECT bool_or(s.second_factor_required) FROM ${sites} s)`

/** Stores a user with his grants; false when the e-mail is taken meanwhile. */
export async function insertUser(tx: Db, user: typeof users.$inferInsert, given: GrantInput[]): Promise<boolean> {
  const inserted = await tx.insert(users).values(user).onConflictDoNothing().returning({ id: users.id })
  if (inserted.length === 0) return false
  await insertGrants(tx, user.id, given)
  return true
}

export async function findUnitId(db: Db, slug: string): Promise<string | undefined> {
  const [row] = await db.select({ id: units.id }).from(units).where(eq(units.slug, slug))
  return row?.id
}
