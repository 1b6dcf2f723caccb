import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDraft, createPublished, send } from '../../../test/factories.ts'
import { watchStatements } from '../../../test/rows-read.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { findSite } from '../../db/find-site.ts'
import { tags } from '../../db/schema/categories.ts'
import { findTags } from './tags.queries.ts'

let it: TestApp
let publisher: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  publisher = await signIn(it, 'publisher')
})
afterAll(() => it.close())

async function createTags(...names: string[]): Promise<string[]> {
  const { id: siteId } = await findSite(it.database.db)
  const rows = names.map((name, n) => ({ id: uuidv7(), siteId, slug: `the-${name.length}-${n}-${uuidv7().slice(0, 8)}`, name }))
  await it.database.db.insert(tags).values(rows)
  return rows.map(({ id }) => id)
}

const get = (path: string) => it.app.inject(`/api/v1${path}`)
const namesOf = async (query = '') => (await get(`/tags${query}`)).json().data.map(({ name }: { name: string }) => name)

test('tags are those of listed articles, in Vietnamese order, page by page', async () => {
  const tagIds = await createTags('Đê điều', 'Đất đai', 'Dân số', 'Ấp văn hóa', 'Y tế', 'Ăn uống', 'Y tế')
  await createPublished(it, publisher, { tagIds })
  await createDraft(it, publisher, { tagIds: await createTags('Chỉ trong bản nháp') })
  const expected = ['Ăn uống', 'Ấp văn hóa', 'Dân số', 'Đất đai', 'Đê điều', 'Y tế', 'Y tế']
  expect(await namesOf()).toEqual(expected)
  const seen: string[] = []
  for (let next: string | null = ''; next !== null; ) {
    const answer = await get(`/tags?limit=2${next && `&cursor=${next}`}`)
    seen.push(...answer.json().data.map(({ name }: { name: string }) => name))
    next = answer.json().page.next
    expect(answer.headers.link === undefined).toBe(next === null)
  }
  expect(seen).toEqual(expected)
})

test('a tag goes with the last listed article that carries it', async () => {
  const { id, version } = await createPublished(it, publisher, { tagIds: await createTags('Sắp gỡ') })
  expect(await namesOf()).toContain('Sắp gỡ')
  await send(it, publisher, 'POST', `/articles/${id}/withdraw`, { reason: 'Sai' }, version)
  expect(await namesOf()).not.toContain('Sắp gỡ')
})

describe('of a thousand tags', () => {
  beforeAll(async () => {
    const tagIds = await createTags(...Array.from({ length: 1000 }, (_, n) => `Thẻ số ${n}`))
    const { id } = await createPublished(it, publisher)
    await it.database.db.execute(sql`
      INSERT INTO published.article_tags (article_id, position, tag_id, site_id, format, listed, published_at, updated_at)
      SELECT id, n, tag_id, site_id, format, listed, published_at, updated_at
      FROM published.articles, unnest(${sql.param(tagIds)}::uuid[]) WITH ORDINALITY AS t (tag_id, n) WHERE id = ${id}`)
    await it.database.db.execute(sql`ANALYZE`)
  })

  test.each([2, 21, 101])('a page of %i is one, and planned once, not for each that asks', async (limit) => {
    const { delivery, plansKept } = watchStatements(it)
    let behind: string[] | undefined
    const kept = await plansKept(async () => {
      const found = await findTags(delivery, '', behind, limit)
      expect(found).toHaveLength(limit)
      const last = found.at(-1)
      if (last) behind = [last.name, last.id]
    })
    expect(kept).toEqual({ tags: 0, 'tags behind one': 1 })
    expect(await plansKept(() => findTags(delivery, '', undefined, limit))).toMatchObject({ tags: 3 })
  })
})

test.each(['limit=0', 'limit=101', 'limit=100000', 'q=x', 'cursor=x', `cursor=${'a'.repeat(4096)}`])('tags refuse %.12s', async (query) => {
  expect((await get(`/tags?${query}`)).statusCode).toBe(400)
})
