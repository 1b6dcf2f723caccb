import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { inject } from 'vitest'

export interface WatchedPage {
  page: Page
  /** What ran, was asked of others, or was stopped by the page's policy: one line each. */
  seen: string[]
  close(): Promise<void>
}

/** One pixel. */
const picture = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

/**
 * A page that notes whatever hostile text gets done. Without its policy, what is not escaped runs; with it, what is not escaped is
 * reported. Files of the media library are answered with a pixel.
 */
export async function openWatched(siteUrl: string, { withPolicy }: { withPolicy: boolean }): Promise<WatchedPage> {
  const browser = await chromium.connect(inject('browserEndpoint'))
  const context = await browser.newContext({ baseURL: siteUrl, locale: 'vi-VN', bypassCSP: !withPolicy })
  const seen: string[] = []
  await watch(context, siteUrl, seen)
  return { page: await context.newPage(), seen, close: () => browser.close() }
}

async function watch(context: BrowserContext, siteUrl: string, seen: string[]): Promise<void> {
  await context.exposeBinding('canary', ({ frame }) => void seen.push(`ran in ${frame.url()}`))
  await context.exposeBinding('violated', (_source, words: string) => void seen.push(`stopped: ${words}`))
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      const { violated } = globalThis as unknown as { violated(words: string): void }
      violated(`${effectiveDirective} ${blockedURI} ${sample}`)
    })
  })
  context.on('dialog', (dialog) => {
    seen.push(`asked: ${dialog.message()}`)
    void dialog.dismiss()
  })
  context.on('weberror', (error) => seen.push(`threw: ${error.error().message}`))
  context.on('page', (page) => page.on('popup', (popup) => seen.push(`opened: ${popup.url()}`)))
  context.on('request', (request) => {
    if (!request.url().startsWith(`${siteUrl}/`) && !request.url().startsWith('data:')) seen.push(`requested: ${request.url()}`)
  })
  await context.route('https://canary.example/**', (route) => route.abort())
  await context.route('**/media/**', (route) => route.fulfill({ contentType: 'image/gif', body: picture }))
}

/** What stands in the document that text must never become: handlers, scripts, frames, addresses that run. One line each. */
export function strangers(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const addresses = ['href', 'src', 'action', 'formaction', 'data', 'srcdoc', 'xlink:href', 'poster']
    const runs = (value: string) => !/^(https?|mailto|tel|data):$/.test(new URL(value, location.href).protocol)
    // The site's own search is the one form that leads somewhere.
    const form = 'form[action]:not([action="/tim-kiem"], [action="/en/tim-kiem"])'
    const foreign = `iframe, object, embed, base, template, style, math, ${form}, meta[http-equiv], script:not([type]):not([src])`
    const found: string[] = [...document.querySelectorAll(foreign)].map((element) => element.outerHTML.slice(0, 200))
    for (const element of document.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        const isRunning = name.startsWith('on') || (addresses.includes(name) && runs(value))
        if (isRunning) found.push(`${element.tagName} ${name}=${value.slice(0, 200)}`)
      }
    }
    return found
  })
}
