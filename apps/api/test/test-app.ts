import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { folderMediaStore } from '../src/adapters/folder-media-store.ts'
import type { MediaStore } from '../src/adapters/media-store.ts'
import { type AppParts, buildApp } from '../src/app.ts'
import type { Config } from '../src/config.ts'
import { type Database, openDatabase } from '../src/db/client.ts'
import { ensureSite } from '../src/db/ensure-site.ts'
import { checkAnswers } from './check-answers.ts'
import { createTestDatabase } from './test-database.ts'

export interface TestApp {
  app: FastifyInstance
  database: Database
  databaseUrl: string
  mediaStore: MediaStore
  /** Where files are while they come in. */
  uploads: string
  close(): Promise<void>
}

type Given = Pick<AppParts, 'logger' | 'web' | 'prepare'> & { onError?: (error: Error) => void; isPatient?: boolean }

export const testConfig: Config = {
  port: 0,
  host: '127.0.0.1',
  publicUrl: 'http://localhost:3000',
  databaseUrl: undefined,
  databaseDirectUrl: undefined,
  dataDir: tmpdir(),
  mediaS3Url: undefined,
  secrets: ['a secret of the tests, 32 characters or more'],
  trustedProxies: [],
  role: 'all',
  metricsToken: undefined,
  smtpUrl: undefined,
  mailFrom: 'ban-tin@localhost',
  outgoingHosts: [],
  demo: false,
  demoPassword: undefined,
  timeZone: 'Asia/Ho_Chi_Minh',
  countryDatabase: undefined,
  hitsKeptDays: 90,
  cacheMegabytes: 64,
  cdnPurge: undefined,
  limitsReads: true,
  logLevel: 'silent',
}

/**
 * The app we ship on a database of its own. Every answer is held against the route's schema. One for each test file. It waits longer than
 * usual for what is slow, because that is the machine, with all the other tests on it; `isPatient: false` for tests of how long it waits.
 */
export async function createTestApp(
  overrides: Partial<Config> = {},
  { onError = fail, isPatient = true, ...more }: Given = {},
): Promise<TestApp> {
  const own = await createTestDatabase()
  const database = await openDatabase({ url: own.url, onError, patience: isPatient ? 8 : 1 })
  const dataDir = await mkdtemp(join(tmpdir(), 'bantin-data-'))
  const config = { ...testConfig, dataDir, ...overrides }
  await ensureSite(database.db, { host: new URL(config.publicUrl).hostname, timeZone: config.timeZone })
  const mediaStore = folderMediaStore(join(dataDir, 'media'))
  const app = await buildApp({
    config,
    database,
    mediaStore,
    prepare: checkAnswers,
    longestHandler: isPatient ? 64_000 : undefined,
    ...more,
  })
  await app.ready()
  if (isPatient) app.isPressed = () => false
  return {
    app,
    database,
    databaseUrl: own.url,
    mediaStore,
    uploads: join(config.dataDir, 'uploads'),
    close: async () => {
      await app.close()
      await database.close()
      await own.drop()
      await rm(dataDir, { recursive: true })
    },
  }
}

function fail(error: Error): never {
  throw error
}
