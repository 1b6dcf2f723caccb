import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { expect, inject, onTestFinished } from 'vitest'
import { listenForNoise } from './noise.ts'

export interface PageOptions {
  viewport?: { width: number; height: number }
  colorScheme?: 'light' | 'dark'
  javaScript?: boolean
  /** Let this reader's views reach the counters. Otherwise they are dropped as a bot's, so that a test can count exactly. */
  counted?: boolean
  /** Parts of messages that this test provokes on purpose. */
  expected?: string[]
  /** Further options of the browser's context. */
  context?: BrowserContextOptions
}

/** Headless browsers are bots to the counters; this one is a reader's. */
const userAgent = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36'
/** Its views are acknowledged and dropped. Stopping them on their way would cost each page the browser's cache. */
const uncountedAgent = `${userAgent} (like a bot)`

/**
 * A fresh page of a reader who was never here, with relative addresses at the site. The running test fails when the page says anything on
 * the console, throws, asks another host, or loads something in vain.
 */
export async function openPage(options: PageOptions = {}): Promise<Page> {
  const { viewport = { width: 1280, height: 800 }, colorScheme = 'light', javaScript = true, expected: provoked = [] } = options
  const expected = [...provoked]
  const context = await (await browser()).newContext({
    baseURL: inject('siteUrl'),
    viewport,
    colorScheme,
    javaScriptEnabled: javaScript,
    locale: 'vi-VN',
    userAgent: options.counted ? userAgent : uncountedAgent,
    ...options.context,
  })
  // A bound for what hangs, as the tests' own are.
  context.setDefaultTimeout(90_000)
  const noise = listenForNoise(context, inject('siteUrl'))
  // How Chromium reports the scripts that it was told not to load.
  if (!javaScript) expected.push('.js csp')
  onTestFinished(async () => {
    await context.close()
    expect(noise.filter((line) => !expected.some((part) => line.includes(part)))).toEqual([])
  })
  return context.newPage()
}

let connected: Promise<Browser> | undefined

/** One connection for each process of tests, which files share; it ends with the process. */
function browser(): Promise<Browser> {
  connected ??= chromium.connect(inject('browserEndpoint'))
  return connected
}
