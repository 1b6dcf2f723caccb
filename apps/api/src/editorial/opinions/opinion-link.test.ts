import { bodyFromText } from '@bantin/shared/body/body-from-text'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDraft, createPublished, send } from '../../../test/factories.ts'
import { askOpinion, auditOf, createPreview, expectLinkHeaders } from '../../../test/links.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { whileLocked } from '../../../test/while-locked.ts'
import { opinions } from '../../db/schema/collaboration.ts'
import { articleRevisions } from '../../db/schema/revisions.ts'
import { hashOf } from '../../publication/edit.ts'
import { pickContent } from '../../publication/revisions.ts'

let it: TestApp
let editor: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  editor = await signIn(it, 'editor')
})
afterAll(() => it.close())

const open = (token: string) => it.app.inject(`/api/v1/opinions/${token}`)
const answer = (token: string, payload: object) => it.app.inject({ method: 'POST', url: `/api/v1/opinions/${token}`, payload })
const audits = async () => (await it.database.db.execute(sql`SELECT id FROM audit_log`)).rows.length

describe('the link of an opinion', () => {
  test('shows the very text that was asked about, who asks whom and until when; opening it changes and notes nothing', async () => {
    const draft = await createDraft(it, editor, { title: 'Bản được hỏi', body: bodyFromText('Câu & chữ.') })
    const asked = await askOpinion(it, editor, draft, 'Bà Đọc')
    await send(it, editor, 'PATCH', `/articles/${draft.id}`, { title: 'Bản sau' }, draft.version)
    const before = await audits()
    const read = await unchanged(it, () => open(asked.token))
    expect(await audits()).toBe(before)
    expect(read.statusCode).toBe(200)
    expectLinkHeaders(read)
    expect(read.json()).toMatchObject({
      title: 'Bản được hỏi',
      bodyHtml: '<p>Câu &amp; chữ.</p>',
      revision: 1,
      name: 'Bà Đọc',
      askedBy: 'Test editor',
      expiresAt: asked.expiresAt,
      answer: null,
      text: null,
      answeredAt: null,
    })
  })

  test('takes one answer, shows it from then on, and notes it with the hash of the text; no state and no version moves', async () => {
    const draft = await createDraft(it, editor)
    const asked = await askOpinion(it, editor, draft, 'Bà Đọc')
    const told = await answer(asked.token, { answer: 'change', text: '  Sửa số 14 thành 15.\n' })
    expect([told.statusCode, told.json().answer, told.json().text]).toEqual([200, 'change', 'Sửa số 14 thành 15.'])
    expectLinkHeaders(told)
    expect((await open(asked.token)).json()).toEqual(told.json())
    const article = await send(it, editor, 'GET', `/articles/${draft.id}`)
    expect([article.headers.etag, article.json().workState, article.json().publicState]).toEqual([`"${draft.version}"`, 'draft', 'none'])
    expect((await send(it, editor, 'GET', `/articles/${draft.id}/opinions`)).json().data).toMatchObject([
      { id: asked.id, answer: 'change', text: 'Sửa số 14 thành 15.', answeredAt: told.json().answeredAt },
    ])
    const [revision] = await it.database.db.select().from(articleRevisions).where(eq(articleRevisions.articleId, draft.id))
    const hash = revision && hashOf(pickContent(revision))
    expect(await auditOf(it, draft.id, 'opinion.answer')).toEqual([
      {
        actorId: null,
        actorName: 'Bà Đọc (asked by link, no account)',
        address: '127.0.0.1',
        detail: { opinionId: asked.id, revision: 1, answer: 'change', hash },
      },
    ])
  })

  test('takes an agreement without a word', async () => {
    const asked = await askOpinion(it, editor, await createDraft(it, editor))
    expect((await answer(asked.token, { answer: 'agree' })).json()).toMatchObject({ answer: 'agree', text: null })
  })

  test('refuses a second answer, also the same one, and cannot be revoked once it is answered', async () => {
    const draft = await createDraft(it, editor)
    const asked = await askOpinion(it, editor, draft)
    await answer(asked.token, { answer: 'agree' })
    for (const request of [
      () => answer(asked.token, { answer: 'agree' }),
      () => answer(asked.token, { answer: 'change', text: 'a' }),
      () => send(it, editor, 'DELETE', `/articles/${draft.id}/opinions/${asked.id}`),
    ]) {
      const refused = await unchanged(it, request)
      expect([refused.statusCode, refused.json().code]).toEqual([409, 'conflict'])
    }
    expect(await auditOf(it, draft.id, 'opinion.answer')).toHaveLength(1)
  })

  test('of five answers at the same time takes exactly one', async () => {
    const draft = await createDraft(it, editor)
    const asked = await askOpinion(it, editor, draft)
    const lock = sql`SELECT FROM opinions WHERE id = ${asked.id} FOR UPDATE`
    const all = () => Promise.all([1, 2, 3, 4, 5].map((n) => answer(asked.token, { answer: 'change', text: `Câu ${n}` })))
    const answers = await whileLocked(it, lock, 5, all)
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409, 409, 409, 409])
    const taken = answers.find(({ statusCode }) => statusCode === 200)?.json()
    expect((await open(asked.token)).json()).toEqual(taken)
    expect(await auditOf(it, draft.id, 'opinion.answer')).toHaveLength(1)
  })

  test('that is revoked while somebody answers takes no answer', async () => {
    const draft = await createDraft(it, editor)
    const asked = await askOpinion(it, editor, draft)
    const revoking = sql`UPDATE opinions SET revoked_at = now() WHERE id = ${asked.id}`
    const refused = await whileLocked(it, revoking, 1, () => answer(asked.token, { answer: 'agree' }))
    expect([refused.statusCode, refused.json().code]).toEqual([404, 'not_found'])
    expect(await auditOf(it, draft.id, 'opinion.answer')).toEqual([])
  })

  test('opens to nobody any more, byte for byte like a link that never was: unknown, expired, revoked, deleted, of a preview', async () => {
    const article = await createDraft(it, editor)
    const [expired, revoked] = [await askOpinion(it, editor, article), await askOpinion(it, editor, article)]
    await it.database.db.update(opinions).set({ expiresAt: sql`now() - interval '1 second'` }).where(eq(opinions.id, expired.id))
    await send(it, editor, 'DELETE', `/articles/${article.id}/opinions/${revoked.id}`)
    const gone = await createDraft(it, editor)
    const deleted = await askOpinion(it, editor, gone)
    await it.database.db.execute(sql`DELETE FROM articles WHERE id = ${gone.id}`)
    const preview = await createPreview(it, editor, article.id)
    const missing = await it.app.inject('/api/v1/nowhere')
    for (const token of ['A'.repeat(43), expired.token, revoked.token, deleted.token, preview.token]) {
      for (const request of [() => open(token), () => answer(token, { answer: 'agree' })]) {
        const refused = await unchanged(it, request)
        expect([refused.statusCode, refused.body]).toEqual([404, missing.body])
        expectLinkHeaders(refused)
      }
    }
  })

  test('opens nothing else', async () => {
    const { token, id } = await askOpinion(it, editor, await createDraft(it, editor))
    for (const [url, status] of [
      [`/api/v1/previews/${token}`, 404],
      [`/api/v1/opinions/${id}`, 400],
      [`/api/v1/editorial/articles`, 401],
    ] as const) {
      const refused = await it.app.inject({ url, headers: { authorization: `Bearer ${token}` } })
      expect([url, refused.statusCode]).toEqual([url, status])
    }
  })

  test('opens nothing, and takes no answer, while its article is taken down since', async () => {
    const publisher = await signIn(it, 'publisher')
    const article = await createPublished(it, publisher)
    const { token } = await askOpinion(it, publisher, article)
    await send(it, publisher, 'POST', `/articles/${article.id}/hold`, {}, article.version)
    for (const request of [() => open(token), () => answer(token, { answer: 'agree' })]) {
      expect((await unchanged(it, request)).statusCode).toBe(404)
    }
    await send(it, publisher, 'POST', `/articles/${article.id}/put-back`, {}, article.version + 1)
    expect((await answer(token, { answer: 'agree' })).statusCode).toBe(200)
  })

  test('shows nothing of a text that was emptied since, and neither does a preview', async () => {
    const admin = await signIn(it, 'admin')
    const { id, version } = await createPublished(it, admin)
    await send(it, admin, 'POST', `/articles/${id}/hold`, {}, version)
    const [asked, preview] = [await askOpinion(it, admin, { id, version: version + 1 }), await createPreview(it, admin, id)]
    expect((await open(asked.token)).statusCode).toBe(200)
    const redacted = await send(it, admin, 'POST', `/articles/${id}/redact`, { editions: [1], reason: 'a' }, version + 1)
    expect(redacted.statusCode).toBe(200)
    for (const address of [`/api/v1/opinions/${asked.token}`, `/api/v1/previews/${preview.token}`])
      expect((await it.app.inject(address)).statusCode).toBe(404)
    const again = await send(it, admin, 'POST', `/articles/${id}/opinions`, { name: 'a' }, version + 2)
    expect([again.statusCode, again.json().code]).toEqual([409, 'conflict'])
  })
})
