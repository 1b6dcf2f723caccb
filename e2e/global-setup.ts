import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { folderMediaStore } from '../apps/api/src/adapters/folder-media-store.ts'
import { buildApp } from '../apps/api/src/app.ts'
import { freePort } from '../apps/api/src/db/embedded-server.ts'
import { prepareDatabase } from '../apps/api/src/db/prepare-database.ts'
import { seedDemo } from '../apps/api/src/demo/seed.ts'
import { loadWebBuild } from '../apps/api/src/pages/web-build.ts'
import { setup as startDatabase } from '../apps/api/test/global-setup.ts'
import { testConfig } from '../apps/api/test/test-app.ts'
import { launchBrowser } from './support/launch-browser.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the app with the demo's content listens; its public origin. */
    siteUrl: string
    /** Of every demo account. */
    demoPassword: string
    /** The running Chromium, for `chromium.connect()`. */
    browserEndpoint: string
  }
}

const demoPassword = 'mật khẩu của bản thử'

/** One database with the demo's content, one app that serves the built web, and one browser for the run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const stopDatabase = await startDatabase(project)
  const browser = await launchBrowser()
  const site = await startSite(project.getProvidedContext().databaseServerUrl)
  project.provide('siteUrl', site.url)
  project.provide('demoPassword', demoPassword)
  project.provide('browserEndpoint', browser.wsEndpoint())
  return async () => {
    await browser.close()
    await site.stop()
    await stopDatabase()
  }
}

async function startSite(databaseUrl: string) {
  const port = await freePort()
  const config = { ...testConfig, port, host: 'localhost', publicUrl: `http://localhost:${port}` }
  const web = await loadWebBuild(fileURLToPath(new URL('../apps/web/dist', import.meta.url)))
  const server = { url: databaseUrl, directUrl: databaseUrl, stop: async () => undefined }
  const database = await prepareDatabase(server, { host: 'localhost', timeZone: config.timeZone, log: () => undefined })
  const mediaFolder = await mkdtemp(join(tmpdir(), 'bantin-e2e-'))
  const mediaStore = folderMediaStore(mediaFolder)
  await seedDemo({ db: database.db, mediaStore, password: demoPassword })
  const app = await buildApp({ config, database, mediaStore, web })
  // As for the other tests: that is the machine, with all of them on it.
  app.isPressed = () => false
  await app.listen({ host: config.host, port })
  return {
    url: config.publicUrl,
    stop: async () => {
      await app.close()
      await database.close()
      await rm(mediaFolder, { recursive: true })
    },
  }
}
