import { eq, sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import type { Db } from '../../db/client.ts'
import { loginAttempts } from '../../db/schema/login-attempts.ts'

/**
 * Notes a try before its password is checked: parallel tries then see each other, whatever node they run on. Old ones go.
 * Its own statement, not a part of a longer transaction, in which others would not see it.
 */
export async function noteAttempt(db: Db, account: string, address: string): Promise<string> {
  const id = newId()
  await db.execute(sql`
    WITH outdated AS (SELECT id FROM ${loginAttempts} WHERE at <= now() - interval '1 minute' LIMIT 100 FOR UPDATE SKIP LOCKED),
         gone AS (DELETE FROM ${loginAttempts} WHERE id IN (SELECT id FROM outdated))
    INSERT INTO ${loginAttempts} (id, account, address) VALUES (${id}, lower(${account}), ${address})`)
  return id
}

/** A try that did not fail is not counted. */
export async function forgetAttempt(db: Db, id: string): Promise<void> {
  await db.delete(loginAttempts).where(eq(loginAttempts.id, id))
}

/** Seconds until fewer than `allowed` others of the last minute stand against account and address; undefined when it is so now. */
export async function secondsToWait(db: Db, id: string, allowed: number): Promise<number | undefined> {
  const { rows } = await db.execute<{ seconds: number | null }>(sql`
    SELECT max(ceil(extract(epoch FROM blocking.at + interval '1 minute' - now())))::int AS seconds
    FROM ${loginAttempts} own
    CROSS JOIN LATERAL (
      (${oldestThatBlocks('account', allowed)}) UNION ALL (${oldestThatBlocks('address', allowed)})
    ) blocking
    WHERE own.id = ${id}`)
  return rows[0]?.seconds ?? undefined
}

function oldestThatBlocks(key: 'account' | 'address', allowed: number) {
  const column = sql.identifier(key)
  return sql`
    SELECT other.at FROM ${loginAttempts} other
    WHERE other.${column} = own.${column} AND other.at > now() - interval '1 minute' AND other.id <> own.id
    ORDER BY other.at DESC OFFSET ${allowed - 1} LIMIT 1`
}
