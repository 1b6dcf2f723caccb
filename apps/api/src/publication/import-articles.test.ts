import { bodyFromText } from '@bantin/shared/body/body-from-text'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createAuthor, createPicture } from '../../test/factories.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import type { Db } from '../db/client.ts'
import { findSite } from '../db/find-site.ts'
import { articleSlugs } from '../db/schema/articles.ts'
import { operator } from '../lib/acting-person.ts'
import { type ArrivingArticle, importAll, importArticles } from './import-articles.ts'
import { contentOf } from './revisions.ts'
import type { Fault } from './verify/fault.ts'
import { verify } from './verify/verify.ts'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
})
afterAll(() => it.close())

const newest = Date.parse('2024-05-20T01:00:00Z')

async function arriving(count: number, rest: Partial<ArrivingArticle['content']> = {}): Promise<ArrivingArticle[]> {
  const { id: siteId, rootUnitId } = await findSite(it.database.db)
  const unitId = rootUnitId as string
  return Array.from({ length: count }, (_, n) => ({
    siteId,
    unitId,
    format: 'news',
    content: { ...contentOf({ title: 'Hội nghị tổng kết', body: bodyFromText(`Đoạn ${n}.`) }), ...rest },
    publish: { at: new Date(newest - n * 60_000), backfill: true },
  }))
}

const countOf = async (table: string) =>
  (await it.database.db.execute<{ n: number }>(sql.raw(`SELECT count(*)::int AS n FROM ${table}`))).rows[0]?.n

describe('articles that are taken in together', () => {
  test('are published with the times they came out, in one transaction, with all that holds of every article', async () => {
    const authorId = await createAuthor(it)
    const sent = await arriving(30, { bylines: [{ authorId, role: 'text' }] })
    const taken = await it.database.bulk.transaction((tx) => importArticles(tx, sent, operator))
    expect(taken.map(({ firstPublishedAt }) => firstPublishedAt)).toEqual(sent.map(({ publish }) => publish?.at))
    expect(new Set(taken.map(({ slug }) => slug)).size).toBe(30)

    const { data } = (await it.app.inject('/api/v1/articles?limit=100')).json()
    expect(data.map(({ id }: { id: string }) => id)).toEqual(taken.map(({ id }) => id))
    const { rows } = await it.database.db.execute(sql`SELECT entity_id, backfill FROM changes ORDER BY seq`)
    expect(rows).toEqual(taken.map(({ id }) => ({ entity_id: id, backfill: true })))
    const faults: Fault[] = []
    await verify(it.database.db, [], (fault) => faults.push(fault))
    expect(faults).toEqual([])
  })

  test('are refused together, for the reason of the one that is wrong', async () => {
    const before = [await countOf('articles'), await countOf('changes')]
    const sent = await arriving(20)
    const wrong = sent.with(11, { ...(sent[11] as ArrivingArticle), content: contentOf({ title: 'Không có gì để đọc' }) })
    const attempt = it.database.bulk.transaction((tx) => importArticles(tx, wrong, operator))
    await expect(attempt).rejects.toMatchObject({ code: 'not_publishable' })
    expect([await countOf('articles'), await countOf('changes')]).toEqual(before)
  })

  test('are drafts where nobody said that they are to be published', async () => {
    const sent = (await arriving(2)).map(({ publish: _, ...draft }) => draft)
    const taken = await it.database.bulk.transaction((tx) => importArticles(tx, sent, operator))
    expect(taken.map(({ publicState, workState }) => [publicState, workState])).toEqual(Array(2).fill(['none', 'draft']))
  })
})

describe('an archive', () => {
  const batchesOf = async (count: number, size: number) => Promise.all(Array.from({ length: count }, () => arriving(size)))

  test('is all taken in, batches side by side, where their articles have the same titles in opposite orders and show the same picture', async () => {
    const before = [await countOf('articles'), await countOf('publication_log')] as number[]
    const { id: heroMediaId } = await createPicture(it)
    const titled = (n: number) => contentOf({ title: `Lịch công tác tuần ${n}`, body: bodyFromText('Một đoạn.'), heroMediaId })
    const batches = (await batchesOf(9, 8)).map((batch, b) => batch.map((each, n) => ({ ...each, content: titled(b % 2 ? 7 - n : n) })))
    await importAll(it.database.bulk, generated(batches), operator)
    expect([await countOf('articles'), await countOf('publication_log')]).toEqual(before.map((count) => count + 72))
    expect(await countOf(`media WHERE id = '${heroMediaId}' AND public`)).toBe(1)
    const faults: Fault[] = []
    await verify(it.database.db, [], (fault) => faults.push(fault))
    expect(faults).toEqual([])
  })

  test('is all taken in, where a batch and somebody else wait for an address of each other', async () => {
    const [one] = await it.database.bulk.transaction(async (tx) => importArticles(tx, await arriving(1), operator))
    const { siteId, id: articleId } = one as { siteId: string; id: string }
    const [batch = []] = await batchesOf(1, 2)
    const crossing = batch.map((each, n) => ({ ...each, content: { ...each.content, title: `Thư mời họp ${n}` } }))
    const take = (tx: Db, slug: string) => tx.insert(articleSlugs).values({ siteId, slug, articleId, current: false })
    let imported: Promise<void> | undefined
    await it.database.db.transaction(async (tx) => {
      await take(tx, 'thu-moi-hop-1')
      imported = importAll(it.database.bulk, generated([crossing]), operator)
      await vi.waitUntil(async () => countOf(`pg_locks WHERE NOT granted`), { timeout: 20_000 })
      await take(tx, 'thu-moi-hop-0')
      await tx.execute(sql`DELETE FROM article_slugs WHERE slug LIKE 'thu-moi-hop-%'`)
    })
    await imported
    expect(await countOf(`article_slugs WHERE slug IN ('thu-moi-hop-0', 'thu-moi-hop-1')`)).toBe(2)
  })

  test('is tried again also where the reason has a longer way than what failed because of it', async () => {
    const before = await countOf('articles')
    let calls = 0
    const answered = new Promise((resolve) => setTimeout(resolve, 50))
    const failing = (tx: Db): Db => {
      const execute = async (query: Parameters<Db['execute']>[0]) => {
        calls += 1
        if (calls > 2) return await tx.execute(query)
        const code = calls === 1 ? '40P01' : '25P02'
        await answered
        for (let hops = 0; code === '40P01' && hops < 30; hops += 1) await undefined
        throw Object.assign(new Error('a statement failed'), { code })
      }
      return new Proxy(tx, { get: (target, name) => (name === 'execute' ? execute : Reflect.get(target, name, target)) })
    }
    const { bulk } = it.database
    const transaction: Db['transaction'] = (work) => bulk.transaction((tx) => work(failing(tx as never) as never))
    const once = new Proxy(bulk, { get: (target, name) => (name === 'transaction' ? transaction : Reflect.get(target, name, target)) })
    await importAll(once, generated(await batchesOf(1, 80)), operator)
    expect(await countOf('articles')).toBe((before ?? 0) + 80)
  })

  test('of which a batch is refused is taken in up to there: for its reason, without a part of it, and with none begun after', async () => {
    const before = (await countOf('articles')) as number
    const batches = await batchesOf(20, 2)
    batches[4]?.push({ ...(batches[4][0] as ArrivingArticle), content: contentOf({ title: 'Không có gì để đọc' }) })
    let asked = 0
    const counted = (function* () {
      for (const batch of batches) {
        asked += 1
        yield batch
      }
    })()
    await expect(importAll(it.database.bulk, counted, operator)).rejects.toMatchObject({ code: 'not_publishable' })
    expect(asked).toBeLessThan(20)
    expect(await countOf('articles')).toBe(before + (asked - 1) * 2)
  })
})

function* generated<T>(items: T[]): Generator<T> {
  yield* items
}
