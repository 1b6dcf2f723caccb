import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storedHits } from '../../../test/hits.ts'
import { createTestApp, type TestApp, testConfig } from '../../../test/test-app.ts'
import { underLock } from '../../../test/while-locked.ts'
import { findSite } from '../../db/find-site.ts'
import { sites } from '../../db/schema/sites.ts'
import { readClocks } from '../clocks.repository.ts'
import { makePartitions } from '../partitions.repository.ts'
import { createSiteDays } from '../visitors/site-days.ts'
import { type Arrival, writeArrivals } from './write-arrivals.ts'

let it: TestApp
let siteId: string
const siteDays = createSiteDays(testConfig.secrets)
beforeAll(async () => {
  it = await createTestApp()
  siteId = (await findSite(it.database.db)).id
})
afterAll(() => it.close())

function view(userAgent: string, id: string = randomUUID(), site = siteId): Arrival & { kind: 'hit' } {
  const hit = { id, articleId: null, path: '/', entry: true, referrerHost: null }
  return { siteId: site, kind: 'hit', hit, sender: { address: '203.0.113.1', userAgent } }
}

const write = (at: string, ...arrivals: Arrival[]) => writeArrivals(it.database.hits, siteDays, arrivals, new Date(at))

describe('the local day of a hit', () => {
  test.each([
    ['2026-11-22T16:59:59.999Z', '2026-11-22', 23],
    ['2026-11-22T17:00:00.000Z', '2026-11-23', 0],
    ['2026-11-23T16:59:59.999Z', '2026-11-23', 23],
  ])('at %s is %s in Ho Chi Minh City, hour %i', async (at, localDay, localHour) => {
    const arrival = view('midnight')
    await write(at, arrival)
    expect(await storedHits(it, arrival.hit.id)).toMatchObject([{ localDay, localHour }])
  })

  test('is each site its own, in one batch', async () => {
    const elsewhere = randomUUID()
    await it.database.db.insert(sites).values({ id: elsewhere, host: 'xa', name: 'Xã', timeZone: 'Europe/Paris', locales: ['vi'] })
    const [here, there] = [view('a'), view('a', randomUUID(), elsewhere)]
    await write('2026-11-22T17:30:00Z', here, there)
    const [hereHit, thereHit] = await storedHits(it, here.hit.id, there.hit.id)
    expect([hereHit?.localDay, thereHit?.localDay, thereHit?.localHour]).toEqual(['2026-11-23', '2026-11-22', 18])
    expect(hereHit?.visitor).not.toEqual(thereHit?.visitor)
    await it.database.db.execute(sql`DELETE FROM sites WHERE id = ${elsewhere}`)
  })
})

describe('around midnight', () => {
  test('the retry of a hit committed before it counts once', async () => {
    const id = randomUUID()
    await write('2026-11-24T16:59:59Z', view('late reader', id))
    await write('2026-11-24T17:00:01Z', view('late reader', id))
    expect(await storedHits(it, id)).toMatchObject([{ localDay: '2026-11-24' }])
  })

  test('so it does where the next day begins at one o’clock, because summer time does', async () => {
    const site = randomUUID()
    const id = randomUUID()
    await it.database.db.insert(sites).values({ id: site, host: 'xa', name: 'Xã', timeZone: 'America/Santiago', locales: ['vi'] })
    await write('2026-09-06T03:59:59Z', view('late reader', id, site))
    await write('2026-09-06T04:00:01Z', view('late reader', id, site))
    expect(await storedHits(it, id)).toMatchObject([{ localDay: '2026-09-05', localHour: 23 }])
    await it.database.db.execute(sql`DELETE FROM sites WHERE id = ${site}`)
  })

  test('a reader becomes another visitor', async () => {
    const [before, after] = [view('same reader'), view('same reader')]
    await write('2026-11-24T16:59:59Z', before)
    await write('2026-11-24T17:00:01Z', after)
    const [a, b] = await storedHits(it, before.hit.id, after.hit.id)
    expect(a?.visitor).not.toEqual(b?.visitor)
  })
})

test('visits of a reader count again when twenty others are half an hour old', async () => {
  const first = Array.from({ length: 20 }, () => view('constant reader'))
  const [early, late] = [view('constant reader'), view('constant reader')]
  await write('2026-11-25T03:00:00Z', ...first)
  await write('2026-11-25T03:29:59Z', early)
  await write('2026-11-25T03:30:01Z', late)
  const rows = await storedHits(it, early.hit.id, late.hit.id)
  expect(rows.map(({ visit }) => visit)).toEqual([false, true])
})

describe('the statement of a batch', () => {
  // The day may end while they run.
  const now = new Date()
  let today: string
  beforeAll(async () => {
    today = (await readClocks(it.database.db, now))[0]?.localDay ?? ''
    await makePartitions(it.database.db, today)
  })

  const arrivals = (number: number) => Array.from({ length: number }, () => view(randomUUID()))
  const writeNow = (...batch: Arrival[]) => writeArrivals(it.database.hits, siteDays, batch, now)

  test('keeps its plan', async () => {
    for (const arrival of arrivals(3)) await writeNow(arrival)
    const { rows } = await it.database.hits.execute(sql`
      SELECT custom_plans::int AS planned, generic_plans::int AS kept FROM pg_prepared_statements WHERE name = ${`hits of ${today}`}`)
    expect(rows).toEqual([{ planned: 0, kept: 3 }])
  })

  /** Of the day's partition: how many entries of its indexes were looked at so far. */
  async function entriesRead(): Promise<number> {
    await it.database.hits.execute(sql`SELECT pg_stat_force_next_flush()`)
    const { rows } = await it.database.hits.execute<{ entries: number }>(sql`
      SELECT sum(idx_tup_read)::int AS entries FROM pg_stat_user_indexes WHERE relname = 'hits_' || to_char(${today}::date, 'YYYYMMDD')`)
    return rows[0]?.entries ?? Number.NaN
  }

  test('is planned again soon: what was best for an empty day would read all of a full one for each hit', async () => {
    await writeNow(...arrivals(2000))
    await delay(300)
    const before = await entriesRead()
    await writeNow(...arrivals(100))
    expect((await entriesRead()) - before).toBeLessThan(1000)
  })

  test('needs no other day: hits come in while the partition of another one is made', async () => {
    const arrival = view('reader')
    await underLock(it, sql`LOCK TABLE hits_default IN ACCESS EXCLUSIVE MODE`, () => writeNow(arrival))
    expect(await storedHits(it, arrival.hit.id)).toMatchObject([{ localDay: today }])
  })
})

test('a batch that fails leaves nothing of itself', async () => {
  const good = view('good')
  const bad = { ...view('bad'), siteId: randomUUID() }
  await expect(write('2026-11-25T03:00:00Z', good, bad)).rejects.toThrow()
  const tooLong = { ...view('bad'), hit: { ...view('bad').hit, path: '\u0000' } }
  await expect(write('2026-11-25T03:00:00Z', good, tooLong)).rejects.toThrow()
  expect(await storedHits(it, good.hit.id)).toEqual([])
})
