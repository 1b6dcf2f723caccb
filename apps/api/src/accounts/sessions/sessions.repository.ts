import { maxSessions, type Session } from '@bantin/shared/auth'
import type { Grant } from '@bantin/shared/permissions'
import { and, desc, eq, isNull, ne, notInArray, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { secondFactors, sessions } from '../../db/schema/sessions.ts'
import { sites } from '../../db/schema/sites.ts'
import { grants, users } from '../../db/schema/users.ts'
import { siteTime } from '../../guarded/site-time.columns.ts'
import type { AccessClaims } from '../../lib/access-tokens.ts'
import { sessionDays } from '../lifetimes.ts'

/** Why a session ended before its time. */
export type EndOfSession = 'logout' | 'reuse' | 'revoked' | 'password' | 'second factor' | 'disabled' | 'crowd'

const absoluteLife = sql.raw(`interval '${sessionDays.inAll} days'`)
const idleLife = sql.raw(`interval '${sessionDays.unused} days'`)

/** Whether a session can still be used, as a condition on `sessions`. */
export const isLive = and(
  isNull(sessions.endedAt),
  sql`${sessions.createdAt} > now() - ${absoluteLife}`,
  sql`${sessions.lastUsedAt} > now() - ${idleLife}`,
)

const grantsOfUser = sql<Grant[]>`(
  SELECT coalesce(json_agg(json_build_object('role', ${grants.role}, 'unitId', ${grants.unitId}) ORDER BY ${grants.id}), '[]')
  FROM ${grants} WHERE ${grants.userId} = ${users.id})`

const siteMissesFactor = sql<boolean>`(
  EXISTS (SELECT FROM ${sites} WHERE ${sites.secondFactorRequired})
  AND NOT EXISTS (SELECT FROM ${secondFactors} WHERE ${secondFactors.userId} = ${users.id} AND ${secondFactors.confirmedAt} IS NOT NULL))`

export interface ActingRow {
  name: string
  grants: Grant[]
  /** The site asks some roles for a second factor, and this person has none. */
  siteMissesFactor: boolean
}

/**
 * The user of a live session as he is now, in one query; undefined when any condition fails. Its plan is kept: every request of the desk
 * asks this.
 */
export async function findActing(db: Db, claims: AccessClaims): Promise<ActingRow | undefined> {
  const [row] = await db
    .select({ name: users.name, grants: grantsOfUser, siteMissesFactor })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        eq(sessions.id, claims.sessionId),
        eq(users.id, claims.userId),
        isLive,
        isNull(users.disabledAt),
        sql`to_timestamp(${claims.expiresAt}) > now()`,
        // A minute's grace: another database server that took over may be a little behind.
        sql`to_timestamp(${claims.issuedAt}) <= now() + interval '1 minute'`,
      ),
    )
    .prepare('who acts')
    .execute()
  return row
}

export interface NewSessionRow {
  id: string
  userId: string
  device: string | null
  address: string
}

/** Opens a session. Answers the database's time in whole seconds. */
export async function insertSession(tx: Db, row: NewSessionRow): Promise<number> {
  const [stored] = await tx.insert(sessions).values(row).returning({ now: sql<number>`floor(extract(epoch FROM now()))::int8` })
  if (!stored) throw new Error('The session was not stored.')
  return stored.now
}

/** Ends a session, and with it every token of it. False when it had ended before. */
export async function endSession(tx: Db, id: string, because: EndOfSession): Promise<boolean> {
  return (await end(tx, eq(sessions.id, id), because)).length > 0
}

/** Ends the person's sessions, all or but for one; answers which. */
export async function endSessionsOf(tx: Db, userId: string, because: EndOfSession, except?: string): Promise<string[]> {
  return await end(tx, and(eq(sessions.userId, userId), except === undefined ? undefined : ne(sessions.id, except)), because)
}

/** Ends those of the person's live sessions that were used longest ago, until there are not too many. Behind the lock of the account. */
export async function endCrowd(tx: Db, userId: string): Promise<void> {
  const isOwn = and(eq(sessions.userId, userId), isLive)
  const kept = tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(isOwn)
    .orderBy(...usedLastFirst)
    .limit(maxSessions)
  await end(tx, and(isOwn, notInArray(sessions.id, kept)), 'crowd')
}

async function end(tx: Db, which: SQL | undefined, because: EndOfSession): Promise<string[]> {
  const rows = await tx
    .update(sessions)
    .set({ endedAt: sql`now()`, endedBecause: because })
    .where(and(which, isNull(sessions.endedAt)))
    .returning({ id: sessions.id })
  return rows.map(({ id }) => id)
}

/** The person's sessions that can still be used, the one that was used last first. */
export async function findLiveSessions(db: Db, userId: string): Promise<Omit<Session, 'isCurrent'>[]> {
  const { id, device, address, createdAt, lastUsedAt } = sessions
  return await db
    .select({ id, device, address, createdAt: siteTime(createdAt), lastUsedAt: siteTime(lastUsedAt) })
    .from(sessions)
    .crossJoin(sites)
    .where(and(eq(sessions.userId, userId), isLive))
    .orderBy(...usedLastFirst)
    .limit(maxSessions)
}

const usedLastFirst = [desc(sessions.lastUsedAt), desc(sessions.id)]

/** Ends one of the person's own; false when he has no such session. */
export async function endOwnSession(tx: Db, userId: string, id: string): Promise<boolean> {
  return (await end(tx, and(eq(sessions.id, id), eq(sessions.userId, userId), isLive), 'revoked')).length > 0
}

/** Deletes sessions that nobody can use any more for thirty days, with all their tokens; those of a live one betray a theft to the last. */
export function deletionOfSessions(limit: number): SQL {
  const long = sql`interval '30 days'`
  return sql`DELETE FROM ${sessions} WHERE id IN (
    SELECT id FROM ${sessions}
    WHERE ended_at <= now() - ${long} OR created_at <= now() - ${absoluteLife} - ${long} OR last_used_at <= now() - ${idleLife} - ${long}
    LIMIT ${limit} FOR UPDATE SKIP LOCKED)`
}
