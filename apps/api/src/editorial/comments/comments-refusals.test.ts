import { maxComments } from '@bantin/shared/comments'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commentOn } from '../../../test/comments.ts'
import { createDraft, createUnit, send } from '../../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'

let it: TestApp
let unit: string
let editor: SignedInForTest
let colleague: SignedInForTest
let reporter: SignedInForTest
let auditor: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  unit = await createUnit(it)
  editor = await signIn(it, 'editor', unit)
  colleague = await signIn(it, 'editor', unit)
  reporter = await signIn(it, 'reporter', unit)
  auditor = await signIn(it, 'auditor')
})
afterAll(() => it.close())

const unknownId = '00000000-0000-7000-8000-000000000000'
type Sent = Parameters<typeof send>
const refused = async (...request: Sent) => {
  const answer = await unchanged(it, () => send(...request))
  return [answer.statusCode, answer.json().code]
}

/** A draft of the reporter's with a comment of the editor's. */
async function commented() {
  const { id } = await createDraft(it, reporter, { unitId: unit })
  const comment = await commentOn(it, editor, id)
  return { id, comment, path: `/articles/${id}/comments`, one: `/articles/${id}/comments/${comment.id}` }
}

describe('Mass assignment: a comment takes its text and its place, nothing else', () => {
  const bodies: [string, object | string][] = [
    ['no text', {}],
    ['an empty text', { text: '' }],
    ['a text of spaces', { text: ' \n ' }],
    ['4001 characters', { text: 'a'.repeat(4001) }],
    ['a number', { text: 5 }],
    ['an operator', { text: { $ne: '' } }],
    ['NUL', { text: 'a\u0000' }],
    ['a lone surrogate', { text: 'a\ud800' }],
    ['an id', { text: 'a', id: unknownId }],
    ['an author', { text: 'a', authorId: unknownId }],
    ['a version', { text: 'a', version: 7 }],
    ['a state', { text: 'a', resolved: { at: '2026-01-01T00:00:00Z', by: null } }],
    ['a revision', { text: 'a', revisionNumber: 9 }],
    ['a time', { text: 'a', createdAt: '2020-01-01T00:00:00Z' }],
    ['a broken block id', { text: 'a', blockId: "1'--" }],
    ['__proto__', '{"text":"a","__proto__":{"role":"admin"}}'],
    ['constructor', { text: 'a', constructor: { prototype: {} } }],
  ]
  test.each(bodies)('%s → 400', async (_name, payload) => {
    const { path } = await commented()
    expect((await refused(it, editor, 'POST', path, payload))[0]).toBe(400)
  })

  test.each([
    ['a block', { blockId: 'abc' }],
    ['a parent', { parentId: null }],
    ['a version', { text: 'a', version: 9 }],
    ['an author', { authorId: unknownId }],
    ['a word for a boolean', { resolved: 'true' }],
    ['null', { text: null }],
  ])('a patch with %s → 400', async (_name, payload) => {
    const { one } = await commented()
    expect(await refused(it, editor, 'PATCH', one, payload, 1)).toEqual([400, 'invalid_request'])
  })

  test('a filter that is no boolean → 400', async () => {
    const { path } = await commented()
    expect(await refused(it, editor, 'GET', `${path}?resolved=yes`)).toEqual([400, 'invalid_request'])
  })
})

describe('Objects: comments of a foreign unit are not there', () => {
  test.each(['reporter', 'editor'] as const)('for the %s of another unit → 404, as for what does not exist', async (role) => {
    const { id, path, one } = await commented()
    const stranger = await signIn(it, role, await createUnit(it))
    const requests: Sent[] = [
      [it, stranger, 'GET', path],
      [it, stranger, 'POST', path, { text: 'a' }],
      [it, stranger, 'PATCH', one, { resolved: true }, 1],
      [it, stranger, 'DELETE', one, undefined, 1],
    ]
    for (const request of requests) {
      const answer = await unchanged(it, () => send(...request))
      const missing = await send(it, stranger, request[2], request[3].replace(id, unknownId), request[4], request[5])
      expect([answer.statusCode, answer.rawPayload]).toEqual([404, missing.rawPayload])
    }
  })

  test('the comment of one article is not there at another', async () => {
    const [{ comment }, other] = [await commented(), await commented()]
    const path = `${other.path}/${comment.id}`
    expect(await refused(it, editor, 'PATCH', path, { text: 'a' }, 1)).toEqual([404, 'not_found'])
    expect(await refused(it, editor, 'DELETE', path, undefined, 1)).toEqual([404, 'not_found'])
  })

  test('without a session → 401', async () => {
    const { path, one } = await commented()
    expect(await refused(it, null, 'GET', path)).toEqual([401, 'unauthorized'])
    expect(await refused(it, null, 'POST', path, { text: 'a' })).toEqual([401, 'unauthorized'])
    expect(await refused(it, null, 'DELETE', one)).toEqual([401, 'unauthorized'])
  })
})

describe('Objects: what one sees one may not always change', () => {
  test('an auditor reads, and says nothing', async () => {
    const { path, one } = await commented()
    expect((await send(it, auditor, 'GET', path)).json().data).toHaveLength(1)
    expect(await refused(it, auditor, 'POST', path, { text: 'a' })).toEqual([403, 'forbidden'])
    expect(await refused(it, auditor, 'PATCH', one, { resolved: true }, 1)).toEqual([403, 'forbidden'])
    expect(await refused(it, auditor, 'DELETE', one, undefined, 1)).toEqual([403, 'forbidden'])
  })

  test("nobody changes another one's words, an admin neither", async () => {
    const { one } = await commented()
    for (const other of [colleague, await signIn(it, 'admin')]) {
      expect(await refused(it, other, 'PATCH', one, { text: 'Lời khác' }, 1)).toEqual([403, 'forbidden'])
      expect(await refused(it, other, 'PATCH', one, { text: 'Lời khác', resolved: true }, 1)).toEqual([403, 'forbidden'])
    }
  })

  test("an article's author answers and resolves, but only an editor of the unit deletes what others said", async () => {
    const { path, one, comment } = await commented()
    expect((await send(it, reporter, 'PATCH', one, { resolved: true }, 1)).statusCode).toBe(200)
    expect(await refused(it, reporter, 'DELETE', one, undefined, 2)).toEqual([403, 'forbidden'])
    const { id: own } = (await send(it, reporter, 'POST', path, { text: 'Vâng.', parentId: comment.id })).json()
    expect((await send(it, reporter, 'DELETE', `${path}/${own}`, undefined, 1)).statusCode).toBe(204)
    expect((await send(it, colleague, 'DELETE', one, undefined, 2)).statusCode).toBe(204)
  })
})

describe('Concurrency: a comment has a version', () => {
  test.each(['PATCH', 'DELETE'] as const)('%s without it → 428, with another → 412', async (method) => {
    const { one } = await commented()
    const payload = method === 'PATCH' ? { resolved: true } : undefined
    expect(await refused(it, editor, method, one, payload)).toEqual([428, 'version_required'])
    expect(await refused(it, editor, method, one, payload, 2)).toEqual([412, 'version_stale'])
  })
})

describe('a place that is not there', () => {
  const cases: [string, (other: { id: string; answer: string; foreign: string }) => object, number, string][] = [
    ['a block that the newest revision has not', () => ({ blockId: 'nowhere' }), 422, '/blockId'],
    ['a thread that is not there', () => ({ parentId: unknownId }), 422, '/parentId'],
    ['a thread of another article', ({ foreign }) => ({ parentId: foreign }), 422, '/parentId'],
    ['an answer to an answer', ({ answer }) => ({ parentId: answer }), 422, '/parentId'],
    ['an answer on a block of its own', ({ id }) => ({ parentId: id, blockId: 'abc' }), 400, '/blockId'],
  ]
  test.each(cases)('%s is refused', async (_name, payload, status, pointer) => {
    const [{ path, id, comment }, { comment: foreign }] = [await commented(), await commented()]
    const { id: answer } = await commentOn(it, editor, id, { parentId: comment.id })
    const place = payload({ id: comment.id, answer, foreign: foreign.id })
    const refusal = await unchanged(it, () => send(it, editor, 'POST', path, { text: 'a', ...place }))
    expect([refusal.statusCode, refusal.json().errors]).toEqual([status, [expect.objectContaining({ pointer })]])
  })

  test('an answer is not resolved by itself', async () => {
    const { path, id, comment } = await commented()
    const { id: answer } = await commentOn(it, editor, id, { parentId: comment.id })
    expect(await refused(it, editor, 'PATCH', `${path}/${answer}`, { resolved: true }, 1)).toEqual([409, 'conflict'])
  })
})

test('more comments than anybody reads are refused, until one is deleted; a draft is given back with its note all the same', async () => {
  const { id, version } = await createDraft(it, editor, { unitId: unit })
  const first = await commentOn(it, editor, id)
  await it.database.db.execute(sql`
    INSERT INTO comments (id, article_id, revision_number, text, author_id)
    SELECT gen_random_uuid(), ${id}, 1, 'Lời', ${editor.userId} FROM generate_series(2, ${maxComments}::int)`)
  const path = `/articles/${id}/comments`
  for (const place of [{}, { parentId: first.id }]) {
    expect(await refused(it, editor, 'POST', path, { text: 'Một nữa', ...place })).toEqual([409, 'conflict'])
  }
  await send(it, editor, 'POST', `/articles/${id}/submit`, {}, version)
  expect((await send(it, colleague, 'POST', `/articles/${id}/return`, { note: 'Xem lại' }, version + 1)).statusCode).toBe(200)
  for (const one of (await send(it, editor, 'GET', path)).json().data.slice(0, 2)) {
    await send(it, editor, 'DELETE', `${path}/${one.id}`, undefined, 1)
  }
  expect((await send(it, editor, 'POST', path, { text: 'Một nữa' })).statusCode).toBe(201)
})
