import type { BrowserContext } from 'playwright-core'

/** Collects, as lines, all that a page in order does not do. The list grows while the pages of the context live. */
export function listenForNoise(context: BrowserContext, siteUrl: string): string[] {
  const noise: string[] = []
  context.on('console', (message) => noise.push(`console ${message.type()}: ${message.text()}`))
  context.on('weberror', (error) => noise.push(`error: ${error.error().message}`))
  context.on('request', (request) => {
    const isOwn = request.url().startsWith(`${siteUrl}/`) || /^(data|blob):/.test(request.url())
    if (!isOwn) noise.push(`foreign request: ${request.url()}`)
  })
  context.on('requestfailed', (request) => {
    // What was still on its way when the page was left or closed.
    const reason = request.failure()?.errorText ?? ''
    if (reason !== 'net::ERR_ABORTED') noise.push(`failed request: ${request.url()} ${reason}`)
  })
  return noise
}
