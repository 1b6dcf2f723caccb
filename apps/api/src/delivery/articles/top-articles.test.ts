import { type TopArticles, topPeriods } from '@bantin/shared/analytics'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createCategory, createDraft, createPublished, send } from '../../../test/factories.ts'
import { newReader, sendHit } from '../../../test/hits.ts'
import { watchStatements } from '../../../test/rows-read.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { rollUp } from '../../analytics/roll-ups/roll-up.ts'
import { findSite } from '../../db/find-site.ts'
import { findTopArticles } from './top-articles.queries.ts'

let it: TestApp
let publisher: SignedInForTest
let siteId: string
beforeAll(async () => {
  it = await createTestApp()
  publisher = await signIn(it, 'publisher')
  siteId = (await findSite(it.database.db)).id
  // Where it listens, answers are kept until something changes.
  await it.app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => it.close())

const get = (query = '') => it.app.inject(`/api/v1/analytics/top${query}`)
const idsOf = async (query = '') => ((await get(query)).json() as TopArticles).data.map(({ id }) => id)

/** Says that an article had readers so many days ago. */
async function read(articleId: string, readers: number, { age = 0, views = readers, categoryId = null as string | null } = {}) {
  await it.database.db.execute(sql`
    INSERT INTO stat_articles (site_id, period, starts_on, article_id, category_id, views, visits, readers)
    VALUES (${siteId}::uuid, 'day', published.today() - ${age}::int, ${articleId}::uuid, ${categoryId}::uuid, ${views}, 0, ${readers})`)
}

test('the most read come first, by readers of the days that are asked for, and not by views', async () => {
  const [looped, now, lately, before, never] = [
    await createPublished(it, publisher),
    await createPublished(it, publisher),
    await createPublished(it, publisher, { categoryIds: [await createCategory(it)] }),
    await createPublished(it, publisher),
    await createPublished(it, publisher),
  ]
  await read(looped.id, 1, { views: 5000 })
  await read(now.id, 10)
  await read(lately.id, 8, { age: 6 })
  // Where it was filed elsewhere during the day, there are two rows of it.
  await read(lately.id, 7, { age: 6, categoryId: await createCategory(it) })
  await read(before.id, 90, { age: 29 })
  await read(before.id, 5, { age: 2 })
  await read(before.id, 900, { age: 30 })
  await read(never.id, 0, { views: 30 })
  expect(await idsOf('?period=day')).toEqual([now.id, looped.id])
  expect(await idsOf('?period=week')).toEqual([lately.id, now.id, before.id, looped.id])
  expect(await idsOf('?period=month')).toEqual([before.id, lately.id, now.id, looped.id])
  expect(await idsOf()).toEqual(await idsOf('?period=week'))
  expect(await idsOf('?limit=2')).toEqual([lately.id, now.id])
  const list = await it.app.inject('/api/v1/articles?limit=100')
  expect((await get()).json().data[0]).toEqual(list.json().data.find(({ id }: { id: string }) => id === lately.id))
})

test('only listed news is among them: what is held, withdrawn or removed is gone at once, and what was put back is there again', async () => {
  const [held, withdrawn, removed, notice] = [
    await createPublished(it, publisher),
    await createPublished(it, publisher),
    await createPublished(it, publisher),
    await createPublished(it, publisher, { format: 'notice' }),
  ]
  const draft = await createDraft(it, publisher)
  for (const [n, { id }] of [held, withdrawn, removed, notice, draft].entries()) await read(id, 1000 - n)
  const top = () => idsOf('?limit=3&period=day')
  expect(await top()).toEqual([held.id, withdrawn.id, removed.id])
  expect((await get('?limit=3&period=day')).headers['cache-status']).toContain('bantin; hit')
  const verb = async (article: { id: string }, name: string, version: number, body: object = { reason: 'Sai' }) => {
    const answer = await send(it, publisher, 'POST', `/articles/${article.id}/${name}`, body, version)
    expect(answer.statusCode).toBe(200)
    return answer.json().version as number
  }
  const version = await verb(held, 'hold', held.version)
  await expect.poll(top).not.toContain(held.id)
  await verb(withdrawn, 'withdraw', withdrawn.version)
  await expect.poll(top).not.toContain(withdrawn.id)
  expect((await top())[0]).toBe(removed.id)
  await verb(held, 'put-back', version, {})
  await expect.poll(async () => (await top())[0]).toBe(held.id)
  await verb(removed, 'withdraw', removed.version)
  await expect.poll(top).not.toContain(removed.id)
  for (const gone of [withdrawn, removed, notice, draft]) expect(await idsOf('?limit=20&period=day')).not.toContain(gone.id)
})

test('is made of the roll-ups of what was read', async () => {
  const { id } = await createPublished(it, publisher)
  const readers = [newReader(), newReader(), newReader()]
  for (const reader of [...readers, ...readers]) await sendHit(it.app, reader, { articleId: id })
  await it.database.db.execute(sql`DELETE FROM stat_articles`)
  await rollUp(it.database.db)
  expect(await idsOf('?period=day&limit=7')).toEqual([id])
})

describe('where years have been counted', () => {
  beforeAll(async () => {
    await it.database.db.execute(sql`
      INSERT INTO stat_articles (site_id, period, starts_on, article_id, views, visits, readers)
      SELECT ${siteId}::uuid, 'day', published.today() - age, md5(age || ' ' || n)::uuid, 5, 2, 3
      FROM generate_series(0, 1000) AS age, generate_series(1, 150) AS n`)
    await it.database.db.execute(sql`ANALYZE stat_articles`)
  })

  test.each(topPeriods.flatMap((period) => [1, 10].map((limit) => ({ period, limit }))))(
    'the $limit most read of the $period are planned once, not for each that asks',
    async (asked) => {
      const { delivery, plansKept } = watchStatements(it)
      expect(Object.values(await plansKept(() => findTopArticles(delivery, '', asked)))).toEqual([2])
    },
  )
})

test.each(['period=year', 'period=', 'limit=0', 'limit=21', 'cursor=x', 'unit=a'])('refuses %s', async (query) => {
  expect((await get(`?${query}`)).statusCode).toBe(400)
})
