import type { Pool } from 'pg'

type Reader = Pick<Pool, 'query'>

/** Has work done on a connection of the pool that sees one moment, however long all of it takes; each statement has the usual limit. */
export function openSnapshots(pool: Pool) {
  return async <T>(work: (db: Reader) => Promise<T>): Promise<T> => {
    const client = await pool.connect()
    let isWhole = false
    try {
      await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL idle_in_transaction_session_timeout = '60s'")
      const result = await work(client as Reader)
      await client.query('COMMIT')
      isWhole = true
      return result
    } finally {
      // What failed is ended with its connection.
      client.release(!isWhole)
    }
  }
}
