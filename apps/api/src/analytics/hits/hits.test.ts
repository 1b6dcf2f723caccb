import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPublished } from '../../../test/factories.ts'
import { newReader, sendHit, storedHits } from '../../../test/hits.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp, testConfig } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { buildApp } from '../../app.ts'

let it: TestApp
let publisher: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  publisher = await signIn(it, 'publisher')
})
afterAll(() => it.close())

describe('a hit', () => {
  test('that is acknowledged is in the table, with the day and hour of the site', async () => {
    const { id: articleId } = await createPublished(it, publisher)
    const { id, answer } = await sendHit(it.app, newReader(), { articleId, referrer: 'https://www.google.com/' })
    expect([answer.statusCode, answer.body]).toEqual([204, ''])
    const [hit] = await storedHits(it, id)
    expect(hit).toMatchObject({ articleId, path: null, visit: true, referrerHost: 'www.google.com' })
    expect(hit?.visitor).toHaveLength(16)
    const { rows } = await it.database.db.execute(sql`
      SELECT FROM hits WHERE id = ${id} AND local_day = (at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
        AND local_hour = extract(hour FROM at AT TIME ZONE 'Asia/Ho_Chi_Minh') AND at BETWEEN now() - interval '1 minute' AND now()`)
    expect(rows).toHaveLength(1)
  })

  test('repeated one after the other and a thousand times at once counts once, and leaves its reader all visits', async () => {
    const reader = newReader()
    const id = randomUUID()
    for (let i = 0; i < 3; i++) expect((await sendHit(it.app, reader, { id })).status).toBe(204)
    const answers = await Promise.all(Array.from({ length: 1000 }, () => sendHit(it.app, reader, { id })))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204]))
    expect(await storedHits(it, id)).toHaveLength(1)
    const next = await sendHit(it.app, reader)
    expect(await storedHits(it, next.id)).toMatchObject([{ visit: true }])
  })

  test('of a further page, or from a page of this site, is a view but no visit', async () => {
    const reader = newReader()
    const further = await sendHit(it.app, reader, { entry: false, path: '/tin/mot' })
    const own = await sendHit(it.app, reader, { referrer: 'http://localhost:3000/tin/mot' })
    const foreign = await sendHit(it.app, reader, { referrer: 'https://zalo.me/' })
    const rows = await storedHits(it, further.id, own.id, foreign.id)
    expect(rows.map(({ visit, referrerHost }) => [visit, referrerHost])).toEqual([
      [false, null],
      [false, null],
      [true, 'zalo.me'],
    ])
  })

  test.each([
    ['one after the other', false],
    ['at once', true],
  ])('is no visit any more after twenty visits of one reader in half an hour, sent %s', async (_name, atOnce) => {
    const reader = newReader()
    const sent = []
    if (atOnce) sent.push(...(await Promise.all(Array.from({ length: 25 }, () => sendHit(it.app, reader)))))
    else for (let i = 0; i < 25; i++) sent.push(await sendHit(it.app, reader))
    const rows = await storedHits(it, ...sent.map(({ id }) => id))
    expect([rows.length, rows.filter(({ visit }) => visit).length]).toEqual([25, 20])
  })

  test.each([['dnt'], ['sec-gpc']])('of a reader who sends %s is a view and a visit without a visitor', async (header) => {
    const reader = newReader({ headers: { [header]: '1' } })
    const { id, status } = await sendHit(it.app, reader)
    expect(status).toBe(204)
    expect(await storedHits(it, id)).toMatchObject([{ visit: true, visitor: null }])
  })
})

describe('the country of a hit', () => {
  test('is that of the address where a file of countries is configured, and unknown of who asked not to be tracked', async () => {
    const countryOf = (address: string) => (address === '203.162.4.1' ? 'VN' : null)
    const app = await buildApp({ config: testConfig, database: it.database, mediaStore: it.mediaStore, countryOf })
    const sent = [
      await sendHit(app, newReader({ address: '203.162.4.1' })),
      await sendHit(app, newReader({ address: '::ffff:203.162.4.1' })),
      await sendHit(app, newReader({ address: '203.0.113.1', headers: { 'x-forwarded-for': '203.162.4.1' } })),
      await sendHit(app, newReader({ address: '203.162.4.1', headers: { 'sec-gpc': '1' } })),
      await sendHit(it.app, newReader({ address: '203.162.4.1' })),
    ]
    await app.close()
    const rows = await storedHits(it, ...sent.map(({ id }) => id))
    expect(rows.map(({ country }) => country)).toEqual(['VN', 'VN', null, null, null])
  })
})

describe('under pressure', () => {
  test('hits and heartbeats are turned away with 503 and Retry-After before anything is done, while reads and searches are answered', async () => {
    const lines: string[] = []
    const logger = { level: 'warn', stream: { write: (line: string) => void lines.push(line) } }
    const app = await buildApp({ config: testConfig, database: it.database, mediaStore: it.mediaStore, logger })
    app.isPressed = () => true
    await unchanged(it, async () => {
      const { userAgent } = newReader()
      const url = '/api/v1/analytics/heartbeats'
      const heartbeat = await app.inject({ method: 'POST', url, headers: { 'user-agent': userAgent }, body: {} })
      for (const answer of [(await sendHit(app, newReader())).answer, heartbeat])
        expect([answer.statusCode, answer.json().code, answer.headers['retry-after']]).toEqual([503, 'unavailable', '5'])
      for (const url of ['/api/v1/articles', '/api/v1/search?q=tin', '/api/v1/analytics/summary'])
        expect((await app.inject(url)).statusCode).toBe(200)
    })
    expect(lines).toEqual([])
    app.isPressed = () => false
    expect((await sendHit(app, newReader())).status).toBe(204)
    await app.close()
  })
})

describe('when hits cannot be written', () => {
  test('the answer after two seconds is 503 with Retry-After, and a retry with the same id counts once', async () => {
    const reader = newReader()
    const id = randomUUID()
    await it.database.db.transaction(async (tx) => {
      await tx.execute(sql`LOCK TABLE hits IN ACCESS EXCLUSIVE MODE`)
      const { answer } = await sendHit(it.app, reader, { id })
      expect([answer.statusCode, answer.json().code, answer.headers['retry-after']]).toEqual([503, 'unavailable', '5'])
    })
    expect((await sendHit(it.app, reader, { id })).status).toBe(204)
    expect(await storedHits(it, id)).toHaveLength(1)
  })
})
