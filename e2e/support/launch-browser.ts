import chromium from '@sparticuz/chromium'
import { type BrowserServer, chromium as playwright } from 'playwright-core'

/** Starts one Chromium that test files connect to by its `wsEndpoint()`. It needs no system install. */
export async function launchBrowser(): Promise<BrowserServer> {
  return playwright.launchServer({
    executablePath: await chromium.executablePath(),
    headless: true,
    // Tests also run as root, where Chromium has no sandbox. Its package's other flags are for a platform that is not ours.
    args: ['--no-sandbox', '--font-render-hinting=none'],
  })
}
