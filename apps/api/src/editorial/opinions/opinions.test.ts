import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDraft, createUnit, send } from '../../../test/factories.ts'
import { askOpinion, auditOf } from '../../../test/links.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { opinions } from '../../db/schema/collaboration.ts'
import { articleRevisions } from '../../db/schema/revisions.ts'

let it: TestApp
let editor: SignedInForTest
let auditor: SignedInForTest
let stranger: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  editor = await signIn(it, 'editor', await createUnit(it))
  auditor = await signIn(it, 'auditor')
  stranger = await signIn(it, 'publisher', await createUnit(it))
})
afterAll(() => it.close())

const unknownId = '00000000-0000-7000-8000-000000000000'

async function isSealed(articleId: string, number: number): Promise<boolean | undefined> {
  const own = and(eq(articleRevisions.articleId, articleId), eq(articleRevisions.number, number))
  const [row] = await it.database.db.select({ sealed: articleRevisions.sealed }).from(articleRevisions).where(own)
  return row?.sealed
}

describe('asking for an opinion', () => {
  test('gives a link that is shown once and lasts three days, keeps only the hash of its token, and is noted', async () => {
    const article = await createDraft(it, editor)
    const asked = await askOpinion(it, editor, article, 'Bà Lê Thị Đọc')
    expect(asked).toMatchObject({
      name: 'Bà Lê Thị Đọc',
      revision: 1,
      askedBy: { id: editor.userId, name: 'Test editor' },
      revokedAt: null,
      answer: null,
      text: null,
      answeredAt: null,
      url: `http://localhost:3000/y-kien/${asked.token}`,
    })
    expect(Date.parse(asked.expiresAt) - Date.parse(asked.askedAt)).toBe(72 * 3_600_000)
    const { url: _url, token, ...listed } = asked
    expect((await send(it, editor, 'GET', `/articles/${article.id}/opinions`)).json()).toEqual({ data: [listed], page: { next: null } })
    const [row] = await it.database.db.select().from(opinions).where(eq(opinions.id, asked.id))
    expect(row?.tokenHash).toBe(createHash('sha256').update(token).digest('hex'))
    expect(await auditOf(it, article.id, 'opinion.create')).toMatchObject([
      { actorId: editor.userId, detail: { opinionId: asked.id, name: 'Bà Lê Thị Đọc', revision: 1 } },
    ])
  })

  test('seals the text that is asked about: what is written next is another revision, and the version stays', async () => {
    const article = await createDraft(it, editor)
    const answer = await send(it, editor, 'POST', `/articles/${article.id}/opinions`, { name: 'Ông Thử' }, article.version)
    expect([answer.statusCode, answer.headers.etag]).toEqual([201, `"${article.version}"`])
    expect(await isSealed(article.id, 1)).toBe(true)
    const edited = await send(it, editor, 'PATCH', `/articles/${article.id}`, { title: 'Viết tiếp' }, article.version)
    expect(edited.json()).toMatchObject({ revision: 2, workState: 'draft', version: article.version + 1 })
    expect((await send(it, editor, 'GET', `/articles/${article.id}/opinions`)).json().data[0].revision).toBe(1)
  })

  test('can be taken back until it is answered; again is no error and is not noted twice', async () => {
    const article = await createDraft(it, editor)
    const asked = await askOpinion(it, editor, article)
    const path = `/articles/${article.id}/opinions/${asked.id}`
    expect((await send(it, editor, 'DELETE', path)).statusCode).toBe(204)
    const revoked = (await send(it, editor, 'GET', `/articles/${article.id}/opinions`)).json()
    expect(revoked.data[0].revokedAt).not.toBeNull()
    expect((await send(it, editor, 'DELETE', path)).statusCode).toBe(204)
    expect((await send(it, editor, 'GET', `/articles/${article.id}/opinions`)).json()).toEqual(revoked)
    expect(await auditOf(it, article.id, 'opinion.revoke')).toMatchObject([{ detail: { opinionId: asked.id } }])
  })

  test('is listed newest first, page by page', async () => {
    const article = await createDraft(it, editor)
    const asked = [await askOpinion(it, editor, article, 'Một'), await askOpinion(it, editor, article, 'Hai')]
    const first = (await send(it, auditor, 'GET', `/articles/${article.id}/opinions?limit=1`)).json()
    const second = (await send(it, auditor, 'GET', `/articles/${article.id}/opinions?limit=1&cursor=${first.page.next}`)).json()
    const ids = [...first.data, ...second.data].map((opinion: { id: string }) => opinion.id)
    expect([ids, second.page.next]).toEqual([asked.map(({ id }) => id).reverse(), null])
  })
})

describe('a refusal changes nothing', () => {
  test.each([
    ['nobody named', {}],
    ['a name of spaces', { name: '  ' }],
    ['a name of two lines', { name: 'a\nb' }],
    ['a name that is too long', { name: 'a'.repeat(201) }],
    ['an answer of the caller', { name: 'a', answer: 'agree' }],
    ['a revision of the caller', { name: 'a', revisionId: unknownId }],
    ['an end of the caller', { name: 'a', expiresAt: '2099-01-01T00:00:00+07:00' }],
  ])('400 for %s', async (_name, payload) => {
    const article = await createDraft(it, editor)
    const answer = await unchanged(it, () => send(it, editor, 'POST', `/articles/${article.id}/opinions`, payload, article.version))
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid_request'])
  })

  test('428 without the version, 412 with the one before', async () => {
    const article = await createDraft(it, editor)
    await send(it, editor, 'PATCH', `/articles/${article.id}`, { title: 'Đã sửa' }, article.version)
    for (const [version, status, code] of [
      [undefined, 428, 'version_required'],
      [article.version, 412, 'version_stale'],
    ] as const) {
      const answer = await unchanged(it, () => send(it, editor, 'POST', `/articles/${article.id}/opinions`, { name: 'a' }, version))
      expect([answer.statusCode, answer.json().code]).toEqual([status, code])
    }
    expect(await isSealed(article.id, 1)).toBe(false)
  })

  test('404 for an article of another unit, an opinion of another article, and what is not there', async () => {
    const article = await createDraft(it, editor)
    const other = await createDraft(it, editor)
    const asked = await askOpinion(it, editor, article)
    const missing = (await send(it, editor, 'DELETE', `/articles/${unknownId}/opinions/${unknownId}`)).body
    const refused = [
      () => send(it, stranger, 'POST', `/articles/${article.id}/opinions`, { name: 'a' }, article.version),
      () => send(it, stranger, 'GET', `/articles/${article.id}/opinions`),
      () => send(it, stranger, 'DELETE', `/articles/${article.id}/opinions/${asked.id}`),
      () => send(it, editor, 'DELETE', `/articles/${other.id}/opinions/${asked.id}`),
      () => send(it, editor, 'DELETE', `/articles/${article.id}/opinions/${unknownId}`),
    ]
    for (const request of refused) {
      const answer = await unchanged(it, request)
      expect([answer.statusCode, answer.body]).toEqual([404, missing])
    }
  })

  test('403 for who may read the article but not edit it', async () => {
    const article = await createDraft(it, editor)
    const asked = await askOpinion(it, editor, article)
    for (const request of [
      () => send(it, auditor, 'POST', `/articles/${article.id}/opinions`, { name: 'a' }, article.version),
      () => send(it, auditor, 'DELETE', `/articles/${article.id}/opinions/${asked.id}`),
    ]) {
      const answer = await unchanged(it, request)
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'forbidden'])
    }
  })
})
