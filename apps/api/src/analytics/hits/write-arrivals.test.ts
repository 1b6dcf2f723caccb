import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { storedHits } from '../../../test/hits.ts'
import { createTestApp, type TestApp, testConfig } from '../../../test/test-app.ts'
import { underLock } from '../../../test/while-locked.ts'
import { findSite } from '../../db/find-site.ts'
import { sites } from '../../db/schema/sites.ts'
import { readClocks } from '../clocks.repository.ts'
import { makePartitions } from '../partitions.repository.ts'
import { createSiteDays } from '../visitors/site-days.ts'
import { planLife } from './hits.repository.ts'
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

  // How old a plan is, is what these tests say.
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['performance'] })
    vi.advanceTimersByTime(3_600_000)
  })
  afterEach(() => vi.useRealTimers())

  const arrivals = (number: number) => Array.from({ length: number }, () => view(randomUUID()))
  const writeNow = (...batch: Arrival[]) => writeArrivals(it.database.hits, siteDays, batch, now)

  test('keeps its plan for some batches', async () => {
    for (const arrival of arrivals(3)) await writeNow(arrival)
    const { rows } = await it.database.hits.execute(sql`
      SELECT custom_plans::int AS planned, generic_plans::int AS kept FROM pg_prepared_statements WHERE name = ${`hits of ${today}`}`)
    expect(rows).toEqual([{ planned: 0, kept: 3 }])
    const { db, discarded } = watchPlans(it)
    const write = () => writeArrivals(db, siteDays, arrivals(1), now)
    for (let batch = 0; batch < 3; batch += 1) await write()
    expect(discarded()).toBe(1)
    vi.advanceTimersByTime(planLife)
    await write()
    expect(discarded()).toBe(2)
  })

  test('is planned again soon: what was best for an empty day would read all of a full one for each hit', async () => {
    const partition = `hits_${today.replaceAll('-', '')}`
    for (const what of ['TRUNCATE', 'VACUUM ANALYZE']) await it.database.db.execute(sql.raw(`${what} ${partition}`))
    await writeNow(...arrivals(1000))
    vi.advanceTimersByTime(planLife)
    const before = await rowsRead(it, partition)
    await writeNow(...arrivals(100))
    expect((await rowsRead(it, partition)) - before).toBeLessThan(1000)
  })

  test('needs no other day: hits come in while the partition of another one is made', async () => {
    const [early, late] = [view('reader'), view('reader')]
    await underLock(it, sql`LOCK TABLE hits_default IN ACCESS EXCLUSIVE MODE`, async () => {
      await writeNow(early)
      vi.advanceTimersByTime(planLife)
      await writeNow(late)
    })
    expect(await storedHits(it, early.hit.id, late.hit.id)).toMatchObject([{ localDay: today }, { localDay: today }])
  })
})

/** The test's database, and how often all its plans were discarded. */
function watchPlans({ databaseUrl }: TestApp) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 })
  onTestFinished(() => pool.end())
  let count = 0
  const logQuery = (text: string) => {
    if (text === 'DISCARD PLANS') count += 1
  }
  return { db: drizzle({ client: pool, logger: { logQuery } }), discarded: () => count }
}

/** How many rows of the table, and entries of its indexes, were looked at so far by the connection for hits. */
async function rowsRead({ database: { hits } }: TestApp, table: string): Promise<number> {
  await hits.execute(sql`SELECT pg_stat_force_next_flush()`)
  const { rows } = await hits.execute<{ read: number }>(sql`
    SELECT (seq_tup_read + (SELECT sum(idx_tup_read) FROM pg_stat_user_indexes i WHERE i.relid = t.relid))::int AS read
    FROM pg_stat_user_tables t WHERE relname = ${table}`)
  return rows[0]?.read ?? Number.NaN
}

test('a batch that fails leaves nothing of itself', async () => {
  const good = view('good')
  const bad = { ...view('bad'), siteId: randomUUID() }
  await expect(write('2026-11-25T03:00:00Z', good, bad)).rejects.toThrow()
  const tooLong = { ...view('bad'), hit: { ...view('bad').hit, path: '\u0000' } }
  await expect(write('2026-11-25T03:00:00Z', good, tooLong)).rejects.toThrow()
  expect(await storedHits(it, good.hit.id)).toEqual([])
})
