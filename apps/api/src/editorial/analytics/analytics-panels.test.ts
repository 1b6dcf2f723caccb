import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAuthor, createCategory, createPublished, createUnit, send } from '../../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { countWaiting } from '../../../test/while-locked.ts'
import { rollUp } from '../../analytics/roll-ups/roll-up.ts'
import { rollUpDay } from '../../analytics/roll-ups/roll-up-day.repository.ts'
import { findSite } from '../../db/find-site.ts'
import { totalStartsOn } from '../../db/schema/stats.ts'
import { findArticles } from './article-figures.repository.ts'
import type { Span } from './cover.ts'

let it: TestApp
let reporter: SignedInForTest
let ids: Record<'above' | 'below' | 'author' | 'category' | 'flood' | 'fees', string>

/** What was read of what, on which local day and hour: how often, by whom, and from where it was entered. */
type Read = [day: string, hour: number, of: 'flood' | 'fees' | null, visitor: number | null, from?: string]
const reads: Read[] = [
  ['2026-03-30', 9, 'flood', 1, 'www.google.com'],
  ['2026-03-30', 9, 'flood', 1],
  ['2026-03-31', 23, 'fees', 2, 'zalo.me'],
  ['2026-04-01', 0, 'flood', 2, ''],
  ['2026-04-01', 7, 'flood', 3, 'www.google.com'],
  ['2026-04-01', 8, 'flood', 3],
  ['2026-04-01', 8, null, 3],
  ['2026-04-02', 10, null, null, 'ubnd.gov.vn'],
  ['2026-04-02', 11, 'fees', null],
]

beforeAll(async () => {
  it = await createTestApp({ countryDatabase: 'countries.mmdb' })
  const { db } = it.database
  const publisher = await signIn(it, 'publisher')
  reporter = await signIn(it, 'reporter')
  const [above, author, category] = [
    await createUnit(it, { name: 'Sở Ở Trên' }),
    await createAuthor(it, 'Mai An'),
    await createCategory(it),
  ]
  const below = await createUnit(it, { name: 'Phòng Ở Dưới', parentId: above })
  const { id: flood } = await createPublished(it, publisher, {
    title: 'Lũ rút',
    units: [{ unitId: below, role: 'lead' }],
    bylines: [{ authorId: author, role: 'text' }],
    categoryIds: [category],
  })
  const { id: fees } = await createPublished(it, publisher, { title: '=Học phí', units: [{ unitId: above, role: 'lead' }] })
  ids = { above, below, author, category, flood, fees }
  const { id: siteId } = await findSite(db)
  for (const [day, hour, of, visitor, from] of reads) {
    const articleId = of && ids[of]
    await db.execute(sql`
      INSERT INTO hits (local_day, id, at, local_hour, site_id, article_id, path, visit, visitor, referrer_host)
      VALUES (${day}, ${randomUUID()}, (${day}::date + make_interval(hours => ${hour}, mins => ${reads.findIndex((one) => one[0] === day)})) AT TIME ZONE 'Asia/Ho_Chi_Minh',
        ${hour}, ${siteId}, ${articleId}, ${articleId ? null : '/'}, ${from !== undefined}, ${visitor === null ? null : Buffer.alloc(16, visitor)}, ${from || null})`)
  }
  await rollUp(db, new Date('2026-04-02T12:00:00+07:00'))
})
afterAll(() => it.close())

const days = 'from=2026-03-30&to=2026-04-02'
const get = (path: string) => send(it, reporter, 'GET', `/analytics/${path}`)
const ask = async (path: string) => (await get(path)).json()
const whole = { views: 9, visits: 5, readers: 4 }

describe('panels add up to each other', () => {
  test.each(['articles', 'units', 'authors', 'categories'])('%s', async (panel) => {
    const { data, total } = await ask(`${panel}?${days}`)
    const sum = (name: 'views' | 'visits' | 'readers') => data.reduce((all: number, one: typeof whole) => all + one[name], 0)
    expect({ total, views: sum('views'), visits: sum('visits'), readers: sum('readers') }).toEqual({ total: whole, ...whole })
  })

  test.each(['hour', 'day', 'week', 'month'])('the series by %s, without gaps', async (by) => {
    const { total, data } = await ask(`timeseries?${days}&by=${by}`)
    expect([total, data.length]).toEqual([whole, { hour: 96, day: 4, week: 1, month: 2 }[by]])
  })

  test('referrers and countries, in visits', async () => {
    const { data, total, classes } = await ask(`referrers?${days}`)
    expect(total).toBe(whole.visits)
    expect(classes).toEqual([
      { class: 'search', visits: 2 },
      { class: 'direct', visits: 1 },
      { class: 'portal', visits: 1 },
      { class: 'social', visits: 1 },
    ])
    expect(data[0]).toEqual({ host: 'www.google.com', class: 'search', visits: 2 })
    expect(data).toContainEqual({ host: null, class: 'direct', visits: 1 })
    expect(await ask(`countries?${days}`)).toMatchObject({ total: 5, isConfigured: true, data: [{ country: null, visits: 5 }] })
  })
})

test('a panel is of one moment: what is rolled up while it is made is in none of its figures', async () => {
  const more = (views: number) => sql`UPDATE stat_articles SET views = views + ${views} WHERE starts_on = '2026-04-01'`
  const { asked } = await it.database.db.transaction(async (tx) => {
    await tx.execute(sql`LOCK TABLE stat_articles`)
    const answer = ask(`articles?${days}`)
    await expect.poll(() => countWaiting(it.database)).toBe(1)
    await tx.execute(more(100))
    return { asked: answer }
  })
  const { data, total } = await asked
  await it.database.db.execute(more(-100))
  expect([total, data.reduce((all: number, one: typeof whole) => all + one.views, 0)]).toEqual([whole, whole.views])
})

test('units have their names, the most read first, with what has none among them', async () => {
  expect((await ask(`units?${days}`)).data).toEqual([
    { id: ids.below, name: 'Phòng Ở Dưới', views: 5, visits: 3, readers: 3 },
    { id: ids.above, name: 'Sở Ở Trên', views: 2, visits: 1, readers: 1 },
    { id: null, name: null, views: 2, visits: 1, readers: 0 },
  ])
})

test('a series stands beside as many days before, and begins its points with the local day and hour', async () => {
  const { data, previous, asOf } = await ask('timeseries?from=2026-04-01&to=2026-04-02&by=day')
  expect(data).toEqual([
    { at: '2026-04-01', views: 4, visits: 2, readers: 2 },
    { at: '2026-04-02', views: 2, visits: 1, readers: 0 },
  ])
  expect(previous).toEqual({
    from: '2026-03-30',
    to: '2026-03-31',
    total: { views: 3, visits: 2, readers: 2 },
    data: [
      { at: '2026-03-30', views: 2, visits: 1, readers: 1 },
      { at: '2026-03-31', views: 1, visits: 1, readers: 1 },
    ],
  })
  expect(asOf).toMatch(/\+07:00$/)
  const hours = (await ask('timeseries?from=2026-03-31&to=2026-03-31')).data
  expect(hours.at(-1)).toEqual({ at: '2026-03-31T23', views: 1, visits: 1, readers: 1 })
})

describe('a filter', () => {
  test.each([
    ['unit', 'above', { views: 7, visits: 4, readers: 4 }],
    ['unit', 'below', { views: 5, visits: 3, readers: 3 }],
    ['author', 'author', { views: 5, visits: 3, readers: 3 }],
    ['category', 'category', { views: 5, visits: 3, readers: 3 }],
  ] as const)('by %s (%s) narrows every panel alike', async (name, id, total) => {
    const filtered = `${days}&${name}=${ids[id]}`
    for (const panel of ['timeseries', 'articles', 'units', 'authors', 'categories']) {
      expect((await ask(`${panel}?${filtered}`)).total).toEqual(total)
    }
    expect((await ask(`referrers?${filtered}`)).total).toBe(total.visits)
  })

  test('by an article gives its series', async () => {
    expect((await ask(`timeseries?${days}&article=${ids.fees}`)).total).toEqual({ views: 2, visits: 1, readers: 1 })
  })

  test.each([
    ['two at once', () => `units?unit=${ids.above}&author=${ids.author}`, 'author'],
    ['an article by hour', () => `timeseries?${days}&by=hour&article=${ids.fees}`, 'by'],
    ['an article and a unit', () => `timeseries?unit=${ids.above}&article=${ids.fees}`, 'article'],
    ['hours of a year', () => 'timeseries?from=2025-01-01&to=2025-12-31&by=hour', 'by'],
    ['a day before all portals', () => 'articles?from=0001-01-05&to=2026-04-01', 'from'],
    ['a day behind which there is none of four digits', () => 'timeseries?from=9999-12-31&to=9999-12-31', 'from'],
    ['days in the wrong order', () => 'articles?from=2026-04-02&to=2026-04-01', 'from'],
  ])('is refused: %s', async (_what, path, name) => {
    const answer = await get(path())
    expect([answer.statusCode, answer.json().errors[0]]).toMatchObject([400, { name }])
  })
})

test('since the beginning it is the total of closed months and the days since, with the most read first', async () => {
  const { data, total } = await ask('articles?from=2000-01-01&to=2026-04-02&limit=2')
  expect(total).toEqual(whole)
  expect(data).toMatchObject([
    {
      article: { id: ids.flood, title: 'Lũ rút', url: expect.stringMatching(/^http.*\/bai-viet\/lu-rut$/) },
      views: 5,
      visits: 3,
      readers: 3,
    },
    { article: { id: ids.fees }, views: 2, visits: 1, readers: 1 },
    { article: null, views: 2, visits: 1, readers: 0 },
  ])
  const unknown = randomUUID()
  expect((await ask(`article-figures?ids=${unknown},${ids.fees},${ids.flood}`)).data).toEqual([
    { id: unknown, views: 0, visits: 0, readers: 0 },
    { id: ids.fees, views: 2, visits: 1, readers: 1 },
    { id: ids.flood, views: 5, visits: 3, readers: 3 },
  ])
})

test.each([1, 20, 1000])(
  'of more articles than are looked at, the %i most read since the beginning are those that adding all up gives',
  async (limit) => {
    const { db } = it.database
    const siteId = randomUUID()
    // A long tail, of which some were read lately, and some that were never read before.
    await db.execute(sql`
    INSERT INTO stat_articles (site_id, period, starts_on, article_id, views, visits, readers)
    SELECT ${siteId}::uuid, 'total', ${totalStartsOn}::date, md5(n::text)::uuid, 3, 2, 3000 / n FROM generate_series(1, 3000) AS n
    UNION ALL SELECT ${siteId}::uuid, 'day', day, md5(n::text)::uuid, 5, 4, n * 7919 % 200
      FROM generate_series(7, 3050, 7) AS n, (VALUES ('2026-04-01'::date), ('2026-04-02')) AS lately (day)`)
    const { rows } = await db.execute(sql`
    SELECT article_id AS id, sum(views)::bigint AS views, sum(visits)::bigint AS visits, sum(readers)::bigint AS readers FROM stat_articles
    WHERE site_id = ${siteId}::uuid GROUP BY article_id ORDER BY readers DESC, id LIMIT ${limit}`)
    const spans: Span[] = [
      { period: 'total', from: totalStartsOn, to: totalStartsOn },
      { period: 'day', from: '2026-04-01', to: '2026-04-02' },
    ]
    const found = await findArticles(db, { siteId, filter: undefined, spans }, limit, '')
    expect(found.map(({ article, ...figures }) => ({ id: article?.id, ...figures }))).toEqual(rows)
    await db.execute(sql`DELETE FROM stat_articles WHERE site_id = ${siteId}::uuid`)
  },
)

test('each panel is given as CSV, in which no title is a formula', async () => {
  const { body, headers } = await get(`articles/csv?${days}`)
  expect(headers['content-type']).toBe('text/csv; charset=utf-8')
  const [names, first, second] = body.split('\r\n')
  expect(names).toBe('\ufeffid,title,url,publishedAt,views,visits,readers')
  expect([first, second]).toEqual([expect.stringContaining(`${ids.flood},Lũ rút,http`), expect.stringContaining("'=Học phí")])
  const others = ['timeseries', 'units', 'authors', 'categories', 'referrers', 'countries']
  for (const panel of others) expect((await get(`${panel}/csv?${days}`)).body.split('\r\n').length).toBeGreaterThan(2)
})

test('what was not counted is for administrators, by day and cause', async () => {
  const { db } = it.database
  await db.execute(sql`INSERT INTO hit_drops (site_id, local_day, cause, count) SELECT id, '2026-04-01', 'bot', 7 FROM sites`)
  expect((await get(`dropped?${days}`)).statusCode).toBe(403)
  const admin = await signIn(it, 'admin')
  const answer = await send(it, admin, 'GET', `/analytics/dropped?${days}`)
  expect(answer.json()).toEqual({ from: '2026-03-30', to: '2026-04-02', total: 7, data: [{ day: '2026-04-01', cause: 'bot', count: 7 }] })
})

test('days that another system counted have no hours: they are shown by day, and by hour in the total', async () => {
  await it.database.db.execute(sql`INSERT INTO imported_days (site_id, local_day, views, visits) SELECT id, '2026-03-20', 9, 5 FROM sites`)
  await rollUpDay(it.database.db, { siteId: (await findSite(it.database.db)).id, day: '2026-03-20' })
  const total = { views: 9, visits: 5, readers: 0 }
  expect(await ask('timeseries?from=2026-03-20&to=2026-03-20')).toMatchObject({ by: 'day', total, data: [total] })
  expect(await ask('timeseries?from=2026-03-21&to=2026-03-22')).toMatchObject({ by: 'day', previous: { total } })
  const byHour = await ask('timeseries?from=2026-03-20&to=2026-03-20&by=hour')
  expect([byHour.total, (await ask('articles?from=2026-03-20&to=2026-03-20')).total]).toEqual([total, total])
  expect((await ask('timeseries?from=2026-03-31&to=2026-03-31')).by).toBe('hour')
})
