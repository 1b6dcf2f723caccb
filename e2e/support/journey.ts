import { randomInt } from 'node:crypto'
import type { Page, Request } from 'playwright-core'
import { expect } from 'vitest'
import type { Database } from '../../apps/api/src/db/client.ts'
import { openPage, type PageOptions } from './open-page.ts'

export interface Journey {
  page: Page
  /** The ids of all hits that were sent, each once, from all tabs. */
  sent: string[]
  /** Waits until so many hits were sent and all of them answered; answers what is stored of them, in the order of sending. */
  stored(count: number): Promise<string[]>
}

/** Headers that a browser sends with everything, or what else is a context's. */
type JourneyOptions = Pick<PageOptions, 'expected'> & { headers?: Record<string, string> }

/**
 * A reader with a browser of their own whose views reach the database. Of a view it says the address, and before it whether it is a visit:
 * `visit /don-vi from search.example`, or for somebody who asked not to be tracked `visit / of nobody`.
 */
export async function startJourney(database: Database, { expected = [], headers = {} }: JourneyOptions = {}): Promise<Journey> {
  // No two are the same visitor: one of them makes twenty visits in half an hour at the most.
  const userAgent = `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36 reader/${randomInt(2 ** 47)}`
  const page = await openPage({ counted: true, expected, context: { userAgent, extraHTTPHeaders: headers } })
  const sent: string[] = []
  const open = new Set<Request>()
  const isHit = (request: Request) => request.url().endsWith('/analytics/hits')
  page.context().on('request', (request) => {
    if (!isHit(request)) return
    const { id } = request.postDataJSON() as { id: string }
    if (!sent.includes(id)) sent.push(id)
    open.add(request)
  })
  page.context().on('requestfinished', (request) => open.delete(request))
  page.context().on('requestfailed', (request) => open.delete(request))
  const stored = async (count: number): Promise<string[]> => {
    await expect.poll(() => sent.length).toBeGreaterThanOrEqual(count)
    // What would be sent besides is sent by now: all that a page does upon something it does before it draws the next picture.
    for (const tab of page.context().pages())
      await tab.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))))
    await expect.poll(() => open.size).toBe(0)
    expect(sent).toHaveLength(count)
    return await readHits(database, sent)
  }
  return { page, sent, stored }
}

async function readHits({ db }: Database, ids: string[]): Promise<string[]> {
  const { rows } = await db.execute<{ said: string }>(`
    SELECT concat(CASE WHEN visit THEN 'visit ' ELSE 'view ' END, coalesce(path, '/bai-viet/' || a.slug),
      ' from ' || referrer_host, CASE WHEN visitor IS NULL THEN ' of nobody' END) AS said
    FROM unnest('{${ids.join(',')}}'::uuid[]) WITH ORDINALITY AS sent (id, place)
      JOIN hits h ON h.id = sent.id LEFT JOIN articles a ON a.id = h.article_id
    ORDER BY place`)
  return rows.map(({ said }) => said)
}

/** The page believes that it is in the background, or being prepared, until it is shown. To be called before it is opened. */
export async function keepHidden(page: Page): Promise<{ show(): Promise<void> }> {
  await page.addInitScript(() => {
    let state: DocumentVisibilityState = 'hidden'
    Object.defineProperty(document, 'visibilityState', { get: () => state })
    addEventListener('shown', () => {
      state = 'visible'
      document.dispatchEvent(new Event('visibilitychange'))
    })
  })
  return { show: () => page.evaluate(() => void dispatchEvent(new Event('shown'))) }
}
