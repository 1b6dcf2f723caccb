import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import type { Db } from '../db/client.ts'
import { findSite } from '../db/find-site.ts'
import { redirects } from '../db/schema/redirects.ts'
import { createAddressCounts } from './address-counts.service.ts'

let it: TestApp
let db: Db
let siteId: string
beforeAll(async () => {
  it = await createTestApp()
  db = it.database.db
  siteId = (await findSite(db)).id
})
afterAll(() => it.close())
beforeEach(async () => {
  await db.execute(sql`DELETE FROM missing_paths`)
})

const at = (address: string, day = '2026-11-23') => ({ siteId, day, address })

async function missing(): Promise<unknown[][]> {
  const { rows } = await db.execute<{ path: string; day: string; count: number }>(
    sql`SELECT path, day, count FROM missing_paths ORDER BY path, day`,
  )
  return rows.map(({ path, day, count }) => [path, day, count])
}

async function addRedirect(fromPathQuery: string): Promise<() => Promise<unknown>> {
  const id = uuidv7()
  await db.insert(redirects).values({ id, siteId, fromPathQuery, url: '/don-vi' })
  return async () => {
    const { rows } = await db.execute(sql`SELECT hits, last_hit_on AS "lastHitOn", version FROM redirects WHERE id = ${id}`)
    return rows[0]
  }
}

test('nothing is written before the minute is over, then every day by itself, once', async () => {
  const counts = createAddressCounts(db)
  counts.countMissing(at('/a'))
  counts.countMissing(at('/a'))
  counts.countMissing(at('/a', '2026-11-24'))
  expect(await missing()).toEqual([])
  await counts.keepUp()
  await counts.keepUp()
  expect(await missing()).toEqual([
    ['/a', '2026-11-23', 2],
    ['/a', '2026-11-24', 1],
  ])
})

test('processes that write the same at once, in whatever order they counted it, add up', async () => {
  const read = await addRedirect('/cu.aspx?id=1')
  const other = await addRedirect('/cu.aspx?id=2')
  const addresses = Array.from({ length: 200 }, (_, i) => `/p${i}`)
  const processes = Array.from({ length: 6 }, (_, i) => {
    const counts = createAddressCounts(db)
    for (const address of i % 2 ? addresses : addresses.toReversed()) counts.countMissing(at(address))
    for (const id of i % 2 ? [1, 2] : [2, 1]) counts.countHit(at(`/cu.aspx?id=${id}`))
    return counts
  })
  await Promise.all(processes.map((counts) => counts.flush()))
  expect(await missing()).toEqual(addresses.toSorted().map((path) => [path, '2026-11-23', 6]))
  expect(await read()).toEqual({ hits: 6, lastHitOn: '2026-11-23', version: 1 })
  expect(await other()).toMatchObject({ hits: 6 })
})

test('a redirect keeps the last day on which it was taken, whichever is written last', async () => {
  const read = await addRedirect('/cu.aspx?id=3')
  for (const day of ['2026-11-24', '2026-11-22']) {
    const counts = createAddressCounts(db)
    counts.countHit(at('/cu.aspx?id=3', day))
    counts.countHit(at('/cu.aspx?id=3', '2026-11-21'))
    await counts.flush()
  }
  expect(await read()).toEqual({ hits: 4, lastHitOn: '2026-11-24', version: 1 })
})

test('what cannot be written is kept, with what came meanwhile, and written once', async () => {
  const read = await addRedirect('/cu.aspx?id=4')
  let isAway = true
  const transaction: Db['transaction'] = (work, options) => (isAway ? Promise.reject(new Error('away')) : db.transaction(work, options))
  const counts = createAddressCounts({ ...db, transaction, execute: db.execute.bind(db) })
  counts.countMissing(at('/a'))
  counts.countHit(at('/cu.aspx?id=4'))
  await expect(counts.flush()).rejects.toThrow('away')
  counts.countMissing(at('/a'))
  isAway = false
  await counts.flush()
  expect(await missing()).toEqual([['/a', '2026-11-23', 2]])
  expect(await read()).toMatchObject({ hits: 1 })
})

test('a write that fails half-way writes nothing, so that the next one counts nothing twice', async () => {
  const counts = createAddressCounts(db)
  counts.countMissing(at('/a'))
  counts.countHit({ siteId, day: 'no day', address: '/x' })
  await expect(counts.flush()).rejects.toThrow()
  expect(await missing()).toEqual([])
})

test('a path of over 300 letters is not counted', async () => {
  const counts = createAddressCounts(db)
  counts.countMissing(at(`/${'a'.repeat(300)}`))
  counts.countMissing(at(`/${'b'.repeat(299)}`))
  await counts.flush()
  expect(await missing()).toHaveLength(1)
})

test('whoever makes paths up fills no table: once a day is full, only what is known of it goes on being counted', async () => {
  await db.execute(sql`
    INSERT INTO missing_paths (site_id, day, path, count)
    SELECT ${siteId}::uuid, '2026-11-23', '/made-up/' || n, 1 FROM generate_series(1, 10000) AS n`)
  const counts = createAddressCounts(db)
  counts.countMissing(at('/one-more'))
  counts.countMissing(at('/made-up/1'))
  counts.countMissing(at('/one-more', '2026-11-24'))
  await counts.flush()
  const written = await missing()
  expect(written).toHaveLength(10_001)
  expect(written).toContainEqual(['/made-up/1', '2026-11-23', 2])
  expect(written).toContainEqual(['/one-more', '2026-11-24', 1])
})

test('paths are forgotten after 90 days', async () => {
  await db.execute(sql`
    INSERT INTO missing_paths (site_id, day, path, count)
    SELECT ${siteId}::uuid, published.today() - age, '/' || age, 1 FROM unnest(ARRAY[0, 89, 90, 91, 400]) AS age`)
  await createAddressCounts(db).keepUp()
  expect((await missing()).map(([path]) => path)).toEqual(['/0', '/89', '/90'])
})
