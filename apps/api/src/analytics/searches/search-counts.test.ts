import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createPublished } from '../../../test/factories.ts'
import { signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import type { Db } from '../../db/client.ts'
import { findSite } from '../../db/find-site.ts'
import { createSearchCounts } from './search-counts.service.ts'

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
  await db.execute(sql`DELETE FROM search_days`)
})

const of = (q: string, results = 3, day = '2026-11-23') => ({ siteId, day, q, results })

async function written(): Promise<unknown[][]> {
  const { rows } = await db.execute<{ words: string; day: string; searches: number; results: number }>(
    sql`SELECT words, day, searches, results FROM search_days ORDER BY words, day`,
  )
  return rows.map(({ words, day, searches, results }) => [words, day, searches, results])
}

describe('what readers search for', () => {
  test('is counted by its words, however they were written, with how many were found the last time', async () => {
    const counts = createSearchCounts(db)
    counts.count(of('Khen thưởng', 5))
    counts.count(of('  “khen THUONG” ', 7))
    counts.count(of('khen thưởng', 9, '2026-11-24'))
    counts.count(of('NĐ-CP -"dự thảo" -cũ', 0))
    expect(await written()).toEqual([])
    await counts.keepUp()
    await counts.keepUp()
    expect(await written()).toEqual([
      ['khen thuong', '2026-11-23', 2, 7],
      ['khen thuong', '2026-11-24', 1, 9],
      ['nd-cp -du thao -cu', '2026-11-23', 1, 0],
    ])
  })

  test.each([
    'an.nguyen@example.gov.vn',
    'thư của an＠example.vn',
    '0912 345 678',
    '079-203-001-234',
    '٠١٢٣٤٥٦٧٨',
    'sinh 01/02/1990 số 12',
    '?!',
    '',
  ])('is not kept at all when it may say who somebody is, or says nothing: %s', async (q) => {
    const counts = createSearchCounts(db)
    counts.count(of(q))
    await counts.flush()
    expect(await written()).toEqual([])
  })

  test('is kept with the numbers of documents and years', async () => {
    const counts = createSearchCounts(db)
    for (const q of ['13/2023/NĐ-CP', 'tổng kết 2021', 'quyết định 1234/QĐ-UBND']) counts.count(of(q))
    await counts.flush()
    expect(await written()).toHaveLength(3)
  })

  test('adds up over processes that write at once, in whatever order they counted', async () => {
    const words = Array.from({ length: 200 }, (_, n) => `từ ${n}`)
    const processes = Array.from({ length: 6 }, (_, i) => {
      const counts = createSearchCounts(db)
      for (const q of i % 2 ? words : words.toReversed()) counts.count(of(q))
      return counts
    })
    await Promise.all(processes.map((counts) => counts.flush()))
    expect((await written()).every(([, , searches]) => searches === 6)).toBe(true)
    expect(await written()).toHaveLength(200)
  })

  test('that cannot be written is kept for the next time, and written once', async () => {
    let isAway = true
    const execute = ((query: ReturnType<typeof sql>) => (isAway ? Promise.reject(new Error('away')) : db.execute(query))) as Db['execute']
    const counts = createSearchCounts({ ...db, execute })
    counts.count(of('lũ', 1))
    await expect(counts.flush()).rejects.toThrow('away')
    counts.count(of('lũ', 2))
    isAway = false
    await counts.flush()
    await counts.flush()
    expect(await written()).toEqual([['lu', '2026-11-23', 2, 2]])
  })

  test('fills no table: once a day is full, only what is known of it goes on being counted', async () => {
    await db.execute(sql`
      INSERT INTO search_days (site_id, day, words, searches, results)
      SELECT ${siteId}::uuid, '2026-11-23', 'bịa ' || n, 1, 0 FROM generate_series(1, 9999) AS n`)
    const counts = createSearchCounts(db)
    for (const q of ['thêm một', 'thêm hai', 'thêm ba']) counts.count(of(q))
    counts.count(of('thêm một', 3, '2026-11-24'))
    await counts.flush()
    counts.count(of('thêm ba', 8))
    await counts.flush()
    const rows = await written()
    expect(rows.filter(([, day]) => day === '2026-11-23')).toHaveLength(10_000)
    expect(rows).toContainEqual(['them ba', '2026-11-23', 2, 8])
    expect(rows).toContainEqual(['them mot', '2026-11-24', 1, 3])
  })

  test('is forgotten after 90 days', async () => {
    await db.execute(sql`
      INSERT INTO search_days (site_id, day, words, searches, results)
      SELECT ${siteId}::uuid, published.today() - age, age::text, 1, 0 FROM unnest(ARRAY[0, 89, 90, 91, 400]) AS age`)
    await createSearchCounts(db).keepUp()
    expect((await written()).map(([words]) => words)).toEqual(['0', '89', '90'])
  })
})

test('a search is counted once for its first page, by nothing but its words: not further pages, narrower and sorted ones, suggestions and mistakes', async () => {
  const own = await createTestApp()
  const publisher = await signIn(own, 'publisher')
  for (const title of ['Đua ghe ngo một', 'Đua ghe ngo hai']) await createPublished(own, publisher, { title })
  const get = async (path: string) => (await own.app.inject(`/api/v1/search${path}`)).json()
  const first = await get('?q=ghe+ngo&limit=1')
  await get(`?q=ghe+ngo&limit=1&cursor=${first.page.next}`)
  await get('?q=ghe+ngo&facets=true&limit=1')
  await get('?q=ghe+ngo&format=event')
  await get('?q=ghe+ngo&sort=-publishedAt')
  await get('/suggest?q=ghe')
  await get(`?q=${'a+'.repeat(17)}`)
  await get('?q=khong+co+gi')
  await own.app.inject({ method: 'HEAD', url: '/api/v1/search?q=ghe' })
  const { app, database } = own
  const { rows: before } = await database.db.execute(sql`SELECT FROM search_days`)
  await app.close()
  const { rows } = await database.db.execute(
    sql`SELECT words, searches, results, day = published.today() AS today FROM search_days ORDER BY 1`,
  )
  await own.close()
  expect([before.length, rows]).toEqual([
    0,
    [
      { words: 'ghe ngo', searches: 2, results: 2, today: true },
      { words: 'khong co gi', searches: 1, results: 0, today: true },
    ],
  ])
})
