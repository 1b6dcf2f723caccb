import { eq, type SQL, sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../db/client.ts'
import { type AttemptKind, loginAttempts } from '../../db/schema/login-attempts.ts'

/** Who tries what. `account`: an e-mail in whatever capitals, or a user's id. `address`: what `addressKey` makes of the trusted one. */
export interface Attempt {
  kind: AttemptKind
  account: string
  address: string
}

/** For how many seconds a try counts, and how many may count against an account and against an address. */
interface Allowance {
  seconds: number
  account?: number
  address?: number
  /** Whether tries that are running count as well. */
  countsRunning: boolean
}

const minute = 60
const hour = 3600

const allowances: Record<AttemptKind, Allowance> = {
  password: { seconds: minute, account: 10, address: 10, countsRunning: true },
  // Whoever has the password must not get through a million codes.
  code: { seconds: hour, account: 10, countsRunning: true },
  own_password: { seconds: minute, account: 10, address: 10, countsRunning: true },
  own_code: { seconds: hour, account: 10, countsRunning: true },
  forgotten: { seconds: hour, account: 5, address: 20, countsRunning: true },
  // Each is mailed to the person.
  link: { seconds: hour, account: 5, countsRunning: true },
  // Too long to be guessed; and many with the right one at once are told that one of them was first.
  setup: { seconds: hour, address: 10, countsRunning: false },
}

/**
 * Notes a try before what was given is checked: parallel tries then see each other, whatever node they run on. Old ones go.
 * Its own statement, not a part of a longer transaction, in which others would not see it.
 */
export async function noteAttempt(db: Db, { kind, account, address }: Attempt): Promise<string> {
  const id = uuidv7()
  await db.execute(sql`
    WITH outdated AS (SELECT id FROM ${loginAttempts} WHERE ${isOutdated} LIMIT 100 FOR UPDATE SKIP LOCKED),
         gone AS (DELETE FROM ${loginAttempts} WHERE id IN (SELECT id FROM outdated))
    INSERT INTO ${loginAttempts} (id, kind, account, address) VALUES (${id}, ${kind}, lower(${account}), ${address})`)
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
 * Seconds until fewer other tries of this kind than are allowed stand against account and address; undefined when it is so now.
 * Running ones count, or many at once would get by; but they may turn out well, so for them it is a second.
 */
export async function secondsToWait(db: Db, id: string, kind: AttemptKind): Promise<number | undefined> {
  const { seconds: window, countsRunning, ...keys } = allowances[kind]
  const blocking = (['account', 'address'] as const).flatMap((key) => {
    const allowed = keys[key]
    if (allowed === undefined) return []
    const failed = oldestThatBlocks(key, allowed, window)
    return countsRunning ? [failed, runningThatBlock(key, allowed, window)] : [failed]
  })
  const { rows } = await db.execute<{ seconds: number | null }>(sql`
    SELECT max(ceil(extract(epoch FROM blocking.at + ${secondsOf(window)} - now())))::int AS seconds
    FROM ${loginAttempts} own
    CROSS JOIN LATERAL (${sql.join(blocking, sql` UNION ALL `)}) blocking
    WHERE own.id = ${id}`)
  return rows[0]?.seconds ?? undefined
}

type Key = 'account' | 'address'

function oldestThatBlocks(key: Key, allowed: number, window: number): SQL {
  return sql`(SELECT other.at ${others(key, window)} AND other.failed ORDER BY other.at DESC OFFSET ${allowed - 1} LIMIT 1)`
}

function runningThatBlock(key: Key, allowed: number, window: number): SQL {
  return sql`(SELECT now() - ${secondsOf(window - 1)} ${others(key, window)} OFFSET ${allowed - 1} LIMIT 1)`
}

function others(key: Key, window: number): SQL {
  const column = sql.identifier(key)
  return sql`FROM ${loginAttempts} other
    WHERE other.${column} = own.${column} AND other.kind = own.kind AND other.at > now() - ${secondsOf(window)} AND other.id <> own.id`
}

function secondsOf(seconds: number): SQL {
  return sql.raw(`interval '${seconds} seconds'`)
}

/** No try of any kind goes while it counts; the first condition is for the index. */
const isOutdated = sql.join(
  [
    sql`at <= now() - ${secondsOf(minute)}`,
    ...Object.entries(allowances).map(([kind, { seconds }]) => sql`NOT (kind = ${kind} AND at > now() - ${secondsOf(seconds)})`),
  ],
  sql` AND `,
)

/** Deletes what counts no more, at most so many rows: an address is not kept longer because nobody tries. */
export function deletionOfAttempts(limit: number): SQL {
  return sql`DELETE FROM ${loginAttempts} WHERE id IN (
    SELECT id FROM ${loginAttempts} WHERE ${isOutdated} LIMIT ${limit} FOR UPDATE SKIP LOCKED)`
}
