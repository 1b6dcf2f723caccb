import { statfs } from 'node:fs/promises'
import { type BrowserServer, chromium } from 'playwright-core'
import { chromiumFiles } from './chromium-files.ts'

/** Starts one Chromium that test files connect to by its `wsEndpoint()`. */
export async function launchBrowser(): Promise<BrowserServer> {
  const { executable, env } = await chromiumFiles()
  return chromium.launchServer({
    executablePath: executable,
    env: { ...process.env, ...env },
    headless: true,
    // Tests also run as root, where Chromium has no sandbox. The package's other flags are for a platform that is not ours.
    args: ['--no-sandbox', '--font-render-hinting=none'],
    ignoreDefaultArgs: (await hasSharedMemory()) ? ['--disable-dev-shm-usage'] : [],
  })
}

/** What its processes hand each other lies in memory then, else in files. A container has 64 MB for that, of which Chromium would die. */
async function hasSharedMemory(): Promise<boolean> {
  const { bavail, bsize } = await statfs('/dev/shm').catch(() => ({ bavail: 0, bsize: 0 }))
  return bavail * bsize > 2 ** 30
}
