import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDraft, createUnit, send } from '../../../test/factories.ts'
import { auditOf, createPreview } from '../../../test/links.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { previews } from '../../db/schema/collaboration.ts'

let it: TestApp
let editor: SignedInForTest
let auditor: SignedInForTest
let stranger: SignedInForTest
let unit: string
beforeAll(async () => {
  it = await createTestApp()
  unit = await createUnit(it)
  editor = await signIn(it, 'editor', unit)
  auditor = await signIn(it, 'auditor')
  stranger = await signIn(it, 'publisher', await createUnit(it))
})
afterAll(() => it.close())

const unknownId = '00000000-0000-7000-8000-000000000000'
const hour = 3_600_000

describe('a preview', () => {
  test('is made with a link that is shown once, lasts a week without a word, and is noted', async () => {
    const { id } = await createDraft(it, editor)
    const made = await createPreview(it, editor, id)
    expect(made).toMatchObject({ createdBy: { id: editor.userId, name: 'Test editor' }, revokedAt: null })
    expect(made.url).toBe(`http://localhost:3000/xem-truoc/${made.token}`)
    expect(Date.parse(made.expiresAt) - Date.parse(made.createdAt)).toBe(168 * hour)
    const { url: _url, token: _token, ...listed } = made
    expect((await send(it, editor, 'GET', `/articles/${id}/previews`)).json()).toEqual({ data: [listed], page: { next: null } })
    expect(await auditOf(it, id, 'preview.create')).toEqual([
      {
        actorId: editor.userId,
        actorName: 'Test editor',
        address: '127.0.0.1',
        detail: { previewId: made.id, expiresAt: made.expiresAt },
      },
    ])
  })

  test('leaves nothing of its token in the database but the hash, whether a retry key was sent or not', async () => {
    const { id } = await createDraft(it, editor)
    const answer = await it.app.inject({
      method: 'POST',
      url: `/api/v1/editorial/articles/${id}/previews`,
      headers: { authorization: editor.authorization, 'idempotency-key': 'a-retry' },
      payload: { expiresInHours: 1 },
    })
    const { token, id: previewId } = answer.json()
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    const [row] = await it.database.db.select().from(previews).where(eq(previews.id, previewId))
    expect(row?.tokenHash).toBe(createHash('sha256').update(token).digest('hex'))
    expect(await tablesThatHold(token)).toEqual([])
  })

  test('changes neither version nor states, and another change needs the same version as before', async () => {
    const { id, version } = await createDraft(it, editor)
    await createPreview(it, editor, id)
    const article = await send(it, editor, 'GET', `/articles/${id}`)
    expect([article.headers.etag, article.json().workState]).toEqual([`"${version}"`, 'draft'])
  })

  test('is revoked once and for all; again is no error and is not noted twice', async () => {
    const { id } = await createDraft(it, editor)
    const made = await createPreview(it, editor, id)
    const path = `/articles/${id}/previews/${made.id}`
    expect((await send(it, editor, 'DELETE', path)).statusCode).toBe(204)
    const [first] = (await send(it, editor, 'GET', `/articles/${id}/previews`)).json().data
    expect((await send(it, editor, 'DELETE', path)).statusCode).toBe(204)
    const [second] = (await send(it, editor, 'GET', `/articles/${id}/previews`)).json().data
    expect(first.revokedAt).not.toBeNull()
    expect(second).toEqual(first)
    expect(await auditOf(it, id, 'preview.revoke')).toMatchObject([{ actorId: editor.userId, detail: { previewId: made.id } }])
  })

  test('is listed newest first, page by page', async () => {
    const { id } = await createDraft(it, editor)
    const made = [await createPreview(it, editor, id), await createPreview(it, editor, id), await createPreview(it, editor, id)]
    const first = (await send(it, auditor, 'GET', `/articles/${id}/previews?limit=2`)).json()
    const second = (await send(it, auditor, 'GET', `/articles/${id}/previews?limit=2&cursor=${first.page.next}`)).json()
    const ids = [...first.data, ...second.data].map((preview: { id: string }) => preview.id)
    expect(ids).toEqual(made.map((preview) => preview.id).reverse())
    expect(second.page.next).toBeNull()
    const other = await createDraft(it, editor)
    const foreign = await send(it, auditor, 'GET', `/articles/${other.id}/previews?limit=2&cursor=${first.page.next}`)
    expect([foreign.statusCode, foreign.json().code]).toEqual([400, 'invalid_cursor'])
  })
})

describe('a refusal changes nothing', () => {
  test.each([
    ['no hours', { expiresInHours: 0 }],
    ['more than thirty days', { expiresInHours: 721 }],
    ['hours as text', { expiresInHours: '5' }],
    ['half an hour', { expiresInHours: 0.5 }],
    ['a token of the caller', { token: 'a'.repeat(43) }],
    ['an end of the caller', { expiresAt: '2099-01-01T00:00:00+07:00' }],
    ['an article of the caller', { articleId: unknownId }],
    ['a maker of the caller', { createdBy: unknownId }],
  ])('400 for %s', async (_name, payload) => {
    const { id } = await createDraft(it, editor)
    const answer = await unchanged(it, () => send(it, editor, 'POST', `/articles/${id}/previews`, payload))
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid_request'])
  })

  test('404 for an article of another unit, a preview of another article, and what is not there', async () => {
    const { id } = await createDraft(it, editor)
    const other = await createDraft(it, editor)
    const made = await createPreview(it, editor, id)
    const missing = (await send(it, editor, 'DELETE', `/articles/${unknownId}/previews/${unknownId}`)).body
    const refused = [
      () => send(it, stranger, 'POST', `/articles/${id}/previews`, {}),
      () => send(it, stranger, 'GET', `/articles/${id}/previews`),
      () => send(it, stranger, 'DELETE', `/articles/${id}/previews/${made.id}`),
      () => send(it, editor, 'DELETE', `/articles/${other.id}/previews/${made.id}`),
      () => send(it, editor, 'DELETE', `/articles/${id}/previews/${unknownId}`),
    ]
    for (const request of refused) {
      const answer = await unchanged(it, request)
      expect([answer.statusCode, answer.body]).toEqual([404, missing])
    }
  })

  test('403 for who may read the article but not edit it', async () => {
    const { id } = await createDraft(it, editor)
    const made = await createPreview(it, editor, id)
    for (const request of [
      () => send(it, auditor, 'POST', `/articles/${id}/previews`, {}),
      () => send(it, auditor, 'DELETE', `/articles/${id}/previews/${made.id}`),
    ]) {
      const answer = await unchanged(it, request)
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'forbidden'])
    }
  })
})

/** The tables in which some column of some row has the text. */
async function tablesThatHold(text: string): Promise<string[]> {
  const { rows } = await it.database.db.execute<{ name: string }>(
    "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'published')",
  )
  const found: string[] = []
  for (const { name } of rows) {
    const { rows: hits } = await it.database.db.execute(`SELECT FROM ${name} t WHERE strpos(t::text, '${text}') > 0`)
    if (hits.length > 0) found.push(name)
  }
  return found
}
