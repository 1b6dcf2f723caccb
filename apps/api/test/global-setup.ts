import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { cp, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
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

/** One PostgreSQL for the run, with a migrated template that each test file clones. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
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
  await cp(cluster.folder, restingDatabase, { recursive: true })
  const database = await startEmbedded({ dataDir, durable: false })
  project.provide('databaseServerUrl', database.url)
  project.provide('restingDatabase', restingDatabase)
  project.provide('compiledCode', join(dataDir, 'compiled'))
  return async () => {
    await database.stop()
    rmSync(dataDir, { recursive: true, force: true })
    process.off('exit', onExit)
  }
}

async function makeMigrated(dataDir: string): Promise<void> {
  const database = await startEmbedded({ dataDir, durable: false })
  await migrate(database.url)
  // Waits until the sessions that migrated are gone: the server's stop would be an error to them.
  await makeTemplate(database.url)
  await database.stop()
}

async function makeTemplate(serverUrl: string): Promise<void> {
  const server = new pg.Client({ connectionString: serverUrl })
  await server.connect()
  await server.query('CREATE DATABASE template_bantin TEMPLATE bantin')
  // A session on the template would make every clone fail.
  await server.query('ALTER DATABASE template_bantin ALLOW_CONNECTIONS false')
  await server.end()
}
