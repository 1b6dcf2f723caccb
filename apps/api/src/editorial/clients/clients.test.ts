import type { Change } from '@bantin/shared/changes'
import type { Client } from '@bantin/shared/clients'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { waitTwice } from '../../../test/events.ts'
import { createDraft, createPublished, createUnit, send } from '../../../test/factories.ts'
import { feedEnd } from '../../../test/feed.ts'
import { makeMoves } from '../../../test/moves.ts'
import { createPortal, type TestPortal } from '../../../test/portals.ts'
import { said } from '../../../test/said.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { createClientKeys } from './client-keys.service.ts'

let it: TestApp
let admin: SignedInForTest
let portal: TestPortal
beforeAll(async () => {
  it = await createTestApp()
  admin = await signIn(it, 'admin')
  portal = await createPortal(it, admin, { name: 'Cổng thông tin huyện', contact: 'Chị Lan, 0203 123 456' })
})
afterAll(() => it.close())

const get = (path: string, headers: object = portal.headers) => it.app.inject({ url: `/api/v1${path}`, headers: { ...headers } })
const put = (cursor: unknown, headers: object = portal.headers) =>
  it.app.inject({ method: 'PUT', url: '/api/v1/changes/cursor', headers: { ...headers }, payload: { cursor } as object })
const read = async (id = portal.id): Promise<Client> => (await send(it, admin, 'GET', `/clients/${id}`)).json()

describe('a key', () => {
  test('is shown once, and only its hash is kept', async () => {
    const client = await read()
    expect(client).toMatchObject({ name: 'Cổng thông tin huyện', contact: 'Chị Lan, 0203 123 456', unit: null, closedAt: null })
    expect(client.keys).toMatchObject([{ id: portal.keyId, prefix: portal.key.slice(0, 12), revokedAt: null, lastUsedAt: null }])
    const { rows } = await it.database.db.execute(
      sql`SELECT k::text AS key, (SELECT string_agg(a::text, '') FROM audit_log a) AS log FROM api_keys k`,
    )
    const secret = portal.key.slice(13, 56)
    expect([JSON.stringify(client), ...rows.flatMap(({ key, log }) => [key, log])].filter((text) => String(text).includes(secret))).toEqual(
      [],
    )
  })

  test('is read where everybody reads, and one that is mistyped, of nobody, expired or revoked is refused there', async () => {
    const other = await createPortal(it, admin)
    const mistyped = portal.key.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a'))
    const tries = [mistyped, 'btk_', `btk_${'a'.repeat(8)}_${'a'.repeat(43)}_aaaaaaa`].map((key) => ({ authorization: `Bearer ${key}` }))
    for (const path of ['/articles', '/changes', '/changes/cursor', '/search?q=a']) {
      expect((await get(path)).statusCode).toBe(200)
      for (const headers of tries) expect(said(await unchanged(it, () => get(path, headers)))).toEqual([401, 'key_needed'])
    }
    await it.database.db.execute(sql`UPDATE api_keys SET expires_at = now() WHERE id = ${other.keyId}`)
    await expect.poll(async () => said(await get('/articles', other.headers))).toEqual([401, 'key_needed'])
  })

  test('that is revoked opens nothing from then on, and stays in the list; likewise those of a portal that is closed', async () => {
    const [one, two] = [await createPortal(it, admin), await createPortal(it, admin)]
    const { version } = await read(one.id)
    expect((await get('/changes', one.headers)).statusCode).toBe(200)
    const revoked = await send(it, admin, 'DELETE', `/clients/${one.id}/keys/${one.keyId}`, undefined, version)
    expect(revoked.json()).toMatchObject({ version: version + 1, keys: [{ id: one.keyId, revokedBy: { id: admin.userId } }] })
    await expect.poll(async () => said(await get('/changes', one.headers))).toEqual([401, 'key_needed'])
    const again = await unchanged(it, () => send(it, admin, 'DELETE', `/clients/${one.id}/keys/${one.keyId}`, undefined, version + 1))
    expect(said(again)).toEqual([404, 'not_found'])

    const closed = await send(it, admin, 'PATCH', `/clients/${two.id}`, { isClosed: true }, (await read(two.id)).version)
    expect(closed.json().closedAt).toEqual(expect.any(String))
    await expect.poll(async () => said(await put('1:0', two.headers))).toEqual([401, 'key_needed'])
    const key = await unchanged(it, async () => send(it, admin, 'POST', `/clients/${two.id}/keys`, {}, closed.json().version))
    expect(said(key)).toEqual([409, 'conflict'])
    const names = async (query: string) => (await send(it, admin, 'GET', `/clients${query}`)).json().data.map(({ id }: Client) => id)
    expect([(await names('')).includes(two.id), await names('?closed=true')]).toEqual([false, [two.id]])
  })

  test('is one however its scheme is written', async () => {
    const mistyped = portal.key.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a'))
    for (const scheme of ['bearer ', 'BEARER ', 'Bearer  ', 'Bearer\t']) {
      expect((await get('/changes/cursor', { authorization: scheme + portal.key })).statusCode).toBe(200)
      expect(said(await get('/articles', { authorization: scheme + mistyped }))).toEqual([401, 'key_needed'])
    }
  })

  test('with a bearer of something else nothing is different', async () => {
    const answers = await Promise.all(
      [{}, { authorization: 'Bearer x.y.z' }, { authorization: 'Basic eDp5' }].map((headers) => get('/articles', headers)),
    )
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
  })
})

test('a key that was known goes on reading while the database is away; where none was known yet, that is said', async () => {
  const away = { isAway: false }
  const execute: typeof it.database.db.execute = ((query: Parameters<typeof it.database.db.execute>[0]) =>
    away.isAway ? Promise.reject(new Error('away')) : it.database.db.execute(query)) as typeof it.database.db.execute
  const deaf = { ...it.database.signals, isConnected: () => false, subscribe: () => () => undefined }
  const keys = createClientKeys({ ...it.database.db, execute }, deaf)
  expect((await keys.find(portal.key))?.id).toBe(portal.id)
  away.isAway = true
  expect((await keys.find(portal.key))?.id).toBe(portal.id)
  await expect(createClientKeys({ ...it.database.db, execute }, deaf).find(portal.key)).rejects.toThrow('away')
})

describe('the cursor of a portal', () => {
  test('is what it acknowledged last, also an earlier one than before; nobody else moves it, and it is told to nobody else', async () => {
    expect((await get('/changes/cursor')).json()).toEqual({ cursor: null, acknowledgedAt: null })
    await createPublished(it, admin)
    const before = await feedEnd(it)
    await createPublished(it, admin)
    for (const cursor of [await feedEnd(it), before]) {
      const answer = await put(cursor)
      expect([answer.statusCode, answer.json().cursor, answer.headers['cache-control']]).toEqual([200, cursor, 'private, no-store'])
    }
    expect((await get('/changes/cursor')).json()).toEqual({ cursor: before, acknowledgedAt: expect.stringMatching(/\+07:00$/) })
    const other = await createPortal(it, admin)
    expect((await get('/changes/cursor', other.headers)).json().cursor).toBeNull()
    expect((await read()).acknowledgement).toMatchObject({ cursor: before, behind: 1, behindSince: expect.any(String) })
    expect((await read(other.id)).acknowledgement).toEqual({ cursor: null, acknowledgedAt: null, behind: null, behindSince: null })
  })

  test('of a first run that is under way is its place', async () => {
    const page = (await get('/changes?limit=1')).json()
    expect(page.cursor).toContain('..')
    expect((await put(page.cursor)).json().cursor).toBe(page.cursor.split('..')[0])
  })

  test.each(['1:99999', '99:0', '0:0'])('%s was never given, and is refused', async (cursor) => {
    const answer = await unchanged(it, () => put(cursor))
    expect([said(answer), answer.json().errors]).toEqual([[400, 'invalid_request'], [expect.objectContaining({ pointer: '/cursor' })]])
  })

  test('needs a key that is for this', async () => {
    const reader = await createPortal(it, admin, { scopes: ['read'] })
    const tries: [object, unknown[]][] = [
      [{}, [401, 'key_needed']],
      [{ authorization: admin.authorization }, [401, 'key_needed']],
      [reader.headers, [403, 'forbidden']],
    ]
    for (const [headers, expected] of tries) {
      for (const answer of await unchanged(it, async () => [await get('/changes/cursor', headers), await put('1:0', headers)])) {
        expect(said(answer)).toEqual(expected)
      }
    }
  })
})

describe('waiting for changes', () => {
  test('ends when something comes, with it; two at a time for each key', async () => {
    const cursor = await feedEnd(it)
    const { answers, third } = await waitTwice(() => get(`/changes?cursor=${cursor}&wait=25`))
    expect([said(third), third.headers['retry-after']]).toEqual([[429, 'too_many_requests'], '5'])
    const { id } = await createPublished(it, admin)
    for (const answer of await answers) expect(answer.json()).toMatchObject({ data: [{ id }], more: false })
  })

  test('ends with nothing when the time is over, and is not waited where something is there', async () => {
    const cursor = await feedEnd(it)
    expect((await get(`/changes?cursor=${cursor}&wait=1`)).json()).toMatchObject({ data: [], cursor })
    expect((await get('/changes?wait=25&limit=1')).json().data).toHaveLength(1)
  })

  test('ends at once, refused, when the key is revoked meanwhile', async () => {
    const own = await createPortal(it, admin)
    const cursor = await feedEnd(it)
    const { answers } = await waitTwice(() => get(`/changes?cursor=${cursor}&wait=25`, own.headers))
    const revoked = await send(it, admin, 'DELETE', `/clients/${own.id}/keys/${own.keyId}`, undefined, (await read(own.id)).version)
    expect(revoked.statusCode).toBe(200)
    for (const answer of await answers) expect(said(answer)).toEqual([401, 'key_needed'])
  })

  test('keeps nobody waiting who has no seat, however the address is written', async () => {
    const cursor = await feedEnd(it)
    const { answers, third } = await waitTwice(() => get(`/changes?cursor=${cursor}&%77ait=25`))
    expect(said(await get(`/changes?cursor=${cursor}&%77ait=25`, {}))).toEqual([401, 'key_needed'])
    expect(said(third)).toEqual([429, 'too_many_requests'])
    await createPublished(it, admin)
    await answers
  })

  test('needs a key, and no more than 25 seconds', async () => {
    expect(said(await get('/changes?wait=1', {}))).toEqual([401, 'key_needed'])
    expect((await get('/changes?wait=26')).statusCode).toBe(400)
  })
})

describe('a portal of one unit', () => {
  test('is told of what that unit and those below it publish, and of nothing else, by pages that go on', async () => {
    const [unit, elsewhere] = [await createUnit(it), await createUnit(it)]
    const below = await createUnit(it, { parentId: unit })
    const own = await createPortal(it, admin, { unitId: unit })
    const cursor = await feedEnd(it)
    const ids: string[] = []
    for (const unitId of [unit, elsewhere, below]) {
      const article = await createDraft(it, admin, { unitId })
      await makeMoves(it, admin, article, ['publish'], ['hold', {}])
      if (unitId !== elsewhere) ids.push(article.id, article.id)
    }
    const told: Change[] = []
    let next = cursor
    for (let more = true; more; ) {
      const page = (await get(`/changes?cursor=${next}&limit=1&include=article`, own.headers)).json()
      told.push(...page.data)
      ;({ cursor: next, more } = page)
    }
    expect([told.map(({ id }) => id), next]).toEqual([ids, await feedEnd(it)])
    expect((await put(cursor, own.headers)).statusCode).toBe(200)
    expect((await read(own.id)).acknowledgement.behind).toBe(4)
    // Everybody else's answers are not its own, nor the other way round.
    const [all, narrow] = [await get(`/changes?cursor=${cursor}`, {}), await get(`/changes?cursor=${cursor}`, own.headers)]
    expect([all.json().data.length, narrow.json().data.length, narrow.headers['cache-control']]).toEqual([6, 4, 'private, no-store'])
    // Caches on the way are told too, by whatever comes first and what is given from memory.
    const known = await get(`/changes?cursor=${cursor}`, { 'if-none-match': String(all.headers.etag) })
    expect([all, known, narrow].map(({ headers: { vary } }) => vary)).toEqual([
      'accept-encoding, authorization',
      'accept-encoding, authorization',
      'authorization',
    ])
  })

  test('that is far behind costs a look at so many entries, and is so many behind', async () => {
    const { db } = it.database
    const [own, current] = [await createPortal(it, admin, { unitId: await createUnit(it) }), await createPortal(it, admin)]
    const cursor = await feedEnd(it)
    for (const { headers } of [own, current]) expect((await put(cursor, headers)).statusCode).toBe(200)
    await createPublished(it, admin)
    expect((await read(own.id)).acknowledgement).toMatchObject({ behind: 0, behindSince: null })
    await db.execute(sql`INSERT INTO changes (site_id, action, reason, entity, entity_id, edition, backfill)
      SELECT s.id, 'put', 'minor', 'article', gen_random_uuid(), 1, true FROM sites s, generate_series(1, 10001)`)
    expect((await read(own.id)).acknowledgement).toMatchObject({ behind: 10_000, behindSince: expect.any(String) })
    expect((await read(current.id)).acknowledgement).toMatchObject({ behind: 10_000, behindSince: expect.any(String) })
  })
})

describe('who may', () => {
  test('administrators of a unit keep its portals, and see no others', async () => {
    const unit = await createUnit(it)
    const local = await signIn(it, 'admin', unit)
    const refused = await unchanged(it, () => send(it, local, 'POST', '/clients', { name: 'Cổng của tỉnh' }))
    expect(said(refused)).toEqual([403, 'forbidden'])
    const own = await createPortal(it, local, { unitId: unit })
    const list = async (as: SignedInForTest) => (await send(it, as, 'GET', '/clients?limit=100')).json().data.map(({ id }: Client) => id)
    expect(await list(local)).toEqual([own.id])
    expect(await list(admin)).toEqual(expect.arrayContaining([own.id, portal.id]))
    expect(said(await send(it, local, 'GET', `/clients/${portal.id}`))).toEqual([404, 'not_found'])
  })

  test('a unit or a user that is not there is refused, and so is what was read too long ago', async () => {
    const { version } = await read()
    const nowhere = '01890000-0000-7000-8000-000000000000'
    const answers = await unchanged(it, async () => [
      await send(it, admin, 'POST', '/clients', { name: 'Cổng', unitId: nowhere }),
      await send(it, admin, 'POST', '/clients', { name: 'Cổng', responsibleUserId: nowhere }),
      await send(it, admin, 'PATCH', `/clients/${portal.id}`, { name: 'Khác' }),
      await send(it, admin, 'PATCH', `/clients/${portal.id}`, { name: 'Khác' }, version + 1),
      await send(it, admin, 'POST', `/clients/${portal.id}/keys`, { expiresAt: '2020-01-01T00:00:00+07:00' }, version),
    ])
    const expected = [422, 422, 428, 412, 400]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(expected)
  })
})

test('requests with a key are counted by day, answered and refused', async () => {
  const own = await createPortal(it, admin, { scopes: ['read'] })
  for (let times = 0; times < 3; times++) await get('/articles', own.headers)
  expect(said(await put('1:0', own.headers))).toEqual([403, 'forbidden'])
  const { keys, days } = await read(own.id)
  expect([keys[0]?.lastUsedAt, days]).toEqual([null, []])
  await it.app.close()
  const { rows } = await it.database.db.execute(
    sql`SELECT requests, refused, last_used_at IS NOT NULL AS "isUsed" FROM api_key_days JOIN api_keys k ON k.id = key_id WHERE key_id = ${own.keyId}`,
  )
  expect(rows).toEqual([{ requests: 3, refused: 1, isUsed: true }])
})
