import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { type Arrival, writeArrivals } from '../../src/analytics/hits/write-arrivals.ts'
import { createSiteDays } from '../../src/analytics/visitors/site-days.ts'
import type { Db } from '../../src/db/client.ts'
import { testConfig } from '../test-app.ts'
import { pick, type ReadSite } from './read-site.ts'

type Random = () => number

/** Where visits come from, and of which class that is. */
export const hosts: Record<string, string> = {
  'www.google.com.vn': 'search',
  'coccoc.com': 'search',
  'l.facebook.com': 'social',
  'zalo.me': 'social',
  'songtra.gov.vn': 'portal',
  'baodientu.example': 'other',
}

const hour = 3_600_000

/**
 * Writes hits of the 24 hours from the moment on, by chance: of articles and of other pages, of few visitors who come again, of some who
 * asked not to be tracked. `perDay` is about how many; day and hour are PostgreSQL's.
 */
export async function writeDay(db: Db, { id: siteId, filings }: ReadSite, begin: number, perDay: number, random: Random): Promise<void> {
  const articles = [null, ...filings.keys()]
  const hits = Array.from({ length: Math.round(perDay * (0.5 + random())) }, () => {
    const visit = random() < 0.5
    return {
      id: idFrom(random),
      at: new Date(begin + Math.floor(random() * 24 * hour)).toISOString(),
      articleId: pick(articles, random),
      visit,
      visitor: random() < 0.2 ? null : Buffer.alloc(16, Math.floor(random() * 9)).toString('hex'),
      host: visit && random() < 0.7 ? pick(Object.keys(hosts), random) : null,
      country: random() < 0.5 ? null : pick(['VN', 'LA', 'FR'], random),
    }
  })
  await db.execute(sql`
    INSERT INTO hits (local_day, id, at, local_hour, site_id, article_id, path, visit, visitor, referrer_host, country)
    SELECT local::date, h.id, h.at, extract(hour FROM local), s.id, "articleId", CASE WHEN "articleId" IS NULL THEN '/' END, visit,
      decode(visitor, 'hex'), h.host, country
    FROM sites s, jsonb_to_recordset(${JSON.stringify(hits)}::jsonb)
        AS h (id uuid, at timestamptz, "articleId" uuid, visit boolean, visitor text, host text, country text),
      LATERAL (SELECT h.at AT TIME ZONE time_zone AS local) AS wall
    WHERE s.id = ${siteId}::uuid`)
}

/** Hits that the application itself takes, each quarter of an hour around the moment: where a clock is put on or back. */
export async function takeHitsAround(db: Db, { id: siteId, filings, held }: ReadSite, moment: string, random: Random): Promise<void> {
  const siteDays = createSiteDays(testConfig.secrets)
  const articles = [null, ...[...filings.keys()].filter((article) => !held.has(article))]
  for (let quarter = -10; quarter <= 10; quarter += 1) {
    const arrivals = Array.from({ length: 3 }, (_, n): Arrival => {
      const articleId = pick(articles, random)
      const hit = { id: randomUUID(), articleId, path: articleId ? null : '/', entry: n === 0, referrerHost: 'zalo.me' }
      return { siteId, kind: 'hit', hit, sender: { address: `192.0.2.${n}`, userAgent: 'a browser' }, country: 'VN' }
    })
    await writeArrivals(db, siteDays, arrivals, new Date(Date.parse(moment) + (quarter * hour) / 4))
  }
}

/** The same database, whose process is killed in its so many-th transaction: all of it was done, and nothing of it is committed. */
export function dying(db: Db, transactions: number): Db {
  let left = transactions
  const transaction: Db['transaction'] = (work) =>
    db.transaction(async (tx) => {
      const done = await work(tx)
      left -= 1
      if (left <= 0) throw new Error('killed')
      return done
    })
  return new Proxy(db, { get: (target, name) => (name === 'transaction' ? transaction : Reflect.get(target, name, target)) })
}

function idFrom(random: Random): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}
