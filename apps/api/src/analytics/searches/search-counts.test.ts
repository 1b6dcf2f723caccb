import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ask } from '../../../test/ask.ts'
import { createPublished } from '../../../test/factories.ts'
import { signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import type { Db } from '../../db/client.ts'
import { findSite } from '../../db/find-site.ts'
import type { WebBuild } from '../../pages/web-build.ts'
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
    counts.countingOf(of('Khen thưởng', 5))()
    counts.countingOf(of('  “khen THUONG” ', 7))()
    counts.countingOf(of('khen thưởng', 9, '2026-11-24'))()
    counts.countingOf(of('NĐ-CP -"dự thảo" -cũ', 0))()
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
    counts.countingOf(of(q))()
    await counts.flush()
    expect(await written()).toEqual([])
  })

  test('is kept with the numbers of documents and years', async () => {
    const counts = createSearchCounts(db)
    for (const q of ['13/2023/NĐ-CP', 'tổng kết 2021', 'quyết định 1234/QĐ-UBND']) counts.countingOf(of(q))()
    await counts.flush()
    expect(await written()).toHaveLength(3)
  })

  test('adds up over processes that write at once, in whatever order they counted', async () => {
    const words = Array.from({ length: 200 }, (_, n) => `từ ${n}`)
    const processes = Array.from({ length: 6 }, (_, i) => {
      const counts = createSearchCounts(db)
      for (const q of i % 2 ? words : words.toReversed()) counts.countingOf(of(q))()
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
    counts.countingOf(of('lũ', 1))()
    await expect(counts.flush()).rejects.toThrow('away')
    counts.countingOf(of('lũ', 2))()
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
    for (const q of ['thêm một', 'thêm hai', 'thêm ba']) counts.countingOf(of(q))()
    counts.countingOf(of('thêm một', 3, '2026-11-24'))()
    await counts.flush()
    counts.countingOf(of('thêm ba', 8))()
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

test('a search is counted for its first page, by nothing but its words, each time that it is answered, from memory and in a page too', async () => {
  const clientDir = mkdtempSync(join(tmpdir(), 'bantin-client-'))
  writeFileSync(join(clientDir, 'index.html'), '')
  const render: WebBuild['render'] = async ({ url, fetch }) => {
    const answer = await fetch(`/api/v1/search?facets=true&${url.split('?')[1]}`)
    return { status: answer.status, html: await answer.text() }
  }
  const own = await createTestApp({}, { web: { clientDir, template: '', desk: '', render } })
  const publisher = await signIn(own, 'publisher')
  for (const title of ['Đua ghe ngo một', 'Đua ghe ngo hai']) await createPublished(own, publisher, { title })
  const origin = await own.app.listen({ port: 0, host: '127.0.0.1' })
  await expect.poll(() => own.app.signals.isConnected()).toBe(true)
  const get = (path: string, method?: string) => ask(origin + path, {}, method)
  const api = '/api/v1/search'

  const { page } = JSON.parse(String((await get(`${api}?q=ghe+ngo&limit=1`)).bytes))
  for (const rest of [`&cursor=${page.next}&limit=1`, '&format=event', '&sort=-publishedAt']) await get(`${api}?q=ghe+ngo${rest}`)
  await get(`${api}?q=ghe+ngo&limit=1`, 'HEAD')
  await get(`${api}?q=ghe+ngo&facets=true&limit=1`)
  for (const rest of ['?q=khong+co+gi', '?q=dua+ghe+ngoo', '?q=an%40example.vn', '/suggest?q=ghe', `?q=${'a+'.repeat(17)}`]) {
    for (const _ of [1, 2]) await get(api + rest)
  }
  const pages = [await get('/tim-kiem?q=dua'), await get('/tim-kiem?q=dua'), await get('/tim-kiem?q=dua', 'HEAD')]
  expect(pages.map(({ headers }) => headers['cache-status']?.slice(0, 12))).toEqual(['bantin; fwd=', 'bantin; hit;', 'bantin; hit;'])
  // What a page has asked, and a page of what was asked.
  for (const path of [`${api}?facets=true&q=dua`, `${api}?facets=true&q=ghe`, '/tim-kiem?q=ghe', '/tim-kiem?q=ghe']) await get(path)

  const { app, database } = own
  const { rows: before } = await database.db.execute(sql`SELECT FROM search_days`)
  await app.close()
  const { rows } = await database.db.execute(
    sql`SELECT words, searches, results, day = published.today() AS today FROM search_days ORDER BY 1`,
  )
  await own.close()
  rmSync(clientDir, { recursive: true })
  const today = true
  expect([before.length, rows]).toEqual([
    0,
    [
      { words: 'dua', searches: 3, results: 2, today },
      // Nearly the same words stand somewhere; these were not found.
      { words: 'dua ghe ngoo', searches: 2, results: 0, today },
      { words: 'ghe', searches: 3, results: 2, today },
      { words: 'ghe ngo', searches: 2, results: 2, today },
      { words: 'khong co gi', searches: 2, results: 0, today },
    ],
  ])
})
