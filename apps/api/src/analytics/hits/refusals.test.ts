import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDraft, createPublished, send } from '../../../test/factories.ts'
import { countDrops, newReader, sendHit, storedHits } from '../../../test/hits.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'

let it: TestApp
let publisher: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  publisher = await signIn(it, 'publisher')
})
afterAll(() => it.close())

describe('noise is answered like a hit, is not stored and counts by its cause', () => {
  const drops = async (send: () => Promise<{ id: string; status: number }>) => {
    const before = await countDrops(it)
    const { id, status } = await send()
    const after = await countDrops(it)
    expect([status, await storedHits(it, id)]).toEqual([204, []])
    return Object.fromEntries(
      Object.entries(after).flatMap(([cause, n]) => (n === before[cause] ? [] : [[cause, n - (before[cause] ?? 0)]])),
    )
  }

  test('a bot', async () => {
    const bot = newReader({ userAgent: 'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)' })
    expect(await drops(() => sendHit(it.app, bot))).toEqual({ bot: 1 })
  })

  test('a prefetch', async () => {
    const prefetch = newReader({ headers: { 'sec-purpose': 'prefetch;prerender' } })
    expect(await drops(() => sendHit(it.app, prefetch))).toEqual({ prefetch: 1 })
  })

  test('an unknown article', async () => {
    expect(await drops(() => sendHit(it.app, newReader(), { articleId: randomUUID() }))).toEqual({ not_public: 1 })
  })

  test('a draft and a held article', async () => {
    const draft = await createDraft(it, publisher)
    expect(await drops(() => sendHit(it.app, newReader(), { articleId: draft.id }))).toEqual({ not_public: 1 })
    const held = await createPublished(it, publisher)
    await send(it, publisher, 'POST', `/articles/${held.id}/hold`, {}, held.version)
    expect(await drops(() => sendHit(it.app, newReader(), { articleId: held.id }))).toEqual({ not_public: 1 })
  })

  test('a page whose address carries a secret, in either language', async () => {
    for (const path of [`/xem-truoc/${'a'.repeat(43)}`, `/en/y-kien/${'a'.repeat(43)}`])
      expect(await drops(() => sendHit(it.app, newReader(), { path }))).toEqual({ not_public: 1 })
  })

  test('noise makes nobody present', async () => {
    const present = async () => (await it.database.db.execute(sql`SELECT visitor FROM presence`)).rows.length
    const before = await present()
    await sendHit(it.app, newReader(), { articleId: randomUUID() })
    await sendHit(it.app, newReader({ userAgent: 'curl/8.5.0' }))
    expect(await present()).toBe(before)
  })
})

describe('bad input is refused and changes nothing', () => {
  test.each([
    ['an address of its own', { ip: '203.0.113.9' }, '/ip'],
    ['a time of its own', { timestamp: '2026-11-23T00:00:00+07:00' }, '/timestamp'],
    ['a visitor of its own', { visitor: 'x' }, '/visitor'],
    ['neither article nor path', { path: undefined }, '/articleId'],
    ['an id that is none', { id: '1' }, '/id'],
    ['an entry that is text', { entry: 'true' }, '/entry'],
    ['a path with a query', { path: '/?token=1' }, '/path'],
    ['a path that is too long', { path: `/${'a'.repeat(300)}` }, '/path'],
    ['NUL in the referrer', { referrer: 'https://a.test/\u0000' }, '/referrer'],
  ])('%s', async (_name, fields, pointer) => {
    const { answer } = await unchanged(it, () => sendHit(it.app, newReader(), fields))
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ code: 'invalid_request', errors: [{ in: 'body', pointer }] })
  })

  test('a body over 4 KiB', async () => {
    const { answer } = await unchanged(it, () => sendHit(it.app, newReader(), { referrer: 'x'.repeat(5000) }))
    expect([answer.statusCode, answer.json().code]).toEqual([413, 'body_too_large'])
  })

  test('an unknown parameter', async () => {
    const answer = await unchanged(it, () => it.app.inject({ method: 'POST', url: '/api/v1/analytics/hits?ip=1', body: {} }))
    expect(answer.statusCode).toBe(400)
  })
})
