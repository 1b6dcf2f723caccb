import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAuthor, createCategory, createDraft, createPublished, createUnit, send } from '../../../test/factories.ts'
import { makeMoves } from '../../../test/moves.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'

let it: TestApp
let unit: string
let editor: SignedInForTest
let reporter: SignedInForTest
let colleague: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  unit = await createUnit(it)
  editor = await signIn(it, 'editor', unit)
  reporter = await signIn(it, 'reporter', unit)
  colleague = await signIn(it, 'reporter', unit)
})
afterAll(() => it.close())

type Article = { id: string; version: number }
const assign = (as: SignedInForTest, { id, version }: Article, userId: string | null) =>
  send(it, as, 'POST', `/articles/${id}/assign`, { userId }, version)
const rows = async (query: ReturnType<typeof sql>) => (await it.database.db.execute(query)).rows

describe('whoever is asked to work on an article', () => {
  test('sees and writes it like its author from then on, and no longer than that', async () => {
    const draft = await createDraft(it, reporter)
    expect((await send(it, colleague, 'GET', `/articles/${draft.id}`)).statusCode).toBe(404)
    const assigned = await assign(editor, draft, colleague.userId)
    expect(assigned.json()).toMatchObject({ version: draft.version, assignee: { id: colleague.userId, name: 'Test reporter' } })
    expect(assigned.headers.etag).toBe(`"${draft.version}"`)
    expect((await send(it, colleague, 'GET', '/articles?me=true')).json().data.map(({ id }: Article) => id)).toContain(draft.id)
    const submitted = await makeMoves(it, colleague, draft, ['edit', { sapo: 'Viết tiếp' }], ['submit'])
    expect((await send(it, colleague, 'PATCH', `/articles/${draft.id}`, { sapo: 'x' }, submitted.version)).json().code).toBe('recall_first')
    await makeMoves(it, colleague, submitted, ['recall'])
    expect((await assign(editor, { id: draft.id, version: submitted.version + 1 }, null)).json().assignee).toBeNull()
    expect((await send(it, colleague, 'GET', `/articles/${draft.id}`)).statusCode).toBe(404)
  })

  test('leaves the version alone: what others have read stays good', async () => {
    const draft = await createDraft(it, reporter)
    await assign(editor, draft, colleague.userId)
    expect((await send(it, reporter, 'PATCH', `/articles/${draft.id}`, { sapo: 'Vẫn được' }, draft.version)).statusCode).toBe(200)
  })

  test('does not make whoever asked the one who changed it, to somebody who comes too late', async () => {
    const draft = await createDraft(it, reporter)
    const edited = await makeMoves(it, reporter, draft, ['edit', { sapo: 'Của phóng viên' }])
    await assign(editor, edited, colleague.userId)
    const late = await unchanged(it, () => send(it, colleague, 'PATCH', `/articles/${draft.id}`, { sapo: 'Muộn' }, draft.version))
    expect(late.json().current).toMatchObject({ version: edited.version, changedBy: 'Test reporter', fields: ['sapo'] })
  })

  test('may not hand it on himself, nor may its author', async () => {
    const draft = await createDraft(it, reporter)
    await assign(editor, draft, colleague.userId)
    for (const person of [reporter, colleague]) {
      expect((await unchanged(it, () => assign(person, draft, reporter.userId))).json().code).toBe('forbidden')
      expect((await send(it, person, 'GET', `/articles/${draft.id}/assignees`)).statusCode).toBe(403)
    }
  })

  test('is one of those whose role writes in the unit or above it, by name, without auditors, strangers and who has left', async () => {
    const below = await createUnit(it, { parentId: unit })
    const nearer = await signIn(it, 'publisher', below)
    const gone = await signIn(it, 'editor', below)
    await rows(sql`UPDATE users SET disabled_at = now() WHERE id = ${gone.userId}`)
    await signIn(it, 'auditor', below)
    await signIn(it, 'admin', await createUnit(it))
    const { id } = await createDraft(it, editor, { unitId: below })
    const { data } = (await send(it, editor, 'GET', `/articles/${id}/assignees`)).json()
    const ids = data.map((person: { id: string }) => person.id)
    expect(new Set(ids)).toEqual(new Set([editor, reporter, colleague, nearer].map((person) => person.userId)))
  })

  test('is noted with who was asked before', async () => {
    const draft = await createDraft(it, reporter)
    await assign(editor, draft, colleague.userId)
    await assign(editor, draft, null)
    const log = await rows(
      sql`SELECT actor_id, version, detail FROM audit_log WHERE entity_id = ${draft.id} AND action = 'article.assign' ORDER BY id`,
    )
    const [by, version] = [editor.userId, draft.version]
    expect(log).toEqual([
      { actor_id: by, version, detail: { before: null, after: colleague.userId } },
      { actor_id: by, version, detail: { before: colleague.userId, after: null } },
    ])
  })
})

describe('a duplicate', () => {
  test('is a draft of its own with the same content, of whoever made it; the other article stays as it is', async () => {
    const content = {
      sapo: 'Mở đầu',
      categoryIds: [await createCategory(it)],
      bylines: [{ authorId: await createAuthor(it), role: 'text' as const }],
    }
    const publisher = await signIn(it, 'publisher', unit)
    const original = await createPublished(it, publisher, content)
    await assign(editor, original, colleague.userId)
    const answer = await send(it, editor, 'POST', `/articles/${original.id}/duplicate`, {})
    const copy = answer.json()
    expect([answer.statusCode, answer.headers.etag, answer.headers.location]).toEqual([201, '"1"', `/api/v1/editorial/articles/${copy.id}`])
    expect(copy).toMatchObject({ ...content, version: 1, workState: 'draft', publicState: 'none', edition: null, revision: 1 })
    expect(copy).toMatchObject({ createdBy: editor.userId, assignee: null, firstPublishedAt: null })
    expect((await send(it, editor, 'GET', `/articles/${original.id}`)).json()).toMatchObject({
      version: original.version,
      publicState: 'published',
    })
    expect((await it.app.inject({ url: `/api/v1/articles/${copy.id}` })).statusCode).toBe(404)
  })

  test('gets an address of its own when it is published', async () => {
    const publisher = await signIn(it, 'publisher', unit)
    const original = await createPublished(it, publisher, { title: 'Hai bài cùng tên' })
    const copy = (await send(it, publisher, 'POST', `/articles/${original.id}/duplicate`, {})).json()
    expect((await makeMoves(it, publisher, copy, ['publish'])).slug).toBe('hai-bai-cung-ten-2')
  })
})

describe('deleting', () => {
  test('takes a draft that was never public with all that hangs on it, and keeps that it was there', async () => {
    const draft = await makeMoves(it, reporter, await createDraft(it, reporter), ['submit'])
    const returned = await makeMoves(it, editor, draft, ['return', { note: 'Thôi không đăng' }], ['edit', { sapo: 'Hai' }])
    expect((await send(it, reporter, 'DELETE', `/articles/${draft.id}`, undefined, returned.version)).statusCode).toBe(204)
    expect((await send(it, await signIn(it, 'admin'), 'GET', `/articles/${draft.id}`)).statusCode).toBe(404)
    for (const table of ['article_revisions', 'comments', 'article_saves']) {
      expect([table, await rows(sql`SELECT 1 FROM ${sql.raw(table)} WHERE article_id = ${draft.id}`)]).toEqual([table, []])
    }
    const [last] = await rows(sql`SELECT action, actor_id, version FROM audit_log WHERE entity_id = ${draft.id} ORDER BY id DESC LIMIT 1`)
    expect(last).toEqual({ action: 'article.delete', actor_id: reporter.userId, version: returned.version + 1 })
  })

  test('is refused for what is in other hands: in review, approved, scheduled, or public in any way', async () => {
    const publisher = await signIn(it, 'publisher', unit)
    const states = [
      await makeMoves(it, publisher, await createDraft(it, publisher), ['submit']),
      await makeMoves(it, publisher, await createDraft(it, publisher), ['submit'], ['approve']),
      await makeMoves(it, publisher, await createDraft(it, publisher), ['schedule', { at: '2199-01-01T00:00:00Z' }]),
      await makeMoves(it, publisher, await createPublished(it, publisher), ['hold'], ['edit', { sapo: 'Nháp' }]),
      await makeMoves(it, publisher, await createPublished(it, publisher), ['remove', { answer: 'vanish', reason: 'Nhầm' }]),
    ]
    for (const { id, version } of states) {
      const answer = await unchanged(it, () => send(it, publisher, 'DELETE', `/articles/${id}`, undefined, version))
      expect([answer.statusCode, answer.json().code]).toEqual([409, 'move_not_allowed'])
    }
  })
})
