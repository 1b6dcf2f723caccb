import type { Grant } from '@bantin/shared/permissions'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { sessions } from '../../db/schema/sessions.ts'
import { grants, users } from '../../db/schema/users.ts'
import type { AccessClaims } from '../../lib/access-tokens.ts'

/** A session ends this long after it began, however much it is used. */
const absoluteLife = sql`interval '30 days'`

const grantsOfUser = sql<Grant[]>`(
  SELECT coalesce(json_agg(json_build_object('role', ${grants.role}, 'unitId', ${grants.unitId}) ORDER BY ${grants.id}), '[]')
  FROM ${grants} WHERE ${grants.userId} = ${users.id})`

/** Name and grants of the user of a live session, in one query; undefined when any condition fails. */
export async function findActing(db: Db, claims: AccessClaims): Promise<{ name: string; grants: Grant[] } | undefined> {
  const [row] = await db
    .select({ name: users.name, grants: grantsOfUser })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        eq(sessions.id, claims.sessionId),
        eq(users.id, claims.userId),
        isNull(sessions.endedAt),
        isNull(users.disabledAt),
        sql`${sessions.createdAt} > now() - ${absoluteLife}`,
        sql`to_timestamp(${claims.expiresAt}) > now()`,
        // A minute's grace: another database server that took over may be a little behind.
        sql`to_timestamp(${claims.issuedAt}) <= now() + interval '1 minute'`,
      ),
    )
  return row
}

/** Opens a session. Answers the database's time in whole seconds. */
export async function insertSession(tx: Db, id: string, userId: string): Promise<number> {
  const [row] = await tx.insert(sessions).values({ id, userId }).returning({ now: sql<number>`floor(extract(epoch FROM now()))::int8` })
  if (!row) throw new Error('The session was not stored.')
  return row.now
}

/** Ends a session, and with it every token of it. False when it had ended before. */
export async function endSession(tx: Db, id: string, because: 'logout' | 'reuse'): Promise<boolean> {
  const rows = await tx
    .update(sessions)
    .set({ endedAt: sql`now()`, endedBecause: because })
    .where(and(eq(sessions.id, id), isNull(sessions.endedAt)))
    .returning({ id: sessions.id })
  return rows.length > 0
}
