import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { cp, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { ProvidedContext } from 'vitest'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../src/db/embedded.ts'
import { ensureCluster } from '../src/db/embedded-cluster.ts'
import { programEnvironment } from '../src/db/embedded-programs.ts'
import { migrate } from '../src/db/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The test server, as its superuser; the templates `template_bantin` (migrated) and `template0` (empty) are on it. */
    databaseServerUrl: string
    /** A `DATA_DIR/postgres` whose database is migrated and unused; no server runs on it. */
    restingDatabase: string
    /** Where processes of the app leave what Node made of its files for the next ones. */
    compiledCode: string
  }
}

interface TestServer {
  provided: Pick<ProvidedContext, 'databaseServerUrl' | 'restingDatabase' | 'compiledCode'>
  stop(): Promise<void>
}

// Each project loads this file for itself: what all of them share is known by their process alone.
const run = globalThis as typeof globalThis & { testServer?: { users: number; started: Promise<TestServer> } }

/** One PostgreSQL for the run, whatever projects it is of, with a migrated template that each test file clones. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  run.testServer ??= { users: 0, started: startServer() }
  const { testServer } = run
  testServer.users += 1
  const { provided, stop } = await testServer.started
  project.provide('databaseServerUrl', provided.databaseServerUrl)
  project.provide('restingDatabase', provided.restingDatabase)
  project.provide('compiledCode', provided.compiledCode)
  return async () => {
    testServer.users -= 1
    if (testServer.users > 0) return
    delete run.testServer
    await stop()
  }
}

async function startServer(): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'bantin-test-'))
  const cluster = await ensureCluster(dataDir, false)
  const onExit = (): void => {
    // The run is cut short: nothing asynchronous happens any more.
    const { file, before } = cluster.programs.pgCtl
    spawnSync(file, [...before, 'stop', '-D', cluster.data, '-m', 'immediate', '-w', '-s'], { env: programEnvironment })
    rmSync(dataDir, { recursive: true, force: true })
  }
  process.once('exit', onExit)
  const restingDatabase = join(dataDir, 'resting')
  await makeMigrated(dataDir)
  // Before there is a template in it: every test that starts the application as a process copies it once more.
  await cp(cluster.folder, restingDatabase, { recursive: true })
  const database = await startEmbedded({ dataDir, durable: false })
  await makeTemplate(database.url)
  return {
    provided: { databaseServerUrl: database.url, restingDatabase, compiledCode: join(dataDir, 'compiled') },
    stop: async () => {
      await database.stop()
      rmSync(dataDir, { recursive: true, force: true })
      process.off('exit', onExit)
    },
  }
}

async function makeMigrated(dataDir: string): Promise<void> {
  const database = await startEmbedded({ dataDir, durable: false })
  await migrate(database.url)
  await nobodyOn(database.url)
  await database.stop()
}

/** Sessions that migrated may still be on their way out: the server's stop would be an error to them. */
async function nobodyOn(serverUrl: string): Promise<void> {
  const server = new pg.Client({ connectionString: serverUrl })
  await server.connect()
  const others = 'SELECT FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()'
  while ((await server.query(others)).rows.length > 0) await pause(20)
  await server.end()
}

async function makeTemplate(serverUrl: string): Promise<void> {
  // From elsewhere: nobody may be on what is copied.
  const server = new pg.Client({ connectionString: serverUrl.replace(/[^/]*$/, 'postgres') })
  await server.connect()
  await server.query('CREATE DATABASE template_bantin TEMPLATE bantin')
  // A session on the template would make every clone fail.
  await server.query('ALTER DATABASE template_bantin ALLOW_CONNECTIONS false')
  await server.end()
}
