import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Database } from '../../apps/api/src/db/client.ts'
import { joinEmbedded } from '../../apps/api/src/db/embedded.ts'
import { ensureCluster } from '../../apps/api/src/db/embedded-cluster.ts'
import { findPostmaster } from '../../apps/api/src/db/embedded-postmaster.ts'
import { prepareDatabase } from '../../apps/api/src/db/prepare-database.ts'
import { indexMissing } from '../../apps/api/src/publication/search/index-missing.ts'
import { type AppProcess, startApp } from './app-process.ts'
import { makeFirstDump, type Places } from './first-dump.ts'
import { importGenerated } from './import-generated.ts'
import { addOrganization, type Organization } from './organization.ts'

export interface Filled {
  url: string
  database: Database
  organization: Organization
  articles: number
  /** Articles a second that were taken in. */
  importRate: number
}

export interface Ground {
  /** For files; gone at the end. */
  folder: string
  /** Of every process of the application but where its database is. */
  env: Record<string, string> & Places
  /** The process that runs the embedded PostgreSQL, on the database `large`. */
  main: AppProcess
  postmaster: number
  small: Filled
  large: Filled
  /** Another process on that database. */
  startNode(filled: Filled, env?: Record<string, string>): Promise<AppProcess>
  end(): Promise<void>
}

const publicUrl = 'http://localhost:3000'

/** The application with its embedded PostgreSQL, and two empty databases in it. */
export interface Server extends Omit<Ground, 'small' | 'large' | 'startNode'> {
  largeUrl: string
  smallUrl: string
  startNode(database: { url: string }, env?: Record<string, string>): Promise<AppProcess>
}

export async function prepareServer(): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'bantin-bench-'))
  const dataDir = join(folder, 'var')
  const secret = randomBytes(36).toString('base64')
  const env = { DEMO: 'off', RATE_LIMIT: 'off', SECRET: secret, PUBLIC_URL: publicUrl, DATA_DIR: dataDir }
  const main = await startApp(env)
  const { url: largeUrl } = await joinEmbedded({ dataDir })
  const smallUrl = largeUrl.replace(/[^/]*$/, 'bantin_small')
  await onServer(largeUrl, "CREATE DATABASE bantin_small TEMPLATE template0 ENCODING 'UTF8'")
  const postmaster = (await findPostmaster(await ensureCluster(dataDir, true)))?.pid ?? 0
  const started: AppProcess[] = []
  return {
    ...{ folder, env, main, postmaster, largeUrl, smallUrl },
    startNode: async ({ url }, rest = {}) => {
      const node = await startApp({ ...env, ROLE: 'api', DATABASE_URL: url, ...rest })
      started.push(node)
      return node
    },
    end: async () => {
      await Promise.all(started.map((node) => node.stop()))
      await main.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The same, with `few` articles in one of them and `many` in the other. */
export async function prepareGround(few: number, many: number): Promise<Ground> {
  const { largeUrl, smallUrl, ...server } = await prepareServer()
  const [small, large] = [await fill(smallUrl, server.env, few), await fill(largeUrl, server.env, many)]
  return {
    ...server,
    ...{ small, large },
    end: async () => {
      await Promise.all([small.database.close(), large.database.close()])
      await server.end()
    },
  }
}

/** The database with its site. */
export async function openSite(url: string): Promise<Database> {
  const { hostname: host } = new URL(publicUrl)
  const server = { url, directUrl: url, stop: async () => undefined }
  return await prepareDatabase(server, { host, timeZone: 'Asia/Ho_Chi_Minh', log: () => undefined })
}

async function fill(url: string, places: Places, articles: number): Promise<Filled> {
  const database = await openSite(url)
  const organization = await addOrganization(database.db)
  console.log(`Importing ${articles} articles …`)
  const importRate = await importGenerated(database.bulk, organization, { first: 0, end: articles })
  // What the application and the server would do by themselves in the minutes after, beside what is measured.
  await indexMissing(database.background)
  await makeFirstDump(database, places)
  await onServer(url, 'VACUUM ANALYZE')
  return { url, database, organization, articles, importRate }
}

export async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(sql)
  await client.end()
}
