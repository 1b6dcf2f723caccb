import type { Hit } from '@bantin/shared/analytics'
import type { QueryClient } from '@tanstack/react-query'
import { isPassing } from '../../lib/api-error.ts'
import { apiOf } from '../../lib/query-client.ts'
import { countsKey, sendHeartbeat, sendHit } from './analytics.api.ts'
import { cameFromOutside, foreignReferrer } from './arrival.ts'
import { randomHitId } from './hit-id.ts'
import { type Navigations, watchNavigations } from './navigations.ts'

/** What a page shows once it has found its content. */
export interface View {
  path: string
  articleId?: string
}

export interface PageViews extends Pick<Navigations, 'current' | 'subscribe'> {
  /** Counts the view of a navigation, once however often it is reported. */
  report(navigation: number, view: View): void
  stop(): void
}

const heartbeatEvery = 60_000
const retryAfter = 5_000
/** The counters that the API gives are at most this old. */
const countersAge = 10_000

/** Sends one hit for each committed navigation and a heartbeat a minute while the page is visible. One for each page load. */
export function createPageViews(client: QueryClient): PageViews {
  const api = apiOf(client)
  const navigations = watchNavigations()
  let counted = 0
  const report = (navigation: number, view: View): void => {
    // A page that is about to leave may still report under the number of the next one.
    if (navigation <= counted || view.path !== location.pathname) return
    const entry = counted === 0 && cameFromOutside()
    counted = navigation
    const hit = hitOf(view, entry)
    void whenVisible()
      .then(() => sendOnceMore(() => sendHit(api, hit)))
      .then(() => refreshCounts(client))
      .catch(ignore)
  }
  const heartbeats = setInterval(() => {
    if (document.visibilityState === 'visible') sendHeartbeat(api).catch(ignore)
  }, heartbeatEvery)
  const stop = (): void => {
    clearInterval(heartbeats)
    navigations.stop()
  }
  return { current: navigations.current, subscribe: navigations.subscribe, report, stop }
}

function hitOf({ path, articleId }: View, entry: boolean): Hit {
  const referrer = entry ? foreignReferrer() : undefined
  return { id: randomHitId(), ...(articleId ? { articleId } : { path }), entry, ...(referrer ? { referrer } : {}) }
}

/** A page opened in the background, or prepared ahead by the browser, is viewed when it comes to the front. */
function whenVisible(): Promise<void> {
  if (document.visibilityState === 'visible') return Promise.resolve()
  return new Promise((resolve) => {
    const onChange = (): void => {
      if (document.visibilityState !== 'visible') return
      document.removeEventListener('visibilitychange', onChange)
      resolve()
    }
    document.addEventListener('visibilitychange', onChange)
  })
}

/** The same hit id makes the second sending harmless. */
async function sendOnceMore(send: () => Promise<void>): Promise<void> {
  try {
    await send()
  } catch (error) {
    if (!isPassing(error)) throw error
    await new Promise((resolve) => setTimeout(resolve, retryAfter))
    await send()
  }
}

function refreshCounts(client: QueryClient): void {
  const refresh = () => void client.invalidateQueries({ queryKey: countsKey })
  refresh()
  setTimeout(refresh, countersAge)
}

/** Counting never disturbs reading. */
function ignore(): void {}
