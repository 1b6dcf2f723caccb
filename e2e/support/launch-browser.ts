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
  })
}
