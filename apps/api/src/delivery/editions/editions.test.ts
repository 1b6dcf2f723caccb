import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDraft, createPublished, send } from '../../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'

let it: TestApp
let admin: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  admin = await signIn(it, 'admin')
})
afterAll(() => it.close())

const get = (path: string) => it.app.inject(`/api/v1/articles/${path}`)

interface Made {
  id: string
  version: number
}

async function act(article: Made, verb: string, input: object): Promise<Made> {
  const answer = await send(it, admin, 'POST', `/articles/${article.id}/${verb}`, input, article.version)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json()
}

/** With a correction as its second edition and a note at its third. */
async function createCorrected(): Promise<Made> {
  let article: Made = await createPublished(it, admin, { title: 'Sản lượng đạt 14 tấn', sapo: 'Số liệu tháng này.' })
  for (const [sapo, input] of [
    ['Số liệu tháng trước.', { kind: 'correction', correction: { wrong: 'tháng này', right: 'tháng trước' } }],
    ['Số liệu tháng trước, đã rà soát.', { kind: 'minor', note: 'Rà soát' }],
  ] as const) {
    article = (await send(it, admin, 'PATCH', `/articles/${article.id}`, { sapo }, article.version)).json()
    article = await act(article, 'publish', input)
  }
  return article
}

describe('the editions of an article', () => {
  test('are listed, the newest first, each with its document as the very bytes that were hashed', async () => {
    const { id } = await createCorrected()
    const { data, page } = (await get(`${id}/editions`)).json()
    expect(page.next).toBeNull()
    expect(data).toMatchObject([
      { edition: 3, kind: 'minor', note: 'Rà soát', correction: null, redacted: null },
      { edition: 2, kind: 'correction', note: null, correction: { wrong: 'tháng này', right: 'tháng trước' } },
      { edition: 1, kind: 'major', note: null, correction: null },
    ])
    for (const { edition, hash, documentUrl, publishedAt } of data) {
      const answer = await it.app.inject(documentUrl.replace('http://localhost:3000', ''))
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/json; charset=utf-8'])
      expect(`sha256:${createHash('sha256').update(answer.rawPayload).digest('hex')}`).toBe(hash)
      expect(answer.json()).toMatchObject({ v: 1, article: id, edition, publishedAt: new Date(publishedAt).toISOString() })
    }
    expect((await get(id)).json().hash).toBe(data[0].hash)
  })

  test('that were erased say so and keep their hash, and their document is gone', async () => {
    const article = await createCorrected()
    const before = (await get(`${article.id}/editions`)).json().data
    await act(article, 'redact', { editions: [1], reason: 'Tên trẻ em' })
    const after = (await get(`${article.id}/editions`)).json().data
    expect(after[2]).toMatchObject({ edition: 1, hash: before[2].hash, redacted: { reason: 'Tên trẻ em' } })
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2))
    const gone = await get(`${article.id}/editions/1`)
    expect([gone.statusCode, gone.json().code, (await get(`${article.id}/editions/2`)).statusCode]).toEqual([410, 'edition_redacted', 200])
  })

  test('of a withdrawn article are there', async () => {
    const article = await act(await createPublished(it, admin), 'withdraw', { reason: 'Nhầm' })
    expect([(await get(`${article.id}/editions`)).statusCode, (await get(`${article.id}/editions/1`)).statusCode]).toEqual([200, 200])
  })

  test.each([
    ['hold', {}],
    ['remove', { answer: 'gone', reason: 'Sai' }],
    ['remove', { answer: 'vanish', reason: 'Sai' }],
  ])('are not there once it is gone, like those of what never was (%s %o)', async (verb, input) => {
    const article = await act(await createPublished(it, admin), verb, input)
    const draft = await createDraft(it, admin)
    const nothing = '00000000-0000-7000-8000-000000000000'
    const missing = (await get(`${nothing}/editions`)).rawPayload
    for (const id of [article.id, draft.id, nothing]) {
      for (const path of [`${id}/editions`, `${id}/editions/1`]) {
        const answer = await it.app.inject({ url: `/api/v1/articles/${path}`, headers: { 'if-none-match': '*' } })
        expect([path, answer.statusCode, answer.rawPayload]).toEqual([path, 404, missing])
      }
    }
  })

  test('are asked for by an id and a number', async () => {
    const { id } = await createPublished(it, admin)
    for (const path of ['mot-bai/editions', `${id}/editions/0`, `${id}/editions/x`, `${id}/editions?edition=1`]) {
      expect([path, (await get(path)).statusCode]).toEqual([path, 400])
    }
    expect((await get(`${id}/editions/2`)).statusCode).toBe(404)
  })
})
