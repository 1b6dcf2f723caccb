import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDraft, createUnit, send } from '../../../test/factories.ts'
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

const unknownId = '00000000-0000-7000-8000-000000000000'

describe('a foreign or altered cursor', () => {
  test.each([
    ['of other filters', (cursor: string) => `?limit=1&format=news&cursor=${cursor}`],
    ['changed by one character', (cursor: string) => `?limit=1&cursor=${cursor.slice(0, -1)}${cursor.endsWith('A') ? 'B' : 'A'}`],
  ])('%s is refused', async (_name, query) => {
    await createDraft(it, publisher)
    await createDraft(it, publisher)
    const { page } = (await send(it, publisher, 'GET', '/articles?limit=1')).json()
    const answer = await send(it, publisher, 'GET', `/articles${query(page.next)}`)
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid_cursor'])
  })
})

describe('bad input gets its problem answer and changes nothing', () => {
  const cases: [string, object | string, number, string][] = [
    ['an unknown field', { title: 'a', colour: 'red' }, 400, 'invalid_request'],
    ['a wrong type', { title: 5 }, 400, 'invalid_request'],
    ['a number as text', { title: 'a', sapo: 1 }, 400, 'invalid_request'],
    ['a title that is too long', { title: 'a'.repeat(301) }, 400, 'invalid_request'],
    ['a title of spaces', { title: '   ' }, 400, 'invalid_request'],
    ['a day that the calendar has not', { title: 'a', event: { startsOn: '2026-02-30' } }, 400, 'invalid_request'],
    ['NUL in a text', { title: 'a', sapo: 'x\u0000y' }, 400, 'invalid_request'],
    ['a lone surrogate', { title: 'a\ud800' }, 400, 'invalid_request'],
    ['a server-side field', { title: 'a', version: 7 }, 400, 'invalid_request'],
    ['a state', { title: 'a', publicState: 'published' }, 400, 'invalid_request'],
    ['an unknown block', { title: 'a', body: { type: 'doc', content: [{ type: 'script' }] } }, 400, 'invalid_request'],
    ['__proto__', '{"title":"a","__proto__":{"role":"admin"}}', 400, 'invalid_json'],
    ['broken JSON', '{"title":', 400, 'invalid_json'],
    ['an unknown unit', { title: 'a', unitId: unknownId }, 403, 'forbidden'],
    ['an unknown author', { title: 'a', bylines: [{ authorId: unknownId, role: 'text' }] }, 422, 'unknown_reference'],
  ]
  test.each(cases)('%s', async (_name, payload, status, code) => {
    const unit = await createUnit(it)
    const editor = await signIn(it, 'editor', unit)
    const answer = await unchanged(it, () =>
      it.app.inject({
        method: 'POST',
        url: '/api/v1/editorial/articles',
        headers: { authorization: editor.authorization, 'content-type': 'application/json' },
        payload,
      }),
    )
    expect([answer.statusCode, answer.json().code]).toEqual([status, code])
    expect(answer.headers['content-type']).toMatch('application/problem+json')
  })

  test('an owner that does not exist is named to whoever may give any', async () => {
    const answer = await unchanged(it, () => send(it, publisher, 'POST', '/articles', { title: 'a', unitId: unknownId }))
    expect(answer.json()).toMatchObject({ status: 422, code: 'unknown_reference', errors: [{ pointer: '/unitId' }] })
  })

  test('the place and the cure are named', async () => {
    const answer = await send(it, publisher, 'POST', '/articles', { title: 'a', titel: 'b' })
    expect(answer.json().errors).toContainEqual({
      in: 'body',
      pointer: '/titel',
      code: 'unknown_field',
      message: "Unknown field. Did you mean 'title'?",
    })
  })
})

describe('answers come in the documented order', () => {
  test('401, 400, 404, 403, 428, 412, 409', async () => {
    const unit = await createUnit(it)
    const draft = await createDraft(it, publisher, { unitId: unit })
    const reporter = await signIn(it, 'reporter', unit)
    const editor = await signIn(it, 'editor', unit)
    const code = async (...request: Parameters<typeof send>) => (await unchanged(it, () => send(...request))).json().code
    expect(await code(it, null, 'POST', `/articles/${draft.id}/publish`, { nonsense: 1 })).toBe('unauthorized')
    expect(await code(it, reporter, 'POST', `/articles/${draft.id}/publish`, { nonsense: 1 })).toBe('invalid_request')
    expect(await code(it, reporter, 'POST', `/articles/${draft.id}/publish`, {})).toBe('not_found')
    expect(await code(it, editor, 'POST', `/articles/${draft.id}/publish`, {})).toBe('forbidden')
    expect(await code(it, publisher, 'POST', `/articles/${draft.id}/hold`, {})).toBe('version_required')
    expect(await code(it, publisher, 'POST', `/articles/${draft.id}/hold`, {}, 9)).toBe('version_stale')
    expect(await code(it, publisher, 'POST', `/articles/${draft.id}/hold`, {}, 1)).toBe('move_not_allowed')
  })

  test('what one may not know of answers like what does not exist, byte for byte', async () => {
    const draft = await createDraft(it, publisher, { unitId: await createUnit(it) })
    const stranger = await signIn(it, 'editor', await createUnit(it))
    const hidden = await send(it, stranger, 'GET', `/articles/${draft.id}`)
    const missing = await send(it, stranger, 'GET', `/articles/${unknownId}`)
    expect(hidden.statusCode).toBe(404)
    expect(hidden.rawPayload).toEqual(missing.rawPayload)
  })
})

describe('a stale version', () => {
  test('is answered with what stands now: version, who, when and which fields', async () => {
    const { id } = await createDraft(it, publisher)
    const other = await signIn(it, 'admin')
    await send(it, other, 'PATCH', `/articles/${id}`, { sapo: 'Của người khác' }, 1)
    await send(it, other, 'PATCH', `/articles/${id}`, { kicker: 'Tin' }, 2)
    const answer = await unchanged(it, () => send(it, publisher, 'PATCH', `/articles/${id}`, { title: 'Của tôi' }, 1))
    expect(answer.statusCode).toBe(412)
    expect(answer.json().current).toMatchObject({ version: 3, changedBy: 'Test admin', fields: ['sapo', 'kicker'] })
    expect(answer.json().current.changedAt).toMatch(/\+07:00$/)
  })

  test('from the future is answered with the last change', async () => {
    const { id } = await createDraft(it, publisher)
    const answer = await send(it, publisher, 'PATCH', `/articles/${id}`, { title: 'x' }, 99)
    expect([answer.statusCode, answer.json().current.version, answer.json().current.changedBy]).toEqual([412, 1, 'Test publisher'])
  })
})
