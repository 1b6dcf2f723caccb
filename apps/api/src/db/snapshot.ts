import type { Pool } from 'pg'
import type { Snapshot } from './client.ts'

/** Work on a connection of the pool that sees one moment, however long it takes. Its statements are each as short as any. */
export function openSnapshots(pool: Pool): Snapshot {
  return async (work) => {
    const client = await pool.connect()
    let isWhole = false
    try {
      await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL idle_in_transaction_session_timeout = '60s'")
      const result = await work(client as Pick<Pool, 'query'>)
      await client.query('COMMIT')
      isWhole = true
      return result
    } finally {
      // What failed is ended with its connection.
      client.release(!isWhole)
    }
  }
}
