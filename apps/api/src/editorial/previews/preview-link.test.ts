import { bodyFromText } from '@bantin/shared/body/body-from-text'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { everyBlock } from '../../../test/every-block.ts'
import {
  createAuthor,
  createCategory,
  createDocument,
  createDraft,
  createPicture,
  createPublished,
  createUnit,
  send,
} from '../../../test/factories.ts'
import { askOpinion, createPreview, expectLinkHeaders } from '../../../test/links.ts'
import { makeMoves } from '../../../test/moves.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { previews } from '../../db/schema/collaboration.ts'

let it: TestApp
let publisher: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  publisher = await signIn(it, 'publisher')
})
afterAll(() => it.close())

const open = (token: string) => it.app.inject(`/api/v1/previews/${token}`)

describe('the link of a preview', () => {
  test('shows the newest text with names instead of ids, to anybody, and changes nothing', async () => {
    const [author, category, unit] = [await createAuthor(it), await createCategory(it), await createUnit(it, { name: 'Sở Thử' })]
    const draft = await createDraft(it, publisher, {
      title: 'Bài <chưa> đăng',
      kicker: 'Tít phụ',
      sapo: 'Sapo',
      body: bodyFromText('Một & hai.'),
      bylines: [{ authorId: author, role: 'photo' }],
      units: [{ unitId: unit, role: 'lead' }],
      categoryIds: [category],
      event: { startsOn: '2026-11-20' },
    })
    const preview = await createPreview(it, publisher, draft.id)
    const answer = await unchanged(it, () => open(preview.token))
    expect(answer.statusCode).toBe(200)
    expectLinkHeaders(answer)
    expect(answer.json()).toMatchObject({
      title: 'Bài <chưa> đăng',
      kicker: 'Tít phụ',
      sapo: 'Sapo',
      hero: null,
      bodyHtml: '<p>Một &amp; hai.</p>',
      bylines: [{ name: 'Nguyễn Thị Thử', role: 'photo', url: expect.stringContaining('http://localhost:3000/tac-gia/tac-gia-') }],
      units: [{ id: unit, name: 'Sở Thử', role: 'lead' }],
      categories: [{ id: category, name: 'Chuyên mục thử' }],
      tags: [],
      event: { startsOn: '2026-11-20', endsOn: null, place: null },
      source: null,
      workState: 'draft',
      publicState: 'none',
      revision: 1,
      expiresAt: preview.expiresAt,
    })
  })

  test('opens the files that the text shows, to whoever asks by its addresses, and by no other', async () => {
    const [lead, picture, document] = [await createPicture(it), await createPicture(it), await createDocument(it)]
    const draft = await createDraft(it, publisher, { heroMediaId: lead.id, body: everyBlock(lead.id, picture.id, document.id) })
    const { token } = await createPreview(it, publisher, draft.id)
    const { hero, bodyHtml } = (await open(token)).json()
    const [, file] = /<a href="([^"]+)" type=/.exec(bodyHtml) ?? []
    for (const [address, { path }] of [
      [hero.src, lead],
      [file, document],
    ] as const) {
      const { pathname, search } = new URL(address.replaceAll('&amp;', '&'))
      expect(pathname).toBe(path)
      expect((await it.app.inject(pathname + search)).statusCode).toBe(200)
      expect((await it.app.inject(pathname)).statusCode).toBe(404)
    }
  })

  test('follows the text: the draft of a published article, not what readers see', async () => {
    const { id, version, slug } = await createPublished(it, publisher, { title: 'Đang đăng' })
    const { token } = await createPreview(it, publisher, id)
    await send(it, publisher, 'PATCH', `/articles/${id}`, { title: 'Bản sửa' }, version)
    expect((await open(token)).json()).toMatchObject({ title: 'Bản sửa', revision: 2, workState: 'draft', publicState: 'published' })
    expect((await it.app.inject(`/api/v1/articles/${slug}`)).json().title).toBe('Đang đăng')
  })

  test('opens to nobody any more, byte for byte like a link that never was: unknown, expired, revoked, deleted, of an opinion', async () => {
    const article = await createDraft(it, publisher)
    const [expired, revoked] = [await createPreview(it, publisher, article.id), await createPreview(it, publisher, article.id)]
    await it.database.db.update(previews).set({ expiresAt: sql`now() - interval '1 second'` }).where(eq(previews.id, expired.id))
    await send(it, publisher, 'DELETE', `/articles/${article.id}/previews/${revoked.id}`)
    const gone = await createDraft(it, publisher)
    const deleted = await createPreview(it, publisher, gone.id)
    await it.database.db.execute(sql`DELETE FROM articles WHERE id = ${gone.id}`)
    const opinion = await askOpinion(it, publisher, article)
    const missing = await it.app.inject('/api/v1/nowhere')
    for (const token of ['A'.repeat(43), expired.token, revoked.token, deleted.token, opinion.token]) {
      const answer = await unchanged(it, () => open(token))
      expect([answer.statusCode, answer.body]).toEqual([404, missing.body])
      expectLinkHeaders(answer)
    }
  })

  test.each([
    ['hold', {}],
    ['remove', { answer: 'gone', reason: 'Lộ thông tin' }],
  ])('opens nothing once its article was taken down (%s), until it is put back; a link made after that does', async (verb, input) => {
    const article = await createPublished(it, publisher)
    const before = await createPreview(it, publisher, article.id)
    const down = await makeMoves(it, publisher, article, [verb, input])
    expect((await open(before.token)).statusCode).toBe(404)
    expect((await open((await createPreview(it, publisher, article.id)).token)).statusCode).toBe(200)
    await makeMoves(it, publisher, down, ['put-back'])
    expect((await open(before.token)).statusCode).toBe(200)
  })

  test('opens nothing else: not the editorial route, not the public one, not an opinion, and takes no change', async () => {
    const { id } = await createDraft(it, publisher)
    const { token } = await createPreview(it, publisher, id)
    const asked = [
      { url: `/api/v1/opinions/${token}`, status: 404 },
      { url: `/api/v1/articles/${token}`, status: 404 },
      { url: `/api/v1/articles/${id}`, status: 404 },
      { url: `/api/v1/editorial/articles/${id}`, status: 401, headers: { authorization: `Bearer ${token}` } },
      { url: `/api/v1/previews/${token}`, method: 'POST' as const, payload: {}, status: 404 },
      { url: `/api/v1/previews/${token}`, method: 'DELETE' as const, status: 404 },
    ]
    for (const { status, ...request } of asked) {
      const answer = await unchanged(it, () => it.app.inject(request))
      expect([request.url, answer.statusCode]).toEqual([request.url, status])
    }
  })

  test('that has not the form of one is refused without asking the database, under the same headers', async () => {
    const select = vi.spyOn(it.app.db, 'select')
    for (const token of ['a', 'A'.repeat(42), 'A'.repeat(44), `${'A'.repeat(42)}=`, `${'A'.repeat(42)}'`, `${'A'.repeat(42)}%00`]) {
      const answer = await open(token)
      expect([token, answer.statusCode, answer.json().code]).toEqual([token, 400, 'invalid_request'])
      expectLinkHeaders(answer)
    }
    expect(select).not.toHaveBeenCalled()
    select.mockRestore()
  })

  test('shows no script of a text, whatever it holds', async () => {
    const evil = '<script>alert(1)</script><img src=x onerror=alert(2)>'
    const { id } = await createDraft(it, publisher, { title: evil, body: bodyFromText(evil) })
    const { token } = await createPreview(it, publisher, id)
    expect((await open(token)).json().bodyHtml).not.toContain('<script')
    expect((await open(token)).json().bodyHtml).not.toContain('<img')
  })
})
