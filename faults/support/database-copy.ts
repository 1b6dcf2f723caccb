import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject, onTestFinished } from 'vitest'

/**
 * A copy of a database as it is at this moment, for whoever puts it back later; answers its address. Everybody who is on the original is
 * cut off, and comes again. It is dropped after the test.
 */
export async function copyDatabase(url: string): Promise<string> {
  const original = new URL(url).pathname.slice(1)
  const copy = `test_${randomBytes(6).toString('hex')}`
  await onServer(
    `ALTER DATABASE ${original} ALLOW_CONNECTIONS false`,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${original}'`,
    `CREATE DATABASE ${copy} TEMPLATE ${original} STRATEGY file_copy`,
    `ALTER DATABASE ${original} ALLOW_CONNECTIONS true`,
  )
  onTestFinished(() => onServer(`DROP DATABASE ${copy} WITH (FORCE)`))
  return url.replace(/[^/]*$/, copy)
}

async function onServer(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: inject('databaseServerUrl') })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}
