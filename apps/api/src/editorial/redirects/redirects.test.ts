import type { Redirect } from '@bantin/shared/redirects'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDraft, createPublished, send } from '../../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { auditLog } from '../../db/schema/audit.ts'

let it: TestApp
let publisher: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  publisher = await signIn(it, 'publisher')
})
afterAll(() => it.close())

let made = 0
async function add(input: object = {}): Promise<Redirect> {
  made += 1
  const answer = await send(it, publisher, 'POST', '/redirects', { fromPathQuery: `/cu/${made}.aspx`, url: '/don-vi', ...input })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json()
}

const notedOf = (id: string) =>
  it.database.db
    .select({
      action: auditLog.action,
      actorId: auditLog.actorId,
      version: auditLog.version,
      fields: auditLog.fields,
      detail: auditLog.detail,
    })
    .from(auditLog)
    .where(eq(auditLog.entityId, id))
    .orderBy(auditLog.id)

describe('a redirect', () => {
  test('is created in the form in which browsers send its address, with its version, and is noted', async () => {
    const article = await createPublished(it, publisher)
    const input = { fromPathQuery: '/Tin tức/bài.aspx?id=15', articleId: article.id }
    const answer = await send(it, publisher, 'POST', '/redirects', input)
    const redirect: Redirect = answer.json()
    expect([answer.statusCode, answer.headers.etag, answer.headers.location]).toEqual([
      201,
      '"1"',
      `/api/v1/editorial/redirects/${redirect.id}`,
    ])
    expect(redirect).toEqual({
      id: expect.any(String),
      version: 1,
      fromPathQuery: '/Tin%20t%E1%BB%A9c/b%C3%A0i.aspx?id=15',
      articleId: article.id,
      url: null,
      leadsTo: `http://localhost:3000/bai-viet/${article.slug}`,
      hits: 0,
      lastHitOn: null,
      createdBy: { id: publisher.userId, name: 'Test publisher' },
      createdAt: expect.stringMatching(/\+07:00$/),
    })
    const { fromPathQuery, articleId, url } = redirect
    const detail = { fromPathQuery, articleId, url }
    expect(await notedOf(redirect.id)).toEqual([
      { action: 'redirect.create', actorId: publisher.userId, version: 1, fields: ['fromPathQuery', 'articleId'], detail },
    ])
    const read = await send(it, publisher, 'GET', `/redirects/${redirect.id}`)
    expect([read.statusCode, read.headers.etag, read.json()]).toEqual([200, '"1"', redirect])
  })

  test('says where readers are led today: nowhere while its article is not public, else to the end of the way', async () => {
    const [draft, first, second] = [
      await createDraft(it, publisher),
      await createPublished(it, publisher),
      await createPublished(it, publisher),
    ]
    expect((await add({ url: null, articleId: draft.id })).leadsTo).toBeNull()
    const { id, leadsTo } = await add({ url: null, articleId: first.id })
    expect(leadsTo).toBe(`http://localhost:3000/bai-viet/${first.slug}`)
    await send(it, publisher, 'POST', `/articles/${first.id}/redirect`, { target: second.id }, first.version)
    const after = (await send(it, publisher, 'GET', `/redirects/${id}`)).json()
    expect(after.leadsTo).toBe(`http://localhost:3000/bai-viet/${second.slug}`)
    expect((await add({ url: 'https://khac.example.gov.vn/a' })).leadsTo).toBe('https://khac.example.gov.vn/a')
  })

  test('is created once for a key, however often it is sent', async () => {
    const request = {
      method: 'POST' as const,
      url: '/api/v1/editorial/redirects',
      headers: { authorization: publisher.authorization, 'idempotency-key': 'mot-lan' },
      payload: { fromPathQuery: '/mot-lan', url: '/don-vi' },
    }
    const [first, again] = [await it.app.inject(request), await it.app.inject(request)]
    expect([again.statusCode, again.body, again.headers.etag]).toEqual([201, first.body, first.headers.etag])
  })

  test('leads elsewhere after a change, with the next version, and the change is noted', async () => {
    const article = await createPublished(it, publisher)
    const { id, fromPathQuery } = await add()
    const answer = await send(it, publisher, 'PATCH', `/redirects/${id}`, { articleId: article.id, url: null }, 1)
    expect([answer.statusCode, answer.headers.etag]).toEqual([200, '"2"'])
    expect(answer.json()).toMatchObject({ version: 2, fromPathQuery, articleId: article.id, url: null })
    const moved = await send(it, publisher, 'PATCH', `/redirects/${id}`, { fromPathQuery: `${fromPathQuery}?moi=1` }, 2)
    expect(moved.json()).toMatchObject({ version: 3, fromPathQuery: `${fromPathQuery}?moi=1`, articleId: article.id })
    expect(await notedOf(id)).toMatchObject([
      { action: 'redirect.create' },
      { action: 'redirect.edit', version: 2, fields: ['articleId', 'url'], detail: { articleId: article.id } },
      { action: 'redirect.edit', version: 3, fields: ['fromPathQuery'] },
    ])
  })

  test('that is changed to what it is stays as it is', async () => {
    const { id, fromPathQuery } = await add()
    const answer = await unchanged(it, () => send(it, publisher, 'PATCH', `/redirects/${id}`, { fromPathQuery, url: '/don-vi' }, 1))
    expect([answer.statusCode, answer.headers.etag]).toEqual([200, '"1"'])
    expect(await notedOf(id)).toHaveLength(1)
  })

  test('is gone after it was deleted, and the log has what it said', async () => {
    const { id, fromPathQuery } = await add()
    const answer = await send(it, publisher, 'DELETE', `/redirects/${id}`, undefined, 1)
    expect([answer.statusCode, answer.body]).toEqual([204, ''])
    expect((await send(it, publisher, 'GET', `/redirects/${id}`)).statusCode).toBe(404)
    expect((await notedOf(id)).at(-1)).toMatchObject({ action: 'redirect.delete', version: 1, detail: { fromPathQuery, url: '/don-vi' } })
    expect((await add({ fromPathQuery })).id).not.toBe(id)
  })
})

describe('the list', () => {
  const listed = async (query: string) => (await send(it, publisher, 'GET', `/redirects?${query}`)).json()

  test('gives every redirect once, newest first, page by page', async () => {
    for (let i = 0; i < 5; i++) await add({ fromPathQuery: `/trang/${i}` })
    const found: string[] = []
    let cursor = ''
    do {
      const { data, page } = await listed(`q=/trang/&limit=2${cursor}`)
      found.push(...data.map((one: Redirect) => one.fromPathQuery))
      cursor = page.next ? `&cursor=${page.next}` : ''
    } while (cursor !== '')
    expect(found).toEqual(['/trang/4', '/trang/3', '/trang/2', '/trang/1', '/trang/0'])
  })

  test('is searched by a part of the address as it is read, whatever its case, and no sign has a meaning of its own', async () => {
    const { id } = await add({ fromPathQuery: '/Tìm-Kiếm_50%?id=7' })
    for (const q of ['Tìm-kiếm', 'm-ki%E1%BA%BFm', '_50%', '?id=7']) {
      const { data } = await listed(new URLSearchParams({ q }).toString())
      expect([q, data.map((one: Redirect) => one.id)]).toEqual([q, [id]])
    }
    for (const q of ['%_', 'Tìm%', '.*']) expect((await listed(new URLSearchParams({ q }).toString())).data).toEqual([])
  })

  test('of everyone who may read it is the same; its cursor is good for the same search only', async () => {
    const [editor, auditor] = [await signIn(it, 'editor'), await signIn(it, 'auditor')]
    const own = await listed('limit=1')
    for (const reader of [editor, auditor]) expect((await send(it, reader, 'GET', '/redirects?limit=1')).json()).toEqual(own)
    const answer = await send(it, publisher, 'GET', `/redirects?limit=1&q=a&cursor=${own.page.next}`)
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid_cursor'])
  })
})
