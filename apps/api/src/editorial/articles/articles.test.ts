import { bodyFromText } from '@bantin/shared/body/body-from-text'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAuthor, createDraft, createPublished, createUnit, send } from '../../../test/factories.ts'
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

describe('an article', () => {
  test('is created as a draft with a planned slug, an ETag and ids on its blocks', async () => {
    const answer = await send(it, publisher, 'POST', '/articles', { title: 'Đường về Ủy ban', body: bodyFromText('Một.\n\nHai.') })
    expect(answer.statusCode).toBe(201)
    expect(answer.headers).toMatchObject({ etag: '"1"', 'cache-control': 'private, no-store' })
    const article = answer.json()
    expect(article).toMatchObject({ slug: 'duong-ve-uy-ban', workState: 'draft', publicState: 'none', version: 1, edition: null })
    const ids = article.body.content.map((block: { attrs: { id: string } }) => block.attrs.id)
    expect(new Set(ids).size).toBe(2)
    expect((await send(it, publisher, 'GET', `/articles/${article.id}`)).json()).toEqual(article)
  })

  test('keeps what a patch does not name and clears what it sets to null', async () => {
    const { id } = await createDraft(it, publisher, { title: 'Giữ nguyên', sapo: 'Mở đầu', kicker: 'Tin' })
    const answer = await send(it, publisher, 'PATCH', `/articles/${id}`, { sapo: null, title: 'Đổi tên' }, 1)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers.etag).toBe('"2"')
    expect(answer.json()).toMatchObject({ title: 'Đổi tên', sapo: null, kicker: 'Tin', version: 2 })
  })

  test('is stored in NFC, whatever form was typed', async () => {
    const { id } = await createDraft(it, publisher, { title: 'Ủy ban nhân dân'.normalize('NFD') })
    expect((await send(it, publisher, 'GET', `/articles/${id}`)).json().title).toBe('Ủy ban nhân dân')
  })

  test('is listed newest change first, page by page, without a gap or a repetition', async () => {
    const mine = await signIn(it, 'publisher')
    const made = []
    for (let i = 0; i < 5; i++) made.push((await createDraft(it, mine)).id)
    const seen: string[] = []
    for (let path = '/articles?me=true&format=news&limit=2'; path; ) {
      const { data, page } = (await send(it, mine, 'GET', path)).json()
      seen.push(...data.map((card: { id: string }) => card.id))
      path = page.next ? `/articles?limit=2&format=news&cursor=${page.next}&me=true` : ''
    }
    expect(seen).toEqual(made.reverse())
  })

  test('in another language is found by the text that they share, as far as it may be read', async () => {
    const { id } = await createDraft(it, publisher)
    const { id: english, locale } = (
      await send(it, publisher, 'POST', '/articles', { title: 'A bridge', locale: 'en', translationOf: id })
    ).json()
    await createDraft(it, publisher)
    const { translationGroup } = (await send(it, publisher, 'GET', `/articles/${id}`)).json()
    const idsFor = async (person: SignedInForTest) =>
      (await send(it, person, 'GET', `/articles?translationGroup=${translationGroup}`)).json().data.map((card: { id: string }) => card.id)
    expect([locale, await idsFor(publisher), await idsFor(await signIn(it, 'reporter'))]).toEqual(['en', [english, id], []])
    const second = await unchanged(it, () => send(it, publisher, 'POST', '/articles', { title: 'Again', locale: 'en', translationOf: id }))
    expect(second.statusCode).toBe(409)
  })
})

describe('an acknowledged text', () => {
  test('of one editor is never overwritten by another: the other makes a new revision', async () => {
    const { id } = await createDraft(it, publisher, { sapo: 'Bản đầu' })
    const other = await signIn(it, 'admin')
    await send(it, other, 'PATCH', `/articles/${id}`, { sapo: 'Bản sau' }, 1)
    const { rows } = await it.database.db.execute(
      `SELECT number, sapo, sealed FROM article_revisions WHERE article_id = '${id}' ORDER BY number`,
    )
    expect(rows).toEqual([
      { number: 1, sapo: 'Bản đầu', sealed: true },
      { number: 2, sapo: 'Bản sau', sealed: false },
    ])
  })

  test('of the same editor is saved in place', async () => {
    const { id } = await createDraft(it, publisher)
    await send(it, publisher, 'PATCH', `/articles/${id}`, { sapo: 'một' }, 1)
    await send(it, publisher, 'PATCH', `/articles/${id}`, { sapo: 'hai' }, 2)
    const { rows } = await it.database.db.execute(`SELECT number, sapo FROM article_revisions WHERE article_id = '${id}'`)
    expect(rows).toEqual([{ number: 1, sapo: 'hai' }])
  })
})

describe('a change that changes nothing', () => {
  test('keeps version and states', async () => {
    const article = await createPublished(it, publisher, { sapo: 'Như cũ' })
    const answer = await unchanged(it, () => send(it, publisher, 'PATCH', `/articles/${article.id}`, { sapo: 'Như cũ' }, article.version))
    expect([answer.statusCode, answer.json().version, answer.json().workState]).toEqual([200, article.version, 'none'])
  })
})

describe('permission', () => {
  test('a reporter sees and edits his own drafts, not those of others', async () => {
    const unit = await createUnit(it)
    const [mine, other] = [await signIn(it, 'reporter', unit), await signIn(it, 'reporter', unit)]
    const draft = await createDraft(it, mine, { unitId: unit })
    expect((await send(it, mine, 'PATCH', `/articles/${draft.id}`, { sapo: 'x' }, 1)).statusCode).toBe(200)
    expect((await send(it, other, 'GET', `/articles/${draft.id}`)).statusCode).toBe(404)
    expect((await send(it, other, 'GET', '/articles')).json().data).toEqual([])
    expect((await send(it, mine, 'POST', `/articles/${draft.id}/publish`, {}, 2)).statusCode).toBe(403)
  })

  test('a grant reaches the units below its own', async () => {
    const unit = await createUnit(it)
    const below = await createUnit(it, { parentId: unit })
    const draft = await createDraft(it, publisher, { unitId: below })
    const editor = await signIn(it, 'editor', unit)
    expect((await send(it, editor, 'GET', `/articles/${draft.id}`)).statusCode).toBe(200)
    expect((await send(it, editor, 'GET', '/articles')).json().data).toMatchObject([{ id: draft.id }])
  })

  test('an auditor reads everything and changes nothing', async () => {
    const auditor = await signIn(it, 'auditor')
    const draft = await createPublished(it, publisher)
    expect((await send(it, auditor, 'GET', `/articles/${draft.id}`)).statusCode).toBe(200)
    expect((await send(it, auditor, 'POST', `/articles/${draft.id}/hold`, {}, draft.version)).statusCode).toBe(403)
    expect((await send(it, auditor, 'POST', '/articles', { title: 'a' })).statusCode).toBe(403)
  })

  test('a byline names an author that exists', async () => {
    const author = await createAuthor(it)
    const draft = await createDraft(it, publisher, { bylines: [{ authorId: author, role: 'text' }] })
    expect((await send(it, publisher, 'GET', `/articles/${draft.id}`)).json().bylines).toEqual([{ authorId: author, role: 'text' }])
  })
})
