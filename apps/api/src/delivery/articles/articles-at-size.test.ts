import type { ArticleFilters } from '@bantin/shared/article-list'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAuthor, createCategory, createPublished, createUnit } from '../../../test/factories.ts'
import { addManyLike } from '../../../test/many-articles.ts'
import { watchStatements } from '../../../test/rows-read.ts'
import { signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { countArticles, findArticles } from './article-list.queries.ts'
import { findFate } from './former-articles.queries.ts'

let it: TestApp
/** The articles of a category that has few, all of them old, the newest first. */
let rare: string[]
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
  rare = await fileUnderRare(it)
})
afterAll(() => it.close())

async function fileUnderRare({ database: { db } }: TestApp): Promise<string[]> {
  await db.execute(sql`
    INSERT INTO categories (id, site_id, slug, name) SELECT gen_random_uuid(), site_id, 'hiem', 'Hiếm' FROM categories WHERE slug = 'chuyen-muc'`)
  const { rows } = await db.execute<{ id: string }>(sql`
    INSERT INTO published.article_categories (article_id, position, category_id, site_id, format, listed, published_at, updated_at)
    SELECT a.id, 1, c.id, a.site_id, a.format, a.listed, a.published_at, a.updated_at
    FROM (SELECT * FROM published.articles ORDER BY published_at LIMIT 30) a, categories c WHERE c.slug = 'hiem' RETURNING article_id AS id`)
  await db.execute(sql`ANALYZE published.article_categories`)
  return rows.map(({ id }) => id).reverse()
}

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
  // A day later than the middle's: at the end of its own day the site has hardly an article left behind it.
  { publishedTo: daysAgo(2).slice(0, 10) },
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

  test.each([2, 21, 101])('and one of %i is planned once, not for each that reads it', async (limit) => {
    const { delivery, plansKept } = watchStatements(it)
    const kept = await plansKept(() => findArticles(delivery, 'http://localhost:3000', { filters, after: undefined, limit }))
    expect(Object.values(kept)).toEqual([2])
  })
})

describe.each<ArticleFilters>([
  { tag: 'the', category: 'hiem' },
  { unit: 'don-vi', unitRole: 'lead', category: 'hiem' },
  { unit: 'don-vi', descendants: true, category: 'hiem' },
  { author: 'tac-gia', unit: 'don-vi', category: 'hiem', locale: 'vi' },
])('what few of many have in common is found however far back it is, each once and in order: %o', (filters) => {
  test.each(['-publishedAt', 'publishedAt', '-updatedAt'] as const)('page by page by %s', async (sort) => {
    const { delivery } = it.database
    const found: string[] = []
    for (let after: string[] | undefined, pages = 0; pages === 0 || (after && pages < 9); pages++) {
      const page = await findArticles(delivery, '', { filters, sort, after, limit: 12 })
      const last = page.at(-1)
      found.push(...page.map(({ id }) => id))
      after = last && [last.at, last.id]
    }
    const inOrder = sort === 'publishedAt' ? rare.toReversed() : rare
    expect(found).toEqual(inOrder)
    expect(await countArticles(delivery, filters)).toBe(rare.length)
  })
})

test('of an archive a feed looks through the newest alone, however much was brought in', async () => {
  await it.database.db.transaction(async (tx) => {
    await tx.execute(sql`SET LOCAL session_replication_role = replica`)
    await tx.execute(sql`
      INSERT INTO changes (site_id, action, reason, entity, entity_id, edition, backfill)
      SELECT site_id, 'put', 'published', 'article', id, 1, true FROM published.articles`)
  })
  await it.database.db.execute(sql`ANALYZE changes`)
  for (const filters of [{}, { category: 'chuyen-muc' }, { unit: 'don-vi' }]) {
    const { delivery, mostRowsRead } = watchStatements(it)
    expect(await findArticles(delivery, '', { filters, after: undefined, limit: 30, onlyNew: true })).toEqual([])
    expect(await mostRowsRead()).toBeLessThan(600)
  }
})

test('an address at which there is no article costs a look-up, however many there are', async () => {
  await it.database.db.execute(sql`
    INSERT INTO article_slugs (site_id, slug, article_id, current) SELECT site_id, slug, id, true FROM published.articles ON CONFLICT DO NOTHING`)
  await it.database.db.execute(sql`ANALYZE article_slugs`)
  const { delivery, mostRowsRead } = watchStatements(it)
  for (const idOrSlug of ['khong-co', '00000000-0000-7000-8000-000000000000']) expect(await findFate(delivery, idOrSlug)).toBeUndefined()
  expect(await mostRowsRead()).toBeLessThan(10)
})
