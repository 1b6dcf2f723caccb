import { bodyFromText } from '@bantin/shared/body/body-from-text'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAuthor, createDraft, createPublished, send } from '../../../test/factories.ts'
import { addManyLike } from '../../../test/many-articles.ts'
import { makeMoves } from '../../../test/moves.ts'
import { watchStatements } from '../../../test/rows-read.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { findSite } from '../../db/find-site.ts'
import { importArticles } from '../import-articles.ts'
import { contentOf } from '../revisions.ts'
import { indexMissing } from './index-missing.ts'
import { missingDrafts, missingPublished, type Reach } from './missing-terms.ts'

let it: TestApp
let admin: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  admin = await signIn(it, 'admin')
})
afterAll(() => it.close())

const rows = async (query: ReturnType<typeof sql>) => (await it.database.db.execute<Record<string, unknown>>(query)).rows
const count = async (query: ReturnType<typeof sql>) => Number((await rows(query))[0]?.count)
const index = (reach?: Reach) => indexMissing(it.database.db, undefined, reach)
const titles = (answer: { json(): { data: { title: string }[] } }) => answer.json().data.map(({ title }) => title)
const search = async (q: string) => titles(await it.app.inject(`/api/v1/search?q=${encodeURIComponent(q)}`))
const searchDrafts = async (q: string) => titles(await send(it, admin, 'GET', `/articles?q=${encodeURIComponent(q)}`))
const suggested = async (q: string) =>
  (await it.app.inject(`/api/v1/search/suggest?q=${encodeURIComponent(q)}`)).json().data.map(({ name }: { name: string }) => name)

describe('a name', () => {
  test('that is new is found, one that changed is found as it is now, one that is gone not at all', async () => {
    const id = await createAuthor(it, 'Lò Văn Mới')
    expect(await suggested('lo van')).toEqual([])
    await index()
    expect(await suggested('lo van')).toEqual(['Lò Văn Mới'])

    await rows(sql`UPDATE authors SET display_name = 'Lò Văn Đổi' WHERE id = ${id}`)
    expect(await suggested('lo van')).toEqual([])
    await index()
    expect(await suggested('lo van')).toEqual(['Lò Văn Đổi'])

    await rows(sql`DELETE FROM authors WHERE id = ${id}`)
    await index()
    expect(await suggested('lo van')).toEqual([])
    expect(await count(sql`SELECT count(*) FROM names WHERE entity_id = ${id}`)).toBe(0)
  })
})

describe('an article', () => {
  test('without terms, or with some of an older way, is found after it, public or not; answers from before are not given any more', async () => {
    await createPublished(it, admin, { title: 'Khánh thành hồ chứa' })
    await createPublished(it, admin, { title: 'Khánh thành trạm bơm' })
    await createDraft(it, admin, { title: 'Khánh thành nhà máy' })
    await rows(sql`DELETE FROM published.article_terms WHERE title LIKE '%ho chua'`)
    await rows(sql`UPDATE published.article_terms SET version = 0, title = '', head = '', body = '' WHERE title LIKE '%tram bom'`)
    await rows(sql`DELETE FROM draft_terms WHERE article_id IN (SELECT article_id FROM article_revisions WHERE title LIKE '%nhà máy')`)
    await rows(sql`UPDATE draft_terms SET version = 0, terms = ''`)
    expect([await search('khánh thành'), await searchDrafts('khánh thành')]).toEqual([[], []])
    await index()
    expect((await search('khánh thành')).toSorted()).toEqual(['Khánh thành hồ chứa', 'Khánh thành trạm bơm'])
    expect(await searchDrafts('khánh thành')).toHaveLength(3)
  })

  test('with terms of a newer way than this version knows is left as it is', async () => {
    await rows(sql`UPDATE published.article_terms SET version = 99`)
    await rows(sql`UPDATE draft_terms SET version = 99`)
    const times = () => rows(sql`SELECT xmin FROM published.article_terms UNION ALL SELECT xmin FROM draft_terms`)
    const before = await times()
    await index()
    expect(await times()).toEqual(before)
    await rows(sql`UPDATE published.article_terms SET version = 0`)
    await rows(sql`UPDATE draft_terms SET version = 0`)
    await index('recent')
    const versions = sql`SELECT version FROM published.article_terms UNION ALL SELECT version FROM draft_terms`
    expect((await rows(versions)).filter(({ version }) => version === 0 || version === 99)).toEqual([])
  })

  test('of an archive is found by readers at once and at the desk after it', async () => {
    const { id: siteId, rootUnitId } = await findSite(it.database.db)
    const arriving = {
      siteId,
      unitId: rootUnitId as string,
      format: 'news' as const,
      content: contentOf({ title: 'Bản tin lưu trữ', body: bodyFromText('Một đoạn.') }),
    }
    const actor = { ...admin, name: 'Thử', grants: [{ role: 'admin' as const, unitId: null }], address: null }
    await it.database.db.transaction((tx) => importArticles(tx, [{ ...arriving, publish: { backfill: true } }], actor))
    expect([await search('lưu trữ'), await searchDrafts('lưu trữ')]).toEqual([['Bản tin lưu trữ'], []])
    await index('recent')
    expect(await searchDrafts('lưu trữ')).toEqual(['Bản tin lưu trữ'])
  })

  test('that somebody is saving is left for the next time', async () => {
    const { id } = await createDraft(it, admin, { title: 'Đang được lưu' })
    await rows(sql`DELETE FROM draft_terms WHERE article_id = ${id}`)
    await it.database.db.transaction(async (tx) => {
      await tx.execute(sql`SELECT FROM articles WHERE id = ${id} FOR UPDATE`)
      await index()
      expect(await searchDrafts('"đang được lưu"')).toEqual([])
    })
    await index()
    expect(await searchDrafts('"đang được lưu"')).toEqual(['Đang được lưu'])
  })
})

test('several processes do it at once, each article once, and one that ends leaves the rest to the others', async () => {
  const { id } = await createPublished(it, admin, { title: 'Một trong rất nhiều' })
  await addManyLike(it, id, 350)
  const missing = () =>
    count(sql`SELECT count(*) FROM published.articles a WHERE NOT EXISTS (SELECT FROM published.article_terms t WHERE t.article_id = a.id)`)
  expect(await missing()).toBe(350)
  expect(await indexMissing(it.database.db, AbortSignal.abort())).toBe(false)
  expect(await missing()).toBe(350)
  for (let name = 0; name < 20; name += 1) await createAuthor(it, `Tác giả ${name}`)
  await Promise.all([index(), index(), index()])
  expect(await index()).toBe(true)
  expect(await missing()).toBe(0)
  expect(await count(sql`SELECT count(*) FROM draft_terms`)).toBe(await count(sql`SELECT count(*) FROM articles`))
})

test('what was written lately is looked at without reading what was written before', async () => {
  await rows(sql`UPDATE articles SET updated_at = updated_at - interval '1 day'`)
  await createDraft(it, admin, { title: 'Vừa viết' })
  await rows(sql`ANALYZE`)
  const { db, mostRowsRead } = watchStatements(it)
  for (const ids of [missingPublished('recent'), missingDrafts('recent')]) await db.execute(ids)
  expect(await mostRowsRead()).toBeLessThan(5)
})

test('a word that was emptied is found no more, whether the article was indexed before or not', async () => {
  for (const isIndexed of [true, false]) {
    const draft = await createDraft(it, admin, { title: 'Nguyễn Văn Kín bị nạn' })
    if (!isIndexed) await rows(sql`DELETE FROM draft_terms WHERE article_id = ${draft.id}`)
    await makeMoves(it, admin, draft, ['publish', {}], ['hold', {}], ['redact', { editions: [1], reason: 'Trẻ em' }])
    expect(await searchDrafts('văn kín')).toEqual([])
    await index()
    expect(await searchDrafts('văn kín')).toEqual([])
  }
})
