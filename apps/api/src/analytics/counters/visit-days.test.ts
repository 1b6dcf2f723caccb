import { randomUUID } from 'node:crypto'
import { addDays } from '@bantin/shared/days'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { newReader, sendHit } from '../../../test/hits.ts'
import { createTestApp, type TestApp, testConfig } from '../../../test/test-app.ts'
import { findSite } from '../../db/find-site.ts'
import { seededRandom } from '../../lib/seeded-random.ts'
import { writeArrivals } from '../hits/write-arrivals.ts'
import { rollUp } from '../roll-ups/roll-up.ts'
import { createSiteDays } from '../visitors/site-days.ts'
import { readSummary } from './summary.repository.ts'
import { readVisitDays } from './visit-days.repository.ts'

let it: TestApp
let siteId: string
beforeAll(async () => {
  it = await createTestApp()
  siteId = (await findSite(it.database.db)).id
})
afterAll(() => it.close())

const days = async () => (await it.app.inject('/api/v1/analytics/days')).json()

test('GET /analytics/days has the last thirty local days, today’s last, at most ten seconds old', async () => {
  const start = performance.now()
  const clock = vi.spyOn(performance, 'now').mockReturnValue(start)
  const before = await days()
  await sendHit(it.app, newReader())
  expect(await days()).toEqual(before)
  clock.mockReturnValue(start + 10_000)
  const { data, asOf } = await days()
  clock.mockRestore()
  const today = asOf.slice(0, 10)
  expect(data.map(({ day }: { day: string }) => day)).toEqual(Array.from({ length: 30 }, (_, n) => addDays(today, n - 29)))
  expect(data.at(-1).visits - before.data.at(-1).visits).toBe(1)
  const answer = await it.app.inject('/api/v1/analytics/days')
  expect(answer.headers['cache-control']).toBe('public, max-age=0, s-maxage=10, stale-if-error=60')
  expect((await it.app.inject('/api/v1/analytics/days?days=90')).statusCode).toBe(400)
})

test('the days are those that the counters sum up, whichever of them are closed meanwhile', async () => {
  const random = seededRandom(20_261_124)
  const { db } = it.database
  const siteDays = createSiteDays(testConfig.secrets)
  await db.execute(sql`DELETE FROM hits`)
  const start = Date.parse('2026-09-01T00:00:00Z')
  const moments = Array.from({ length: 40 }, () => start + Math.floor(random() * 60 * 86_400_000)).toSorted((a, b) => a - b)
  const counted = new Map<string, number>()
  for (const [n, moment] of moments.entries()) {
    const at = new Date(moment)
    const entries = Array.from({ length: 4 }, () => random() < 0.6)
    const hits = entries.map((entry) => ({ id: randomUUID(), articleId: null, path: '/', entry, referrerHost: null }))
    await writeArrivals(
      db,
      siteDays,
      hits.map((hit) => ({ siteId, kind: 'hit', hit, sender: null })),
      at,
    )
    const today = new Date(moment + 7 * 3_600_000).toISOString().slice(0, 10)
    counted.set(today, (counted.get(today) ?? 0) + entries.filter(Boolean).length)
    if (n % 3 === 0) await rollUp(db, at)

    const { data } = await readVisitDays(db, siteId, at)
    expect(data).toEqual(
      Array.from({ length: 30 }, (_, age) => addDays(today, age - 29)).map((day) => ({ day, visits: counted.get(day) ?? 0 })),
    )
    const summary = await readSummary(db, siteId, at)
    expect(data.at(-1)?.visits).toBe(summary.today)
    expect([...counted.values()].reduce((sum, visits) => sum + visits, 0)).toBe(summary.total)
  }
})
