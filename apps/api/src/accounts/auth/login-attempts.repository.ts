import { eq, sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../db/client.ts'
import { loginAttempts } from '../../db/schema/login-attempts.ts'

/**
 * Notes a try before its password is checked: parallel tries then see each other, whatever node they run on. Old ones go.
 * Its own statement, not a part of a longer transaction, in which others would not see it.
 */
export async function noteAttempt(db: Db, account: string, address: string): Promise<string> {
  const id = uuidv7()
  await db.execute(sql`
    WITH outdated AS (SELECT id FROM ${loginAttempts} WHERE at <= now() - interval '1 minute' LIMIT 100 FOR UPDATE SKIP LOCKED),
         gone AS (DELETE FROM ${loginAttempts} WHERE id IN (SELECT id FROM outdated))
    INSERT INTO ${loginAttempts} (id, account, address) VALUES (${id}, lower(${account}), ${address})`)
  return id
}

/** From now on the try stands against account and address for what it was. */
export async function countAttempt(db: Db, id: string): Promise<void> {
  await db.update(loginAttempts).set({ failed: true }).where(eq(loginAttempts.id, id))
}

/** A try that did not fail is not counted. */
export async function forgetAttempt(db: Db, id: string): Promise<void> {
  await db.delete(loginAttempts).where(eq(loginAttempts.id, id))
}

/**
 * Seconds until fewer than `allowed` other tries of the last minute stand against account and address; undefined when it is so now.
 * Running ones count, or many at once would get by; but they may turn out well, so for them it is a second.
 */
export async function secondsToWait(db: Db, id: string, allowed: number): Promise<number | undefined> {
  const { rows } = await db.execute<{ seconds: number | null }>(sql`
    SELECT max(ceil(extract(epoch FROM blocking.at + interval '1 minute' - now())))::int AS seconds
    FROM ${loginAttempts} own
    CROSS JOIN LATERAL (
      (${oldestThatBlocks('account', allowed)}) UNION ALL (${oldestThatBlocks('address', allowed)}) UNION ALL
      (${runningThatBlock('account', allowed)}) UNION ALL (${runningThatBlock('address', allowed)})
    ) blocking
    WHERE own.id = ${id}`)
  return rows[0]?.seconds ?? undefined
}

type Key = 'account' | 'address'

function oldestThatBlocks(key: Key, allowed: number) {
  return sql`SELECT other.at ${others(key)} AND other.failed ORDER BY other.at DESC OFFSET ${allowed - 1} LIMIT 1`
}

function runningThatBlock(key: Key, allowed: number) {
  return sql`SELECT now() - interval '59 seconds' ${others(key)} OFFSET ${allowed - 1} LIMIT 1`
}

function others(key: Key) {
  const column = sql.identifier(key)
  return sql`FROM ${loginAttempts} other
    WHERE other.${column} = own.${column} AND other.at > now() - interval '1 minute' AND other.id <> own.id`
}
