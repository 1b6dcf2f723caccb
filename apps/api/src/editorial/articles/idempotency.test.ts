import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDraft, send, sendPatiently } from '../../../test/factories.ts'
import { makeMoves } from '../../../test/moves.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { whileLocked } from '../../../test/while-locked.ts'

let it: TestApp
let publisher: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  publisher = await signIn(it, 'publisher')
})
afterAll(() => it.close())

let made = 0
const newKey = () => `key-${made++}`
type Sent = Parameters<typeof send>
const withKey = (key: string, as: SignedInForTest, method: Sent[2], path: string, payload: unknown, version?: number) =>
  sendPatiently(it, as, method, path, payload, version, { 'idempotency-key': key })
const create = (key: string, as = publisher, title = 'Làm một lần') => withKey(key, as, 'POST', '/articles', { title })
const all = ({ statusCode, body, headers: { etag, location } }: Awaited<ReturnType<typeof send>>) => ({ statusCode, body, etag, location })
const count = async (table: string, id: string) =>
  Number((await it.database.db.execute(sql.raw(`SELECT count(*) FROM ${table} = '${id}'`))).rows[0]?.count)

describe('a request that is sent again with its Idempotency-Key', () => {
  test('creates once, and is answered with 201, Location and ETag again', async () => {
    const key = newKey()
    const first = await create(key)
    const { id } = first.json()
    expect(all(first)).toMatchObject({ statusCode: 201, etag: '"1"', location: `/api/v1/editorial/articles/${id}` })
    const again = await unchanged(it, () => create(key))
    expect(all(again)).toEqual(all(first))
  })

  test('publishes once, though its version is stale by then, and is given the same receipt', async () => {
    const { id, version } = await createDraft(it, publisher, { sapo: 'Mở đầu' })
    const key = newKey()
    const publish = () => withKey(key, publisher, 'POST', `/articles/${id}/publish`, {}, version)
    const first = await publish()
    expect([first.statusCode, first.json().receipt.reason]).toEqual([200, 'published'])
    expect(all(await unchanged(it, publish))).toEqual(all(first))
    expect(await count('changes WHERE entity_id', id)).toBe(1)
  })

  test('is given the old answer after the article has changed', async () => {
    const { id, version } = await createDraft(it, publisher)
    const key = newKey()
    const patch = () => withKey(key, publisher, 'PATCH', `/articles/${id}`, { sapo: 'Lần một' }, version)
    const first = await patch()
    await makeMoves(it, publisher, first.json(), ['edit', { sapo: 'Lần hai' }], ['publish'])
    const again = await unchanged(it, patch)
    expect(all(again)).toEqual(all(first))
    expect([again.json().sapo, again.headers.etag]).toEqual(['Lần một', '"2"'])
  })

  test('deletes once, and is told so again though nothing is there any more', async () => {
    const { id, version } = await createDraft(it, publisher)
    const key = newKey()
    const remove = () => withKey(key, publisher, 'DELETE', `/articles/${id}`, undefined, version)
    expect((await remove()).statusCode).toBe(204)
    expect((await unchanged(it, remove)).statusCode).toBe(204)
    expect((await send(it, publisher, 'DELETE', `/articles/${id}`, undefined, version)).statusCode).toBe(404)
  })

  test('in parallel has one effect: the others wait their turn with 409 or are given its answer', async () => {
    const key = newKey()
    const answers = await Promise.all(Array.from({ length: 20 }, () => create(key, publisher, 'Hai mươi lần một lúc')))
    const made = answers.filter(({ statusCode }) => statusCode === 201)
    const others = answers.filter(({ statusCode }) => statusCode !== 201)
    expect(made.length).toBeGreaterThan(0)
    expect(new Set(made.map(({ body }) => body)).size).toBe(1)
    expect(others.map((answer) => [answer.statusCode, answer.json().code])).toEqual(others.map(() => [409, 'request_running']))
    expect(await count("article_revisions WHERE title = 'Hai mươi lần một lúc' AND article_id", made[0]?.json().id)).toBe(1)
    expect((await create(key, publisher, 'Hai mươi lần một lúc')).body).toBe(made[0]?.body)
  })

  test('while the first is on its way is told to come again in a moment', async () => {
    const { id, version } = await createDraft(it, publisher)
    const key = newKey()
    const publish = () => withKey(key, publisher, 'POST', `/articles/${id}/publish`, {}, version)
    const answers = await whileLocked(it, sql`SELECT FROM articles WHERE id = ${id} FOR UPDATE`, 1, () =>
      Promise.all([publish(), publish()]),
    )
    const [done, running] = answers.sort((a, b) => a.statusCode - b.statusCode)
    expect([done?.statusCode, running?.statusCode, running?.json().code]).toEqual([200, 409, 'request_running'])
    expect(running?.headers['retry-after']).toBe('1')
    expect((await publish()).body).toBe(done?.body)
  })
})

describe('an Idempotency-Key', () => {
  test('of another request is refused: another body, another article, another verb', async () => {
    const [draft, other] = [await createDraft(it, publisher), await createDraft(it, publisher)]
    const key = newKey()
    await withKey(key, publisher, 'PATCH', `/articles/${draft.id}`, { sapo: 'Một' }, 1)
    await unchanged(it, async () => {
      const others = [
        await withKey(key, publisher, 'PATCH', `/articles/${draft.id}`, { sapo: 'Hai' }, 2),
        await withKey(key, publisher, 'PATCH', `/articles/${other.id}`, { sapo: 'Một' }, 1),
        await withKey(key, publisher, 'PUT', `/articles/${draft.id}/autosave`, { sapo: 'Một' }, 2),
        await create(key),
      ]
      for (const answer of others) expect([answer.statusCode, answer.json().code]).toEqual([422, 'idempotency_key_reused'])
    })
  })

  test.each([
    ['a stale version', 9, {}, 412],
    ['no version', undefined, {}, 428],
    ['what is not ready', 1, { kind: 'minor' }, 422],
  ])('is free again after %s was refused: a refusal is not kept', async (_name, version, input, status) => {
    const { id } = await createDraft(it, publisher)
    const key = newKey()
    const refused = await unchanged(it, () => withKey(key, publisher, 'POST', `/articles/${id}/publish`, input, version))
    expect(refused.statusCode).toBe(status)
    expect((await withKey(key, publisher, 'POST', `/articles/${id}/publish`, {}, 1)).statusCode).toBe(200)
  })

  test('is somebody’s own: the same one of another person is another one', async () => {
    const other = await signIn(it, 'publisher')
    const key = newKey()
    const [mine, theirs] = [await create(key), await create(key, other)]
    expect([mine.statusCode, theirs.statusCode]).toEqual([201, 201])
    expect(mine.json().id).not.toBe(theirs.json().id)
    expect(all(await create(key, other))).toEqual(all(theirs))
  })

  test('is new again after 24 hours, and not before', async () => {
    const key = newKey()
    const first = await create(key)
    const age = (time: string) =>
      it.database.db.execute(sql`UPDATE idempotency_keys SET created_at = now() - ${time}::interval WHERE key = ${key}`)
    await age('23 hours 59 minutes')
    expect((await create(key)).body).toBe(first.body)
    await age('24 hours 1 minute')
    const next = await create(key, publisher, 'Việc khác')
    expect([next.statusCode, next.json().title]).toEqual([201, 'Việc khác'])
  })

  test.each([
    ['of nothing', ''],
    ['with a space', 'a b'],
    ['beyond ASCII', 'khoá'],
    ['of 201 characters', 'a'.repeat(201)],
  ])('%s is refused, whatever it is sent with', async (_name, key) => {
    const { id } = await createDraft(it, publisher)
    await unchanged(it, async () => {
      for (const answer of [await create(key), await withKey(key, publisher, 'POST', `/articles/${id}/publish`, {}, 1)]) {
        expect([answer.statusCode, answer.json().errors]).toEqual([
          400,
          [expect.objectContaining({ in: 'header', name: 'idempotency-key' })],
        ])
      }
    })
  })

  test('of 200 visible characters is taken', async () => expect((await create('~'.repeat(200))).statusCode).toBe(201))
})
