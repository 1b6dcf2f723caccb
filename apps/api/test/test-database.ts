import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

export interface TestDatabase {
  /** Connects as the server's superuser. */
  url: string
  /** Ends what is still connected and drops it. */
  drop(): Promise<void>
}

/** A database of the caller's own on the run's server: with all migrations applied, or `empty`. One for each test file. */
export async function createTestDatabase({ empty = false } = {}): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  // The other strategy writes all of the template into the server's log as well, and takes a fifth more of the processor.
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${empty ? "template0 ENCODING 'UTF8'" : 'template_bantin'} STRATEGY file_copy`)
  return {
    url: inject('databaseServerUrl').replace(/[^/]*$/, name),
    // A closed pool's sessions may still be on their way out, and ended by force they would report an error to it: the plain
    // command waits for them for some seconds.
    drop: () => onServer(`DROP DATABASE ${name}`).catch(() => onServer(`DROP DATABASE ${name} WITH (FORCE)`)),
  }
}

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('databaseServerUrl') })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
