import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPublished } from '../../../test/factories.ts'
import { addManyLike } from '../../../test/many-articles.ts'
import { watchStatements } from '../../../test/rows-read.ts'
import { signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { findWholeArticles } from '../articles/whole-articles.queries.ts'
import { findDump } from '../dump/dump.queries.ts'
import { findChanges } from './changes.queries.ts'
import { changesPage } from './changes-page.ts'

const articles = 5000
let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
  const { db } = it.database
  const { id } = await createPublished(it, await signIn(it, 'publisher'))
  await addManyLike(it, id, articles)
  // Everything was published, then corrected three times over, so that most of the feed was overtaken.
  for (const reason of ['published', 'minor', 'correction', 'minor']) {
    await db.execute(sql`INSERT INTO changes (site_id, action, reason, entity, entity_id, edition)
      SELECT site_id, 'put', ${reason}, 'article', id, 1 FROM published.articles ORDER BY id`)
  }
  await db.execute(sql`INSERT INTO dumps (id, epoch, seq, bytes) VALUES (gen_random_uuid(), 1, 0, 1)`)
  await db.execute(sql`ANALYZE`)
})
afterAll(() => it.close())

const end = articles * 4

test.each([
  ['the first page of a first run', {}],
  ['a page in the middle of a first run', { cursor: `1:${end - 2000}..${end}` }],
  ['a page of who was away for long', { cursor: `1:${articles}` }],
  ['an empty page', { cursor: `1:${end + 5}` }],
  ['a page of who is almost there', { cursor: `1:${end - 10}` }],
])('%s costs a page, however long the feed is and whatever was overtaken in it', async (_name, query) => {
  const { delivery, mostRowsRead } = watchStatements(it)
  const readArticles = (ids: string[]) => findWholeArticles(delivery, 'http://localhost:3000', ids)
  const page = JSON.parse((await changesPage(delivery, readArticles, { limit: 50, include: 'article', ...query })).json)
  expect(page.data.length).toBeLessThanOrEqual(50)
  expect(await mostRowsRead()).toBeLessThan(200)
})

test.each([1, 20, 1000])('a page of %i is one, and planned once, not for each that asks', async (limit) => {
  const { delivery, plansKept } = watchStatements(it)
  expect((await findChanges(delivery, undefined, limit)).entries).toHaveLength(limit + 1)
  expect(await plansKept(() => findChanges(delivery, undefined, limit))).toEqual({ changes: 3 })
})

test('that a dump is given out is asked for by a look-up', async () => {
  const { delivery, mostRowsRead } = watchStatements(it)
  expect(await findDump(delivery)).toMatchObject({ bytes: 1 })
  expect(await mostRowsRead()).toBeLessThan(10)
})
