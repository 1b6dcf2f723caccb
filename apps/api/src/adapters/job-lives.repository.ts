import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

/** The connections of the job queue: one to hear of new jobs, one as its sign of life, one for each job at a time to take and finish it. */
export function openQueuePool(directUrl: string, atOnce: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: directUrl,
    max: 2 + atOnce,
    // Nobody waits for the queue: that a crowded machine takes seconds for a connection is no news.
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    query_timeout: 15_000,
    keepAlive: true,
    application_name: 'bantin jobs',
  })
  // Who uses a connection hears of its end; unheard it would end the process.
  const ignore = (): undefined => undefined
  pool.on('error', ignore)
  pool.on('connect', (client) => client.on('error', ignore))
  return pool
}

export interface Life {
  /** Resolves once the database knows that the worker lives, or when its life has ended. */
  isKnown(): Promise<void>
  end(): Promise<void>
}

interface Hearer {
  onKnown: () => void
  /** The connection broke; it is made anew. */
  onLost: (error: unknown) => void
}

// Of advisory locks with two numbers; the second is of the worker.
const lives = 20_251_128
const betweenTries = 1000
const betweenHeartbeats = 15_000

/**
 * Holds a lock in the name of the worker for as long as it lives, on a connection that ends with the process. Shared, so that a
 * connection that broke without the server's knowing keeps the next one waiting for nothing.
 */
export function beginLife(pool: pg.Pool, workerId: string, { onKnown, onLost }: Hearer): Life {
  const ending = new AbortController()
  let known = Promise.withResolvers<void>()
  async function live(): Promise<void> {
    while (!ending.signal.aborted) {
      await liveOnce(pool, workerId, ending.signal, () => {
        known.resolve()
        onKnown()
      }).catch((error: unknown) => ending.signal.aborted || onLost(error))
      known = Promise.withResolvers<void>()
      await pause(betweenTries, undefined, { signal: ending.signal }).catch(() => undefined)
    }
    known.resolve()
  }
  const living = live()
  return {
    isKnown: () => known.promise,
    end: async () => {
      ending.abort()
      await living
    },
  }
}

/** Throws when the connection cannot be made, and when it ends. */
async function liveOnce(pool: pg.Pool, workerId: string, signal: AbortSignal, onKnown: () => void): Promise<void> {
  const client = await pool.connect()
  const { promise: ended, reject } = Promise.withResolvers<never>()
  ended.catch(() => undefined)
  client.once('error', reject)
  client.once('end', () => reject(new Error('The connection that the worker lives by has ended.')))
  try {
    await client.query('SELECT pg_advisory_lock_shared($1, hashtext($2))', [lives, workerId])
    onKnown()
    for (;;) {
      await Promise.race([ended, pause(betweenHeartbeats, undefined, { signal, ref: false })])
      // A connection that broke without a word is silent for ever.
      await client.query('SELECT 1')
    }
  } finally {
    client.release(true)
  }
}

/** Gives back the jobs of workers that live no more, so that others take them at once; answers how many workers those were. */
export async function takeBackFromDead(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ dead: number }>(
    `WITH holders AS MATERIALIZED (SELECT DISTINCT locked_by AS id FROM graphile_worker.jobs WHERE locked_by IS NOT NULL),
      dead AS MATERIALIZED (SELECT id FROM holders WHERE pg_try_advisory_xact_lock($1, hashtext(id)))
    SELECT (SELECT count(*)::int FROM dead) AS dead, graphile_worker.force_unlock_workers(ARRAY(SELECT id FROM dead))`,
    [lives],
  )
  return rows[0]?.dead ?? 0
}

/** Gives back what the worker still holds. */
export async function giveBack(pool: pg.Pool, workerId: string): Promise<void> {
  await pool.query('SELECT graphile_worker.force_unlock_workers(ARRAY[$1])', [workerId])
}
