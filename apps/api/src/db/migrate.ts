import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'
import { migrate as applyMigrations } from 'postgres-migrations'
import { StartError } from '../lib/start-error.ts'

export interface MigrateOptions {
  /** Default: the application's own migrations. */
  folder?: string
  log?: (line: string) => void
}

/**
 * Applies the migration files that the database has not had, each in a transaction, under an advisory lock on which a second
 * process waits. Needs a direct connection: a transaction pooler keeps no lock. Returns the names of the files applied.
 * Throws StartError with one line when a file fails, was changed, is missing or came late, or when the database is newer.
 */
export async function migrate(directUrl: string, { folder = ownMigrations, log }: MigrateOptions = {}): Promise<string[]> {
  await checkFileNames(folder)
  const client = new pg.Client({ connectionString: directUrl, connectionTimeoutMillis: 10_000, application_name: 'bantin migrate' })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await checkEncoding(client)
    // A limit set for the application's role is no limit for building an index.
    await client.query('SET statement_timeout = 0')
    const applied = (await applyMigrations({ client }, folder)).filter(({ id }) => id !== ownTableOfTheLibrary)
    await refuseNewer(client, folder)
    if (folder === ownMigrations) await migrateJobs(directUrl)
    for (const { fileName } of applied) log?.(`Applied migration ${fileName}`)
    return applied.map(({ fileName }) => fileName)
  } catch (error) {
    throw error instanceof StartError ? error : new StartError(describe(error))
  } finally {
    await client.end().catch(() => undefined)
  }
}

const ownMigrations = fileURLToPath(new URL('../../migrations', import.meta.url))

const ownTableOfTheLibrary = 0

/** The job queue keeps its tables in a schema of its own, and its versions of them. */
async function migrateJobs(connectionString: string): Promise<void> {
  const pgPool = new pg.Pool({ connectionString, max: 1 })
  // A server that is stopped right afterwards tells sessions that are still on their way out, and their work is done.
  pgPool.on('error', () => undefined)
  pgPool.on('connect', (client) => client.on('error', () => undefined))
  try {
    await runMigrations({ pgPool, logger: new Logger(() => () => undefined) })
  } finally {
    await pgPool.end()
  }
}

/** The library would run a .js file and read `1_x.sql` and `0001_x.sql` alike. */
async function checkFileNames(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true })
  const strange = entries.find((entry) => entry.isFile() && !/^\d{4}_[a-z0-9_-]+\.sql$/.test(entry.name))
  if (strange) throw new StartError(`The migration ${strange.name} is not named NNNN_name.sql.`)
  if (!entries.some((entry) => entry.isFile())) throw new StartError(`There are no migrations in ${folder}.`)
}

async function checkEncoding(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ server_encoding: string }>('SHOW server_encoding')
  const encoding = rows[0]?.server_encoding
  if (encoding !== 'UTF8')
    throw new StartError(`The database is ${encoding}, not UTF8: Bản Tin needs a database made with ENCODING 'UTF8'.`)
}

/** Asked last, when another process that brought newer files has finished too. */
async function refuseNewer(client: pg.Client, folder: string): Promise<void> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql'))
  const { rows } = await client.query<{ newest: number }>('SELECT max(id) AS newest FROM migrations')
  const newest = rows[0]?.newest ?? 0
  if (newest > files.length) {
    throw new StartError(
      `The database is newer than this Bản Tin (migration ${newest}, known are ${files.length}): start the version that it was last used with, or a later one.`,
    )
  }
}

function describe(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return `The database could not be migrated: ${message.replace(/\s*\n\s*/g, ' ').replace('Migration failed. Reason: ', '')}`
}
