import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPublished } from '../../../test/factories.ts'
import { addManyLike } from '../../../test/many-articles.ts'
import { watchStatements } from '../../../test/rows-read.ts'
import { signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { findArticles } from './article-list.queries.ts'
import { findFate } from './former-articles.queries.ts'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
  const { id } = await createPublished(it, await signIn(it, 'publisher'))
  await addManyLike(it, id, 10_000)
})
afterAll(() => it.close())

const threeDaysAgo = new Date(Date.now() - 3 * 86_400_000).toISOString()

test.each([
  ['the first page', {}, undefined],
  ['a page in the middle', {}, [threeDaysAgo, '00000000-0000-7000-8000-000000000000']],
  ['the first page up to a day', { publishedTo: threeDaysAgo.slice(0, 10) }, undefined],
])('%s costs a page, however many articles there are', async (_name, filters, after) => {
  const { delivery, mostRowsRead } = watchStatements(it)
  expect(await findArticles(delivery, 'http://localhost:3000', { filters, after, limit: 21 })).toHaveLength(21)
  expect(await mostRowsRead()).toBeLessThan(100)
})

test('an address at which there is no article costs a look-up, however many there are', async () => {
  await it.database.db.execute(sql`
    INSERT INTO article_slugs (site_id, slug, article_id, current) SELECT site_id, slug, id, true FROM published.articles ON CONFLICT DO NOTHING`)
  await it.database.db.execute(sql`ANALYZE article_slugs`)
  const { delivery, mostRowsRead } = watchStatements(it)
  for (const idOrSlug of ['khong-co', '00000000-0000-7000-8000-000000000000']) expect(await findFate(delivery, idOrSlug)).toBeUndefined()
  expect(await mostRowsRead()).toBeLessThan(10)
})
