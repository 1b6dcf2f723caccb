import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDraft, createUnit, send } from '../../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { auditLog } from '../../db/schema/audit.ts'

let it: TestApp
let unit: string
let editor: SignedInForTest
let colleague: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  unit = await createUnit(it)
  editor = await signIn(it, 'editor', unit)
  colleague = await signIn(it, 'publisher', unit)
})
afterAll(() => it.close())

const unknownId = '00000000-0000-7000-8000-000000000000'
const open = (as: SignedInForTest, id: string) => send(it, as, 'PUT', `/articles/${id}/presence`, {})
const othersOf = async (as: SignedInForTest, id: string) => (await open(as, id)).json().data as { id: string }[]
const goBy = (seconds: number) =>
  it.database.db.execute(sql`UPDATE article_presence SET seen_at = seen_at - make_interval(secs => ${seconds})`)
const countRows = async (id: string) =>
  (await it.database.db.execute(sql`SELECT FROM article_presence WHERE article_id = ${id}`)).rows.length

describe('presence', () => {
  test('shows who else has the article open, without oneself', async () => {
    const { id } = await createDraft(it, editor)
    const alone = await open(editor, id)
    expect([alone.statusCode, alone.json()]).toEqual([200, { data: [] }])
    const seenAt = expect.stringMatching(/\+07:00$/)
    expect((await open(colleague, id)).json()).toEqual({ data: [{ id: editor.userId, name: 'Test editor', seenAt }] })
    expect(await othersOf(editor, id)).toMatchObject([{ id: colleague.userId }])
  })

  test('of another article is not shown', async () => {
    const [{ id }, { id: other }] = [await createDraft(it, editor), await createDraft(it, editor)]
    await open(colleague, other)
    expect(await othersOf(editor, id)).toEqual([])
  })

  test('ends when one says so; again is no error', async () => {
    const { id } = await createDraft(it, editor)
    await open(colleague, id)
    for (const _time of [1, 2]) expect((await send(it, colleague, 'DELETE', `/articles/${id}/presence`)).statusCode).toBe(204)
    expect(await othersOf(editor, id)).toEqual([])
  })

  test('ends after a minute without a word, and lasts as long as one says it again', async () => {
    const { id } = await createDraft(it, editor)
    await open(colleague, id)
    await goBy(50)
    expect(await othersOf(editor, id)).toHaveLength(1)
    await open(colleague, id)
    await goBy(50)
    expect(await othersOf(editor, id)).toHaveLength(1)
    await goBy(11)
    expect(await othersOf(editor, id)).toEqual([])
  })

  test('leaves nothing behind: whoever opens any article sweeps out those who left', async () => {
    const [{ id }, { id: other }] = [await createDraft(it, editor), await createDraft(it, editor)]
    for (const person of [editor, colleague]) await open(person, id)
    await goBy(61)
    await open(editor, other)
    expect(await countRows(id)).toBe(0)
  })

  test('is a courtesy: others edit all the same, the version stays and nothing is noted', async () => {
    const { id, version } = await createDraft(it, editor)
    const before = await it.database.db.select().from(auditLog)
    await open(colleague, id)
    await send(it, colleague, 'DELETE', `/articles/${id}/presence`)
    expect(await it.database.db.select().from(auditLog)).toEqual(before)
    await open(colleague, id)
    expect((await send(it, editor, 'PATCH', `/articles/${id}`, { sapo: 'Thêm.' }, version)).statusCode).toBe(200)
  })

  test('of many at once never waits in a circle', async () => {
    const drafts = await Promise.all(Array.from({ length: 4 }, () => createDraft(it, editor)))
    const people = await Promise.all(Array.from({ length: 6 }, () => signIn(it, 'editor', unit)))
    for (const { id } of drafts) for (const person of people) await open(person, id)
    await goBy(61)
    const answers = await Promise.all(people.flatMap((person) => drafts.map(({ id }) => open(person, id))))
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]))
  })
})

describe('Objects: presence at a foreign article', () => {
  test.each(['PUT', 'DELETE'] as const)('%s → 404, as for what does not exist', async (method) => {
    const { id } = await createDraft(it, editor)
    await open(editor, id)
    const payload = method === 'PUT' ? {} : undefined
    for (const stranger of [await signIn(it, 'admin', await createUnit(it)), await signIn(it, 'reporter', unit)]) {
      const hidden = await unchanged(it, () => send(it, stranger, method, `/articles/${id}/presence`, payload))
      const missing = await send(it, stranger, method, `/articles/${unknownId}/presence`, payload)
      expect([hidden.statusCode, hidden.rawPayload]).toEqual([404, missing.rawPayload])
    }
  })

  test('without a session → 401', async () => {
    const { id } = await createDraft(it, editor)
    const answer = await unchanged(it, () => send(it, null, 'PUT', `/articles/${id}/presence`, {}))
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'unauthorized'])
  })
})

test.each([
  ['another person', { userId: unknownId }],
  ['a time', { seenAt: '2099-01-01T00:00:00Z' }],
  ['a list', []],
  ['nothing', undefined],
])('Mass assignment: presence with %s in the body → 400', async (_name, payload) => {
  const { id } = await createDraft(it, editor)
  const answer = await unchanged(it, () => send(it, editor, 'PUT', `/articles/${id}/presence`, payload))
  expect(answer.statusCode).toBe(400)
})
