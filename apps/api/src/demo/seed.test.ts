import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { media } from '../db/schema/media.ts'
import { seedDemo } from './seed.ts'

let it: TestApp
let seeded: boolean[]
beforeAll(async () => {
  it = await createTestApp()
  seeded = await Promise.all([seed(), seed()])
})
afterAll(() => it.close())

const seed = () => seedDemo({ db: it.database.db, mediaStore: it.mediaStore, password: 'mat-khau-cua-bai-thu' })
const get = async (path: string) => (await it.app.inject(`/api/v1${path}`)).json()

describe('the demo', () => {
  test('fills an empty database once, also when two begin at once', async () => {
    expect(seeded.sort()).toEqual([false, true])
    expect(await seed()).toBe(false)
  })

  test('has 24 published articles with pictures that open, and one of the archive without, none of the future', async () => {
    const { data } = await get('/articles?limit=100')
    expect(data).toHaveLength(25)
    expect(data.at(-1)).toMatchObject({ hero: null, publishedAt: '2021-12-28T16:30:00.000+07:00' })
    for (const { hero, publishedAt } of data.slice(0, 24)) {
      expect(new Date(publishedAt).getTime()).toBeLessThan(Date.now())
      expect((await it.app.inject(new URL(hero.src).pathname)).statusCode).toBe(200)
    }
  })

  test('has texts with every kind of block but recordings, whose files are there and open', async () => {
    const { rows } = await it.database.db.execute<{ type: string }>(
      sql`SELECT DISTINCT block ->> 'type' AS type FROM published.articles, jsonb_array_elements(body -> 'content') AS block ORDER BY 1`,
    )
    const types = ['bulletList', 'figure', 'file', 'gallery', 'heading', 'orderedList', 'paragraph', 'quote', 'table']
    expect(rows.map(({ type }) => type)).toEqual(types)
    const files = await it.database.db.select().from(media)
    for (const { id, public: isPublic, bytes } of files) {
      const original = await it.mediaStore.open(`${id}/original`)
      original?.stream.destroy()
      expect([isPublic, original?.bytes]).toEqual([true, bytes])
    }
  })

  test('has articles that lead the home page, of which not all are the newest, and an alert that leads to a page', async () => {
    const [{ home, alerts }, featured, newest] = [await get('/site'), await get('/articles?featured=true'), await get('/articles?limit=3')]
    expect(featured.data.map(({ id }: { id: string }) => id).sort()).toEqual([...home].sort())
    expect([home.length, home[0] === newest.data[0].id]).toEqual([3, false])
    expect(alerts).toMatchObject([{ level: 'info' }])
    const looked = await get(`/lookup?url=${encodeURIComponent(alerts[0].url)}`)
    expect(home).toContain(looked.id)
    expect((await get(`/articles/${looked.id}`)).body.content.length).toBeGreaterThan(3)
  })

  test('has a portal that is a little behind, whose webhook is off, and no key that opens anything', async () => {
    const { rows } = await it.database.db.execute(sql`
      SELECT (SELECT max(seq) FROM changes) - portal_position(c.id) AS behind, e.disabled_because,
        (SELECT count(*)::int FROM api_keys k WHERE k.revoked_at IS NULL) AS keys,
        (SELECT array_agg(status ORDER BY status) FROM webhook_deliveries) AS messages
      FROM api_clients c JOIN webhook_endpoints e ON e.client_id = c.id`)
    const messages = ['delivered', 'delivered', 'failed']
    expect(rows).toEqual([{ behind: 3, disabled_because: 'by_hand', keys: 0, messages }])
  })

  test('has work on the desk in every state before publication, and none of it is public', async () => {
    const { rows } = await it.database.db.execute(
      sql`SELECT work_state, count(*)::int AS n FROM articles WHERE public_state = 'none' GROUP BY 1 ORDER BY 1`,
    )
    expect(rows).toEqual([
      { work_state: 'draft', n: 2 },
      { work_state: 'in_review', n: 1 },
      { work_state: 'scheduled', n: 1 },
    ])
  })

  test('is found at once: articles, drafts and names', async () => {
    const { rows } = await it.database.db.execute(sql`SELECT
      (SELECT count(*)::int FROM published.articles) - (SELECT count(*)::int FROM published.article_terms) AS articles,
      (SELECT count(*)::int FROM articles) - (SELECT count(*)::int FROM draft_terms) AS drafts,
      (SELECT count(*)::int FROM published.current_names) - (SELECT count(*)::int FROM published.names) AS names`)
    expect(rows).toEqual([{ articles: 0, drafts: 0, names: 0 }])
    expect((await get('/search/suggest?q=van%20phong')).data).not.toEqual([])
  })

  test('has a bloc of nine, four authors and six categories', async () => {
    const bloc = (await get('/units')).data.find((unit: { kind: string }) => unit.kind === 'bloc')
    expect((await get(`/units/${bloc.slug}`)).members).toHaveLength(9)
    const { results, awards } = await get(`/units/${bloc.slug}/emulation/2021`)
    expect(results.map(({ rank }: { rank: number }) => rank)).toEqual([1, 2, 2, 4, 5, 6, 7, 8, 9])
    expect([awards.length, (await get(`/units/${bloc.slug}/emulation/2022`)).code]).toEqual([2, 'not_found'])
    expect((await get('/authors')).data).toHaveLength(4)
    expect((await get('/categories')).data).toHaveLength(6)
  })

  test('has the organization of then and of today: names, members, terms and people, and the article of 2021 keeps its names', async () => {
    const bloc = (asOf: string) => get(`/units/khoi-thi-dua-tong-hop?asOf=${asOf}`)
    const names = (stubs: { name: string }[]) => stubs.map(({ name }) => name)
    const [then, now] = [await bloc('2021-12-28'), await bloc('2026-01-01')]
    expect([then.members.length, now.members.length]).toEqual([9, 9])
    expect(names(then.members)).toEqual(expect.arrayContaining(['Sở Kế hoạch và Đầu tư', 'Kho bạc Nhà nước tỉnh Trà Giang']))
    expect(names(now.members)).toEqual(expect.arrayContaining(['Thanh tra tỉnh', 'Kho bạc Nhà nước Sông Trà']))
    const terms = then.terms.map(({ year, role, status, unit }: { year: number; role: string; status: string; unit: { slug: string } }) =>
      [year, role, status, unit.slug].join(' '),
    )
    expect(terms).toEqual([
      '2022 head proposed van-phong-uy-ban-nhan-dan-tinh',
      '2022 deputy proposed ngan-hang-nha-nuoc-chi-nhanh-song-tra',
      '2021 head decided van-phong-doan-dai-bieu-quoc-hoi-va-hoi-dong-nhan-dan-tinh',
      '2021 deputy decided kho-bac-nha-nuoc-song-tra',
    ])
    const holder = async (asOf: string) => (await get(`/units/kho-bac-nha-nuoc-song-tra?asOf=${asOf}`)).posts[0].holders[0].person.name
    expect([await holder('2021-12-28'), await holder('2025-07-01')]).toEqual(['Trần Quang Nguyên', 'Lý Minh Tâm'])
    const article = (await get('/articles?sort=publishedAt&limit=1')).data[0]
    expect(names(article.units)).toEqual(expect.arrayContaining(['Uỷ ban nhân dân tỉnh Trà Giang', 'Kho bạc Nhà nước tỉnh Trà Giang']))
    expect(article.units.find(({ slug }: { slug: string }) => slug === 'so-ke-hoach-va-dau-tu')).toMatchObject({
      closedOn: '2025-03-01',
      successors: [{ name: 'Sở Tài chính' }],
    })
    expect(names((await get(`/articles/${article.id}`)).appointments)).toEqual(['Nguyễn Hoàng Sơn', 'Trần Quang Nguyên', 'Nguyễn Anh Chức'])
  })

  test('lets each of the five accounts sign in', async () => {
    for (const role of ['reporter', 'editor', 'publisher', 'admin', 'auditor']) {
      const answer = await it.app.inject({
        method: 'POST',
        url: '/api/v1/auth/login',
        payload: { email: `${role}@example.gov.vn`, password: 'mat-khau-cua-bai-thu' },
      })
      expect([answer.statusCode, answer.json().user?.grants[0]?.role]).toEqual([200, role])
    }
  })

  test('has some weeks of visits', async () => {
    const { today, week, total } = await get('/analytics/summary')
    expect(total).toBeGreaterThan(714_464)
    expect(today <= week && week <= total).toBe(true)
  })
})
