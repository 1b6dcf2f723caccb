import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { newReader, sendHit } from '../../../test/hits.ts'
import { createTestApp, type TestApp, testConfig } from '../../../test/test-app.ts'
import { findSite } from '../../db/find-site.ts'
import { seededRandom } from '../../lib/seeded-random.ts'
import { writeArrivals } from '../hits/write-arrivals.ts'
import { createSiteDays } from '../visitors/site-days.ts'
import { readSummary } from './summary.repository.ts'

let it: TestApp
let siteId: string
beforeAll(async () => {
  it = await createTestApp()
  siteId = (await findSite(it.database.db)).id
  await it.database.db.execute(sql`UPDATE sites SET settings = '{"startingVisits": 714464}'`)
})
afterAll(() => it.close())

const summary = async () => (await it.app.inject('/api/v1/analytics/summary')).json()

describe('GET /analytics/summary', () => {
  test('moves each counter by one with a visit, at most ten seconds later', async () => {
    const start = performance.now()
    const clock = vi.spyOn(performance, 'now').mockReturnValue(start)
    const before = await summary()
    await sendHit(it.app, newReader())
    expect(await summary()).toEqual(before)
    clock.mockReturnValue(start + 10_000)
    const after = await summary()
    clock.mockRestore()
    for (const counter of ['online', 'today', 'week', 'total'] as const) expect(after[counter] - before[counter]).toBe(1)
    expect(before.total).toBeGreaterThanOrEqual(714_464)
  })

  test('says when it counted with the offset of the site, and lets shared caches keep it as long', async () => {
    const answer = await it.app.inject('/api/v1/analytics/summary')
    expect(answer.json().asOf).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+07:00$/)
    expect(Math.abs(Date.parse(answer.json().asOf) - Date.now())).toBeLessThan(60_000)
    expect(answer.headers['cache-control']).toBe('public, max-age=0, s-maxage=10, stale-if-error=60')
    expect(answer.headers['set-cookie']).toBeUndefined()
  })

  test('refuses an unknown parameter', async () => {
    expect((await it.app.inject('/api/v1/analytics/summary?since=2026-11-23')).statusCode).toBe(400)
  })
})

describe('heartbeats', () => {
  const beat = (userAgent: string, rest: object = {}, headers: Record<string, string> = {}) =>
    it.app.inject({
      method: 'POST',
      url: '/api/v1/analytics/heartbeats',
      headers: { 'user-agent': userAgent, ...headers },
      body: {},
      ...rest,
    })
  const online = async () => (await readSummary(it.database.db, siteId)).online

  test('count a reader once as online and are no visit', async () => {
    const before = await readSummary(it.database.db, siteId)
    const { userAgent } = newReader()
    for (let i = 0; i < 3; i++) expect((await beat(userAgent)).statusCode).toBe(204)
    const after = await readSummary(it.database.db, siteId)
    expect([after.online - before.online, after.total - before.total]).toEqual([1, 0])
  })

  test('of bots and of readers who ask for privacy are answered and make nobody present', async () => {
    const before = await online()
    expect((await beat('curl/8.5.0')).statusCode).toBe(204)
    expect((await beat(newReader().userAgent, {}, { dnt: '1' })).statusCode).toBe(204)
    expect(await online()).toBe(before)
  })

  test('with a field are refused', async () => {
    expect((await beat(newReader().userAgent, { body: { visitor: 'x' } })).statusCode).toBe(400)
  })

  test('end after five minutes: who was seen before is not online', async () => {
    const { userAgent } = newReader()
    await beat(userAgent)
    const inFive = new Date(Date.now() + 300_500)
    expect((await readSummary(it.database.db, siteId, inFive)).online).toBe(0)
  })
})

describe('the counters over random hits', () => {
  test('add up: the days sum to the total, and today ≤ this week ≤ all', async () => {
    const random = seededRandom(20_261_123)
    const { db } = it.database
    const siteDays = createSiteDays(testConfig.secrets)
    await db.execute(sql`DELETE FROM hits`)
    const start = Date.parse('2026-11-01T00:00:00Z')
    const moments = Array.from({ length: 60 }, () => start + Math.floor(random() * 28 * 86_400_000)).toSorted((a, b) => a - b)
    const visits: string[] = []
    for (const moment of moments) {
      const entries = Array.from({ length: 5 }, () => random() < 0.6)
      const arrivals = entries.map((entry) => ({
        siteId,
        kind: 'hit' as const,
        hit: { id: randomUUID(), articleId: null, path: '/', entry, referrerHost: null },
        sender: null,
      }))
      await writeArrivals(db, siteDays, arrivals, new Date(moment))
      const localDay = new Date(moment + 7 * 3_600_000).toISOString().slice(0, 10)
      for (const entry of entries) if (entry) visits.push(localDay)

      const counted = await readSummary(db, siteId, new Date(moment))
      expect(counted).toMatchObject({
        today: visits.filter((day) => day === localDay).length,
        week: visits.filter((day) => day >= mondayOf(localDay)).length,
        total: 714_464 + visits.length,
      })
      expect(counted.today <= counted.week && counted.week <= counted.total).toBe(true)
      expect(counted.asOf.slice(0, 10)).toBe(localDay)
    }
    const { rows } = await db.execute<{ sum: number }>(
      sql`SELECT sum(visits)::int AS sum FROM (SELECT count(*) AS visits FROM hits WHERE visit GROUP BY local_day) AS days`,
    )
    expect(rows[0]?.sum).toBe(visits.length)
  })
})

function mondayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7))
  return date.toISOString().slice(0, 10)
}
