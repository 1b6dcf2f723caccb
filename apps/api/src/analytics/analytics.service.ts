import type { AnalyticsSummary, Hit, VisitDays } from '@bantin/shared/analytics'
import type { Db } from '../db/client.ts'
import { findSite, type SiteRow } from '../db/find-site.ts'
import { fieldProblem } from '../errors.ts'
import { cachedFor } from '../lib/cached-for.ts'
import type { SentBy } from '../lib/caller.ts'
import type { SealPurpose } from '../lib/seal.ts'
import { readSummary } from './counters/summary.repository.ts'
import { readVisitDays } from './counters/visit-days.repository.ts'
import { createFlusher } from './hits/flusher.ts'
import { readReferrer } from './hits/referrer.ts'
import { asksForPrivacy, noiseOf } from './hits/screen.ts'
import { type Arrival, writeArrivals } from './hits/write-arrivals.ts'
import { createSiteDays } from './visitors/site-days.ts'
import type { Sender } from './visitors/visitor.ts'

export interface Analytics {
  /** Resolves when the hit is committed, or counted as noise. Throws `unavailable` under too much load. */
  countHit(hit: Hit, caller: SentBy): Promise<void>
  /** Resolves when the reader is noted as present. */
  countHeartbeat(caller: SentBy): Promise<void>
  /** At most ten seconds old. */
  summary(): Promise<AnalyticsSummary>
  /** Likewise. */
  visitDays(): Promise<VisitDays>
  /** Resolves when everything taken in is settled. */
  close(): Promise<void>
}

export interface AnalyticsParts {
  db: Db
  /** Where hits are written. */
  hits: Db
  secrets: SealPurpose['secrets']
  publicUrl: string
  /** In which country an address is, where that is known. */
  countryOf: (address: string) => string | null
  /** Hears why a batch could not be written. The error carries the batch: not for the log as it is. */
  onFailure: (error: unknown) => void
  /** Hears of each time that hits are turned away because too many wait, or too long. */
  onTurnAway: () => void
}

/** How long a site's counters, and what we know of the site, are believed without asking again. */
const believed = 10_000

/** The counting of one process: what its readers wait for, and what it remembers. */
export function createAnalytics({ db, hits, secrets, publicUrl, countryOf, onFailure, onTurnAway }: AnalyticsParts): Analytics {
  const siteDays = createSiteDays(secrets)
  const site = cachedFor(believed, () => findSite(db))
  const summaryOf = cachedFor(believed, (siteId) => readSummary(db, siteId))
  const daysOf = cachedFor(believed, (siteId) => readVisitDays(db, siteId))
  const publicHost = new URL(publicUrl).host
  // Whoever waits for the site's row waits as long as for anything else of a hit.
  const write = async (batch: ((site: SiteRow) => Arrival)[]) => {
    try {
      const known = await site('default')
      await writeArrivals(
        hits,
        siteDays,
        batch.map((arrivalAt) => arrivalAt(known)),
      )
    } catch (error) {
      onFailure(error)
      throw error
    }
  }
  const flusher = createFlusher({ write, onTurnAway })

  return {
    countHit(hit, caller) {
      if (hit.articleId === undefined && hit.path === undefined) return Promise.reject(namesNothing())
      const cause = noiseOf(caller.headers, hit.path)
      if (cause) return flusher.add(({ id: siteId }) => ({ siteId, kind: 'drop', cause }))
      const sender = senderOf(caller)
      return flusher.add((site) => hitAt(site, { hit, ownHosts: [site.host, publicHost, caller.host], sender, countryOf }))
    },
    async countHeartbeat(caller) {
      const sender = senderOf(caller)
      if (sender && !noiseOf(caller.headers)) await flusher.add(({ id: siteId }) => ({ siteId, kind: 'heartbeat', sender }))
    },
    summary: async () => summaryOf((await site('default')).id),
    visitDays: async () => daysOf((await site('default')).id),
    close: () => flusher.close(),
  }
}

interface Sent extends Pick<AnalyticsParts, 'countryOf'> {
  hit: Hit
  ownHosts: string[]
  sender: Sender | null
}

function hitAt({ id: siteId }: SiteRow, { hit, ownHosts, sender, countryOf }: Sent): Arrival {
  const { id, articleId = null, path = null, entry } = hit
  const referrer = readReferrer(hit.referrer, ownHosts)
  const row = { id, articleId, path, entry: entry && !referrer.isOwn, referrerHost: referrer.host }
  // Of those who asked not to be tracked nothing is made of their address.
  return { siteId, kind: 'hit', hit: row, sender, country: sender && countryOf(sender.address) }
}

function senderOf({ address, headers }: SentBy): Sender | null {
  return asksForPrivacy(headers) ? null : { address, userAgent: headers['user-agent'] ?? '' }
}

function namesNothing() {
  return fieldProblem('invalid_request', { in: 'body', pointer: '/articleId', code: 'missing', message: 'Send articleId or path.' })
}
