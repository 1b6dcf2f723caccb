import { bodyFromText } from '@bantin/shared/body/body-from-text'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAuthor, createCategory, createDraft, createPublished, createUnit, send } from '../../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'

let it: TestApp
let publisher: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  publisher = await signIn(it, 'publisher')
})
afterAll(() => it.close())

const get = (path: string) => it.app.inject(`/api/v1${path}`)

describe('a published article', () => {
  test('is read by its slug and by its id, with its text, names and addresses', async () => {
    const [unit, author, category] = [
      await createUnit(it, { name: 'Sở Nội vụ' }),
      await createAuthor(it, 'Trần Văn Mẫu'),
      await createCategory(it, 'Thi đua'),
    ]
    const article = await createPublished(it, publisher, {
      title: 'Tổng kết công tác thi đua',
      sapo: 'Sáng nay, khối họp tổng kết.',
      body: bodyFromText('Đoạn <một> & hai.'),
      unitId: unit,
      units: [{ unitId: unit, role: 'lead' }],
      bylines: [{ authorId: author, role: 'text' }],
      categoryIds: [category],
      event: { startsOn: '2021-12-28', place: 'Hội trường' },
    })
    const answer = await get(`/articles/${article.slug}`)
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({
      id: article.id,
      url: 'http://localhost:3000/bai-viet/tong-ket-cong-tac-thi-dua',
      title: 'Tổng kết công tác thi đua',
      bodyHtml: '<p>Đoạn &lt;một&gt; &amp; hai.</p>',
      bylines: [{ name: 'Trần Văn Mẫu', role: 'text' }],
      units: [{ name: 'Sở Nội vụ', role: 'lead' }],
      categories: [{ name: 'Thi đua' }],
      publisher: { id: unit, name: 'Sở Nội vụ' },
      edition: 1,
      editionKind: 'major',
      withdrawn: null,
      correction: null,
    })
    expect(answer.json().publishedAt).toMatch(/^\d{4}-\d\d-\d\dT.*\+07:00$/)
    expect((await get(`/articles/${article.id}`)).body).toBe(answer.body)
  })

  test('keeps its public text while a new draft is written', async () => {
    const { id, slug } = await createPublished(it, publisher, { title: 'Bản đang đăng' })
    await send(it, publisher, 'PATCH', `/articles/${id}`, { title: 'Bản sửa chưa đăng' }, 2)
    expect((await get(`/articles/${slug}`)).json().title).toBe('Bản đang đăng')
  })

  test('shows a correction with what was wrong and what is right, and keeps its place', async () => {
    const { id, slug } = await createPublished(it, publisher)
    const before = (await get(`/articles/${slug}`)).json()
    await send(it, publisher, 'PATCH', `/articles/${id}`, { sapo: 'Con số đúng là 15.' }, 2)
    await send(it, publisher, 'POST', `/articles/${id}/publish`, { kind: 'correction', correction: { wrong: '14', right: '15' } }, 3)
    const after = (await get(`/articles/${slug}`)).json()
    expect(after).toMatchObject({
      edition: 2,
      editionKind: 'correction',
      correction: { wrong: '14', right: '15' },
      publishedAt: before.publishedAt,
    })
    expect(after.updatedAt >= before.updatedAt).toBe(true)
  })
})

describe('what is not public answers like what does not exist', () => {
  test('a draft, a held article and an unknown one', async () => {
    const draft = await createDraft(it, publisher)
    const held = await createPublished(it, publisher)
    await send(it, publisher, 'POST', `/articles/${held.id}/hold`, { reason: 'Kiểm tra lại' }, held.version)
    const missing = await get('/articles/khong-co')
    for (const path of [draft.id, draft.slug, held.id, held.slug]) {
      const answer = await get(`/articles/${path}`)
      expect(answer.statusCode).toBe(404)
      expect(answer.rawPayload).toEqual(missing.rawPayload)
      expect(answer.headers['cache-control']).toBe('no-store')
    }
    expect((await get('/articles?limit=100')).json().data.map((card: { id: string }) => card.id)).not.toContain(held.id)
  })

  test('a held article comes back as the same edition', async () => {
    const { id, slug } = await createPublished(it, publisher)
    const before = (await get(`/articles/${slug}`)).json()
    await send(it, publisher, 'POST', `/articles/${id}/hold`, {}, 2)
    await send(it, publisher, 'POST', `/articles/${id}/put-back`, {}, 3)
    expect((await get(`/articles/${slug}`)).json()).toEqual(before)
  })

  test('a withdrawn article stays readable with its reason and leaves the lists', async () => {
    const { id, slug } = await createPublished(it, publisher)
    await send(it, publisher, 'POST', `/articles/${id}/withdraw`, { reason: 'Hết hiệu lực' }, 2)
    expect((await get(`/articles/${slug}`)).json().withdrawn).toMatchObject({ reason: 'Hết hiệu lực' })
    expect((await get('/articles?limit=100')).json().data.map((card: { id: string }) => card.id)).not.toContain(id)
  })
})
