import { randomUUID } from 'node:crypto'
import type { NewArticle } from '@bantin/shared/editorial-articles'
import { sql } from 'drizzle-orm'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAuthor, createCategory, createPublished, createUnit, send } from '../../../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../../test/test-app.ts'
import { unchanged } from '../../../../test/unchanged.ts'
import { rollUp } from '../../../analytics/roll-ups/roll-up.ts'

let it: TestApp
let publisher: SignedInForTest
let today: string
let flood: string

const daysAgo = (days: number) => new Date(Date.parse(`${today}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)

beforeAll(async () => {
  it = await createTestApp()
  const { db } = it.database
  publisher = await signIn(it, 'publisher')
  today = (await db.execute<{ day: string }>(sql`SELECT published.today()::text AS day`)).rows[0]?.day as string
  const [unitId, authorId, categoryId] = [
    await createUnit(it, { name: 'Sở Thử' }),
    await createAuthor(it, 'Mai An'),
    await createCategory(it),
  ]
  const filed: Partial<NewArticle> = {
    units: [{ unitId, role: 'lead' }],
    bylines: [{ authorId, role: 'text' }],
    categoryIds: [categoryId],
    genre: 'Tin',
  }
  const first = await createPublished(it, publisher, { ...filed, title: '=Lũ rút', event: { startsOn: today } })
  flood = first.id
  await createPublished(it, publisher, { ...filed, title: 'Lũ về', event: { startsOn: daysAgo(9), endsOn: daysAgo(3) } })
  const held = await createPublished(it, publisher, { title: 'Sai sót', event: { startsOn: daysAgo(1) } })
  await send(it, publisher, 'POST', `/articles/${held.id}/hold`, {}, held.version)
  await createPublished(it, publisher, { title: 'Giới thiệu', format: 'page' })
  await db.execute(sql`
    INSERT INTO hits (local_day, id, at, local_hour, site_id, article_id, visit, visitor)
    SELECT published.today(), gen_random_uuid(), now(), 0, id, ${flood}::uuid, n = 1, decode(lpad(to_hex(n % 2), 32, '0'), 'hex')
    FROM sites, generate_series(1, 3) AS n`)
  await rollUp(db)
})
afterAll(() => it.close())

const ask = async (path: string) => (await send(it, publisher, 'GET', `/analytics/${path}`)).json()

test('a report has what came out, how soon after its event, what was taken back, and what was read', async () => {
  const { figures, ...period } = await ask(`report?kind=year&day=${today}`)
  expect(period).toEqual({
    kind: 'year',
    countedBy: 'calendar',
    startsOn: `${today.slice(0, 4)}-01-01`,
    endsOn: `${today.slice(0, 4)}-12-31`,
  })
  expect(figures).toMatchObject({
    articles: 3,
    timeliness: { articles: 3, sameDay: 1, nextDay: 1, later: 1, medianDays: 1 },
    corrections: 0,
    holds: 1,
    withdrawals: 0,
    views: 3,
    visits: 1,
    readers: 2,
    top: [{ id: flood, title: '=Lũ rút', views: 3, readers: 2 }],
  })
  expect(figures.published).toEqual([
    {
      genre: 'Tin',
      unit: { id: expect.any(String), name: 'Sở Thử' },
      category: expect.any(Object),
      author: { id: expect.any(String), name: 'Mai An' },
      articles: 2,
    },
    { genre: null, unit: expect.any(Object), category: null, author: null, articles: 1 },
  ])
})

test('a saved report keeps its figures, whatever happens after', async () => {
  const saved = await send(it, publisher, 'POST', '/analytics/reports', { kind: 'month', countedBy: 'reporting', day: today })
  expect(saved.statusCode).toBe(201)
  const report = saved.json()
  await createPublished(it, publisher, { title: 'Tin muộn' })
  expect(await ask(`reports/${report.id}`)).toEqual(report)
  expect((await ask(`report?kind=month&countedBy=reporting&day=${today}`)).figures.articles).toBe(report.figures.articles + 1)
  const { figures: _, ...listed } = report
  expect((await ask('reports')).data).toEqual([listed])
})

test('reports are read page by page, and saved by publishers alone', async () => {
  for (const kind of ['quarter', 'half']) await send(it, publisher, 'POST', '/analytics/reports', { kind, day: today })
  const first = await ask('reports?limit=2')
  const rest = await ask(`reports?limit=2&cursor=${first.page.next}`)
  expect([...first.data, ...rest.data].map(({ kind }) => kind)).toEqual(['half', 'quarter', 'month'])
  const editor = await signIn(it, 'editor')
  const refused = await unchanged(it, () => send(it, editor, 'POST', '/analytics/reports', { kind: 'year', day: today }))
  expect(refused.statusCode).toBe(403)
  expect((await send(it, publisher, 'GET', `/analytics/reports/${randomUUID()}`)).statusCode).toBe(404)
})

test('the workbook has three sheets in the language asked for, and its texts are texts', async () => {
  const answer = await send(it, publisher, 'GET', `/analytics/report/xlsx?kind=year&day=${today}&locale=vi`)
  expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="report-year-\d{4}-01-01-\d{4}-12-31\.xlsx"$/)
  const parts = unzipSync(answer.rawPayload)
  const read = (name: string) => strFromU8(parts[name] as Uint8Array)
  for (const name of ['Tổng hợp', 'Tin, bài đã đăng', 'Đọc nhiều nhất']) expect(read('xl/workbook.xml')).toContain(`name="${name}"`)
  expect(Object.keys(parts).filter((name) => /^xl\/worksheets\/sheet\d\.xml$/.test(name))).toHaveLength(3)
  const all = Object.keys(parts)
    .filter((name) => name.endsWith('.xml'))
    .map(read)
    .join('')
  expect(all).toContain('=Lũ rút')
  expect(all).not.toContain('<f>')
  // A spreadsheet counts days, and began to count at this one.
  const firstDay = (Date.parse(`${today.slice(0, 4)}-01-01`) - Date.parse('1899-12-30')) / 86_400_000
  expect(read('xl/worksheets/sheet1.xml')).toContain(`<v>${firstDay}</v>`)
  expect((await send(it, publisher, 'GET', `/analytics/report/xlsx?kind=year&day=${today}&locale=en`)).rawPayload).not.toEqual(
    answer.rawPayload,
  )
})
