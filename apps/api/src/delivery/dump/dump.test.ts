import { readdirSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Article } from '@bantin/shared/articles'
import { sql } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { checkAnswers } from '../../../test/check-answers.ts'
import { createAuthor, createDraft, createPublished } from '../../../test/factories.ts'
import { readOn } from '../../../test/feed.ts'
import { addManyLike } from '../../../test/many-articles.ts'
import { type Move, makeMoves } from '../../../test/moves.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { operator } from '../../lib/acting-person.ts'
import { beginEpoch } from '../../publication/begin-epoch.ts'
import { currentDump, dumpsIn, isDumpDue } from '../../publication/dumps.ts'
import { sendingTimeout } from '../answer-file.ts'
import { findWholeArticles, readWholeArticles } from '../articles/whole-articles.queries.ts'
import { makeDump } from './make-dump.job.ts'

let it: TestApp
let admin: SignedInForTest
const timeouts: Record<string, number | undefined> = {}
beforeAll(async () => {
  const prepare = (app: FastifyInstance) => {
    checkAnswers(app)
    app.addHook('onRoute', ({ url, handlerTimeout }) => {
      timeouts[url] = handlerTimeout
    })
  }
  it = await createTestApp({}, { prepare })
  admin = await signIn(it, 'admin')
})
afterAll(() => it.close())
beforeEach(() => change(sql`DELETE FROM dumps`))

const address = '/api/v1/export/articles.ndjson.gz'
const get = (headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') => it.app.inject({ method, url: address, headers })
const change = (query: ReturnType<typeof sql>) => it.database.db.execute(query)

/** What the job does when the clock asks for it. */
async function make(readArticles = readWholeArticles): Promise<void> {
  const { db, snapshot } = it.database
  await makeDump({
    publicUrl: it.app.config.publicUrl,
    mediaStore: it.mediaStore,
    uploads: it.uploads,
    signal: new AbortController().signal,
    snapshot,
    readArticles,
    dumps: dumpsIn(db),
  })
}

async function read() {
  const answer = await get()
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/gzip'])
  const [header, ...articles] = gunzipSync(answer.rawPayload).toString().trimEnd().split('\n')
  return { header: JSON.parse(header as string), articles: articles.map((line) => JSON.parse(line) as Article), answer }
}

async function keysInStore(): Promise<string[]> {
  const keys: string[] = []
  for await (const { key } of it.mediaStore.list('dumps/')) keys.push(key)
  return keys
}

describe('the dump', () => {
  test('is not there before it was made: 404 with when to ask again', async () => {
    for (const method of ['GET', 'HEAD'] as const) {
      const { statusCode, headers } = await get({}, method)
      expect([statusCode, headers['retry-after'], headers['cache-control']]).toEqual([404, '600', 'no-store'])
    }
    expect((await get()).json()).toMatchObject({ code: 'dump_not_there', status: 404 })
  })

  test('has every public article once, each on its line as its own address answers it, and nothing else', async () => {
    const bylines = [
      { authorId: await createAuthor(it), role: 'text' as const },
      { authorId: await createAuthor(it), role: 'photo' as const },
    ]
    const first = await createPublished(it, admin)
    await addManyLike(it, first.id, 40)
    const shown = [first, await createPublished(it, admin, { title: 'Một "kép" \\ và đủ dấu', bylines })]
    const [withdrawn, held] = [await createPublished(it, admin), await createPublished(it, admin)]
    await makeMoves(it, admin, withdrawn, ['withdraw', { reason: 'Hết hạn' }])
    await makeMoves(it, admin, held, ['hold', {}])
    await createDraft(it, admin)
    await make()
    const { header, articles } = await read()
    expect(articles.map(({ id }) => id)).toEqual(expect.arrayContaining([...shown, withdrawn].map(({ id }) => id)))
    expect([articles.length, new Set(articles.map(({ id }) => id)).size, header.articles]).toEqual([43, 43, 43])
    for (const article of articles.slice(0, 5)) expect(article).toEqual((await it.app.inject(`/api/v1/articles/${article.id}`)).json())
    const feed = (await it.app.inject('/api/v1/changes')).json()
    expect(header).toEqual({ cursor: feed.cursor, epoch: 1, head: feed.head, at: expect.stringMatching(/\+07:00$/), articles: 43 })
    await change(sql`DELETE FROM published.articles WHERE slug = id::text`)
  })

  test('and the feed from its cursor on are together everything, though somebody publishes while it is written', async () => {
    const before = await createPublished(it, admin)
    let since: { id: string } | undefined
    await make(async function* (db, baseUrl) {
      since = await createPublished(it, admin)
      await makeMoves(it, admin, before, ['edit', { title: 'Sửa giữa chừng' }], ['publish', { kind: 'minor' }])
      yield* readWholeArticles(db, baseUrl)
    })
    const { header, articles } = await read()
    const mirror = new Map(articles.map((article) => [article.id, article]))
    expect([mirror.get(before.id)?.edition, mirror.has(since?.id ?? '')]).toEqual([1, false])
    for (const { id, article } of (await readOn(it, header.cursor, { include: 'article' })).entries) if (article) mirror.set(id, article)
    const whole = await findWholeArticles(it.database.delivery, it.app.config.publicUrl, [...mirror.keys()])
    expect(Object.fromEntries(mirror)).toEqual(Object.fromEntries([...whole].map(([id, json]) => [id, JSON.parse(json)])))
    expect([mirror.get(before.id)?.edition, mirror.get(since?.id ?? '')?.edition]).toEqual([2, 1])
  })
})

describe('its file is answered', () => {
  test('with tag, date, length and a name, to any origin, and anew only when there is another', async () => {
    await createPublished(it, admin)
    await make()
    const { answer } = await read()
    const { etag = '', 'last-modified': madeAt = '' } = answer.headers
    expect(answer.headers).toMatchObject({
      etag: expect.stringMatching(/^"[0-9a-f-]{36}"$/),
      'content-length': String(answer.rawPayload.length),
      'cache-control': 'public, no-cache',
      'content-disposition': 'attachment; filename="articles.ndjson.gz"',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    })
    expect(Math.abs(Date.parse(String(madeAt)) - Date.now())).toBeLessThan(600_000)
    expect((await get({}, 'HEAD')).headers).toMatchObject({ etag, 'content-length': String(answer.rawPayload.length) })
    expect((await get({ 'if-none-match': String(etag) })).statusCode).toBe(304)
    await change(sql`UPDATE dumps SET made_at = now() - interval '2 days'`)
    await make()
    expect((await get({ 'if-none-match': String(etag) })).statusCode).toBe(200)
  })

  test('in ranges, so that who was cut off goes on, and whole to who has another file', async () => {
    await make()
    const { answer } = await read()
    const etag = String(answer.headers.etag)
    const part = await get({ range: 'bytes=10-19', 'if-range': etag })
    expect([part.statusCode, part.rawPayload]).toEqual([206, answer.rawPayload.subarray(10, 20)])
    expect(part.headers['content-range']).toBe(`bytes 10-19/${answer.rawPayload.length}`)
    expect((await get({ range: 'bytes=10-', 'if-range': '"another"' })).rawPayload).toEqual(answer.rawPayload)
    const outside = await get({ range: 'bytes=99999999-' })
    expect([outside.statusCode, outside.json().code]).toEqual([416, 'range_not_satisfiable'])
  })

  test('for as long as a slow line needs, as files of the library are', () => {
    expect([timeouts[address], timeouts['/media/:id/:rev/:variant']]).toEqual([sendingTimeout, sendingTimeout])
  })

  test('and to unknown parameters it is refused', async () => {
    expect((await it.app.inject(`${address}?format=csv`)).statusCode).toBe(400)
  })
})

describe('what is taken away ends the dump that may hold it, at that moment', () => {
  const takingAway: [string, Move[]][] = [
    ['hold', [['hold', {}]]],
    ['withdraw', [['withdraw', { reason: 'Hết hạn' }]]],
    ['remove', [['remove', { answer: 'vanish', reason: 'Yêu cầu' }]]],
    ['hold and put back', [['hold', {}], ['put-back']]],
  ]
  test.each(takingAway)('%s', async (_verb, moves) => {
    const article = await createPublished(it, admin)
    await make()
    expect((await get()).statusCode).toBe(200)
    await makeMoves(it, admin, article, ...moves)
    expect((await get()).json()).toMatchObject({ code: 'dump_not_there' })
    expect((await get({ range: 'bytes=0-1' })).statusCode).toBe(404)
  })

  test('redirect', async () => {
    const [article, target] = [await createPublished(it, admin), await createPublished(it, admin)]
    await make()
    await makeMoves(it, admin, article, ['redirect', { target: target.id }])
    expect((await get()).statusCode).toBe(404)
  })

  test('redact, of an edition that was the newest when it was made; a newer edition by itself does not', async () => {
    const article = await createPublished(it, admin)
    await make()
    const newer = await makeMoves(it, admin, article, ['edit', { title: 'Không còn tên người' }], ['publish', { kind: 'minor' }])
    expect((await get()).statusCode).toBe(200)
    await makeMoves(it, admin, newer, ['redact', { editions: [1], reason: 'Tên người' }])
    expect((await get()).statusCode).toBe(404)
  })

  test('also when it happens while the dump is being written', async () => {
    const article = await createPublished(it, admin)
    await make(async function* (db, baseUrl) {
      await makeMoves(it, admin, article, ['hold', {}])
      yield* readWholeArticles(db, baseUrl)
    })
    expect((await get()).statusCode).toBe(404)
  })

  test('and so does a new epoch', async () => {
    await make()
    await beginEpoch(it.database.db, operator)
    expect((await get()).statusCode).toBe(404)
    await make()
    expect((await read()).header.epoch).toBeGreaterThan(1)
  })
})

describe('another dump is made', () => {
  const isDue = () => isDumpDue(it.database.db)

  test('when there is none, and not again while there is one of last night', async () => {
    expect(await isDue()).toBe(true)
    await make()
    const first = await currentDump(it.database.db)
    expect(await isDue()).toBe(false)
    await make()
    expect(await currentDump(it.database.db)).toBe(first)
  })

  test("after two in the night at the site, in the site's own zone", async () => {
    await make()
    const night = sql`(date_trunc('day', now() AT TIME ZONE zone - interval '2 hours') + interval '2 hours') AT TIME ZONE zone`
    for (const zone of ['Asia/Ho_Chi_Minh', 'America/Lima']) {
      await change(sql`UPDATE sites SET time_zone = ${zone}`)
      await change(sql`UPDATE dumps SET made_at = (SELECT ${night} FROM (SELECT ${zone}::text AS zone) z)`)
      expect(await isDue()).toBe(false)
      await change(sql`UPDATE dumps SET made_at = made_at - interval '1 millisecond'`)
      expect(await isDue()).toBe(true)
    }
    await change(sql`UPDATE sites SET time_zone = 'Asia/Ho_Chi_Minh'`)
  })

  test('after something was taken away, but an hour after the last one at the earliest', async () => {
    const article = await createPublished(it, admin)
    await make()
    await makeMoves(it, admin, article, ['hold', {}])
    expect(await isDue()).toBe(false)
    await change(sql`UPDATE dumps SET made_at = now() - interval '61 minutes'`)
    expect(await isDue()).toBe(true)
    await make()
    expect((await read()).articles.map(({ id }) => id)).not.toContain(article.id)
  })

  test('whole or not at all: where it fails the one before stays, and nothing lies around', async () => {
    await make()
    const { answer } = await read()
    await change(sql`UPDATE dumps SET made_at = now() - interval '2 days'`)
    const failing = async function* () {
      yield ['{}']
      throw new Error('lost connection')
    }
    await expect(make(failing)).rejects.toThrow('lost connection')
    expect((await get()).rawPayload).toEqual(answer.rawPayload)
    expect(readdirSync(it.uploads)).toEqual([])
  })

  test('beside the one before, which goes when the next is made', async () => {
    for (const most of [1, 2, 2]) {
      await change(sql`UPDATE dumps SET made_at = now() - interval '2 days'`)
      await make()
      expect((await keysInStore()).length).toBeLessThanOrEqual(most + 1)
    }
    expect(await keysInStore()).toContain(`dumps/${await currentDump(it.database.db)}`)
  })
})
