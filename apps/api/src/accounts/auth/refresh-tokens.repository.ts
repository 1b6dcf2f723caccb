import { eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { refreshTokens, sessions } from '../../db/schema/sessions.ts'
import { users } from '../../db/schema/users.ts'
import { isLive } from '../sessions/sessions.repository.ts'

export interface FoundToken {
  sessionId: string
  userId: string
  userName: string
  /** Of session and user: the session has not ended, by word or by age, and the user may sign in. */
  alive: boolean
  used: 'never' | 'just now' | 'long ago'
  /** The database's time in whole seconds. */
  now: number
}

/** The token with this hash, locked until the transaction's end together with its session, so that it is used once. */
export async function lockToken(tx: Db, hash: string): Promise<FoundToken | undefined> {
  const { rows } = await tx.execute<FoundToken & Record<string, unknown>>(sql`
    SELECT ${sessions.id} AS "sessionId", u.id AS "userId", u.name AS "userName", u.disabled_at IS NULL AND ${isLive} AS alive,
           CASE WHEN t.consumed_at IS NULL THEN 'never'
                WHEN t.consumed_at > now() - interval '10 seconds' THEN 'just now'
                ELSE 'long ago' END AS used,
           floor(extract(epoch FROM now()))::int8 AS now
    FROM ${refreshTokens} t JOIN ${sessions} ON ${sessions.id} = t.session_id JOIN ${users} u ON u.id = ${sessions.userId}
    WHERE t.hash = ${hash}
    FOR UPDATE OF t, sessions`)
  return rows[0]
}

/** Uses the token up and puts its successor in its place. */
export async function replaceToken(tx: Db, sessionId: string, used: string, successor: string): Promise<void> {
  await tx.update(refreshTokens).set({ consumedAt: sql`now()` }).where(eq(refreshTokens.hash, used))
  await tx.update(sessions).set({ lastUsedAt: sql`now()` }).where(eq(sessions.id, sessionId))
  await insertToken(tx, sessionId, successor)
}

export async function insertToken(tx: Db, sessionId: string, hash: string): Promise<void> {
  await tx.insert(refreshTokens).values({ hash, sessionId })
}

/** Those of the hashes that belong to tokens we gave. */
export async function knownHashes(tx: Db, hashes: string[]): Promise<string[]> {
  const rows = await tx.select({ hash: refreshTokens.hash }).from(refreshTokens).where(inArray(refreshTokens.hash, hashes))
  return rows.map(({ hash }) => hash)
}
