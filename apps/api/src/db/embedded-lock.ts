import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

/** Held by the process that may stop the server: a session of the database, so it dies with its process however that ends. */
export type ClusterLock = pg.Client

const lockKey = 7_030_218_406

/**
 * The lock of a running cluster as an open session, or the number of the process that holds it. `wait`: up to 3 s, because the
 * session of a killed process ends a moment after it. Throws the driver's error when the server goes away.
 */
export async function takeLock(url: string, wait: boolean): Promise<ClusterLock | { holder: string }> {
  const client = new pg.Client({ connectionString: url, application_name: `bantin ${process.pid}`, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    for (let attempt = 0; attempt < (wait ? 30 : 1); attempt++) {
      const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [lockKey])
      if (rows[0]?.taken) return client
      await pause(100)
    }
    const holder = await holderOf(client)
    await client.end()
    return { holder }
  } catch (error) {
    await client.end().catch(() => undefined)
    throw error
  }
}

async function holderOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT application_name AS name FROM pg_locks JOIN pg_stat_activity USING (pid)
     WHERE locktype = 'advisory' AND granted AND (classid::bigint << 32 | objid::bigint) = $1`,
    [lockKey],
  )
  return rows[0]?.name.replace('bantin ', '') ?? 'unknown'
}
