import type { ArticleFilters } from '@bantin/shared/article-list'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAuthor, createCategory, createPublished, createUnit } from '../../../test/factories.ts'
import { addManyLike } from '../../../test/many-articles.ts'
import { watchStatements } from '../../../test/rows-read.ts'
import { signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { findArticles } from './article-list.queries.ts'
import { findFate } from './former-articles.queries.ts'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
  const [publisher, unitId, authorId, categoryId] = [
    await signIn(it, 'publisher'),
    await createUnit(it),
    await createAuthor(it),
    await createCategory(it),
  ]
  for (let i = 0; i < 3; i++) await createUnit(it, { parentId: unitId })
  await it.database.db.execute(sql`
    INSERT INTO tags (id, site_id, slug, name) SELECT id, site_id, 'the', 'Thẻ' FROM categories WHERE id = ${categoryId}`)
  await it.database.db.execute(sql`UPDATE units SET slug = 'don-vi' WHERE id = ${unitId}`)
  await it.database.db.execute(sql`UPDATE authors SET slug = 'tac-gia' WHERE id = ${authorId}`)
  await it.database.db.execute(sql`UPDATE categories SET slug = 'chuyen-muc' WHERE id = ${categoryId}`)
  const { id } = await createPublished(it, publisher, {
    units: [{ unitId, role: 'lead' }],
    bylines: [{ authorId, role: 'text' }],
    categoryIds: [categoryId],
    tagIds: [categoryId],
    genre: 'Tin',
  })
  await addManyLike(it, id, 10_000)
})
afterAll(() => it.close())

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()
const middle = [daysAgo(3), '00000000-0000-7000-8000-000000000000']

describe.each<ArticleFilters>([
  {},
  { unit: 'don-vi' },
  { unit: 'don-vi', descendants: true },
  { unit: 'don-vi', unitRole: 'lead' },
  { author: 'tac-gia' },
  { category: 'chuyen-muc' },
  { tag: 'the' },
  { genre: 'Tin' },
  { locale: 'vi' },
  { featured: false },
  { publishedTo: daysAgo(3).slice(0, 10) },
])('a page costs a page, however many articles there are: %o', (filters) => {
  test.each([
    ['-publishedAt', undefined],
    ['publishedAt', undefined],
    ['-updatedAt', undefined],
    ['-publishedAt', middle],
    ['publishedAt', middle],
    ['-updatedAt', middle],
  ] as const)('by %s behind %o', async (sort, behind) => {
    // Read from the newest change on, what came out before a day lies behind all that came out since.
    if (sort === '-updatedAt' && filters.publishedTo !== undefined && !behind) return
    const { delivery, mostRowsRead } = watchStatements(it)
    const after = behind && [...behind]
    expect(await findArticles(delivery, 'http://localhost:3000', { filters, sort, after, limit: 21 })).toHaveLength(21)
    expect(await mostRowsRead()).toBeLessThan(200)
  })
})

test('an address at which there is no article costs a look-up, however many there are', async () => {
  await it.database.db.execute(sql`
    INSERT INTO article_slugs (site_id, slug, article_id, current) SELECT site_id, slug, id, true FROM published.articles ON CONFLICT DO NOTHING`)
  await it.database.db.execute(sql`ANALYZE article_slugs`)
  const { delivery, mostRowsRead } = watchStatements(it)
  for (const idOrSlug of ['khong-co', '00000000-0000-7000-8000-000000000000']) expect(await findFate(delivery, idOrSlug)).toBeUndefined()
  expect(await mostRowsRead()).toBeLessThan(10)
})
