import { bodyFromText } from '@bantin/shared/body/body-from-text'
import type { RevisionCard } from '@bantin/shared/revisions'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAuthor, createDraft, createPublished, createUnit, send } from '../../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'

let it: TestApp
let publisher: SignedInForTest
let editor: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  publisher = await signIn(it, 'publisher')
  editor = await signIn(it, 'editor')
})
afterAll(() => it.close())

const get = (path: string, as: SignedInForTest | null = publisher) => unchanged(it, () => send(it, as, 'GET', path))
const save = (path: string, body: unknown, version?: number, as: SignedInForTest | null = publisher) =>
  send(it, as, 'POST', `${path}/revisions`, body, version)

/** Two people change an article in turns, so that each change makes a revision; answers its path. */
async function revisions(count: number, first: Parameters<typeof createDraft>[2] = {}): Promise<string> {
  const { id } = await createDraft(it, publisher, { sapo: 'lần 1', ...first })
  for (let version = 1; version < count; version++) {
    await send(it, version % 2 ? editor : publisher, 'PATCH', `/articles/${id}`, { sapo: `lần ${version + 1}` }, version)
  }
  return `/articles/${id}`
}

describe('the list of revisions', () => {
  test('is newest first and says of each what it is', async () => {
    const { id, version } = await createPublished(it, publisher, { title: 'Đã đăng', body: bodyFromText('Ủy ban  nhân dân tỉnh.\n\nHết.') })
    await send(it, editor, 'PATCH', `/articles/${id}`, { title: 'Đang viết' }, version)
    const answer = await get(`/articles/${id}/revisions`)
    expect([answer.statusCode, answer.headers.etag]).toEqual([200, '"3"'])
    expect(answer.json()).toMatchObject({
      data: [
        { number: 2, title: 'Đang viết', sealed: false, isHead: true, editions: [], savedBy: { id: editor.userId, name: 'Test editor' } },
        {
          number: 1,
          title: 'Đã đăng',
          sealed: true,
          isHead: false,
          editions: [1],
          words: 6,
          label: null,
          isApproved: false,
          isRedacted: false,
        },
      ],
      page: { next: null },
    })
  })

  test('says which one is approved, and which was emptied', async () => {
    const path = await revisions(2)
    await send(it, editor, 'POST', `${path}/submit`, {}, 2)
    await send(it, publisher, 'POST', `${path}/approve`, {}, 3)
    await it.database.db.execute(sql`UPDATE article_revisions SET redacted_at = now(), title = '', kicker = NULL, sapo = NULL,
      body = '{"type":"doc","content":[]}', body_text = '' WHERE article_id = ${path.slice(10)} AND number = 1`)
    const { data } = (await get(`${path}/revisions`)).json() as { data: RevisionCard[] }
    expect(data.map(({ number, isApproved, isRedacted }) => ({ number, isApproved, isRedacted }))).toEqual([
      { number: 2, isApproved: true, isRedacted: false },
      { number: 1, isApproved: false, isRedacted: true },
    ])
    expect((await get(`${path}/revisions/1`)).json()).toMatchObject({ title: '', isRedacted: true, words: 0 })
  })

  test('goes page by page, without a gap or a repetition', async () => {
    const path = await revisions(5)
    const seen: number[] = []
    for (let query = '?limit=2'; query; ) {
      const { data, page } = (await get(`${path}/revisions${query}`)).json()
      seen.push(...data.map(({ number }: RevisionCard) => number))
      query = page.next ? `?limit=2&cursor=${page.next}` : ''
    }
    expect(seen).toEqual([5, 4, 3, 2, 1])
  })

  test('takes no cursor of another article, and no unknown parameter', async () => {
    const { page } = (await get(`${await revisions(2)}/revisions?limit=1`)).json()
    const other = await revisions(2)
    expect((await get(`${other}/revisions?cursor=${page.next}`)).json().code).toBe('invalid_cursor')
    expect((await get(`${other}/revisions?sort=title`)).statusCode).toBe(400)
  })
})

describe('a revision', () => {
  test('is given with all of its content', async () => {
    const author = await createAuthor(it)
    const path = await revisions(2, {
      title: 'Bản đầu',
      body: bodyFromText('Một đoạn.'),
      bylines: [{ authorId: author, role: 'text' }],
      event: { startsOn: '2026-01-02' },
      source: { name: 'Báo A' },
    })
    const answer = await get(`${path}/revisions/1`)
    expect([answer.statusCode, answer.headers.etag]).toEqual([200, '"2"'])
    expect(answer.json()).toMatchObject({
      number: 1,
      isHead: false,
      title: 'Bản đầu',
      sapo: 'lần 1',
      bylines: [{ authorId: author, role: 'text' }],
      event: { startsOn: '2026-01-02', endsOn: null, place: null },
      source: { name: 'Báo A', url: null, author: null },
    })
    expect(answer.json().body.content).toHaveLength(1)
  })

  test('that is not there is 404, and a number that is none is 400', async () => {
    const path = await revisions(1)
    expect((await get(`${path}/revisions/2`)).statusCode).toBe(404)
    for (const number of ['0', '-1', '1.0', 'x', '1000001']) expect((await get(`${path}/revisions/${number}`)).statusCode).toBe(400)
  })
})

describe('saving a version', () => {
  test('keeps the newest revision under a label, is noted, and leaves the article’s version', async () => {
    const path = await revisions(1)
    const answer = await save(path, { label: 'Trước khi cắt' }, 1)
    expect([answer.statusCode, answer.headers.etag, answer.headers.location]).toEqual([201, '"1"', `/api/v1/editorial${path}/revisions/1`])
    expect(answer.json()).toMatchObject({ number: 1, sealed: true, label: 'Trước khi cắt', isHead: true })
    expect((await get(path)).json()).toMatchObject({ version: 1, workState: 'draft' })
    const { rows } = await it.database.db.execute(sql`SELECT action, version, detail FROM audit_log
      WHERE entity_id = ${path.slice(10)} ORDER BY id DESC LIMIT 1`)
    expect(rows).toEqual([{ action: 'article.saveVersion', version: 1, detail: { revision: 1 } }])
  })

  test('needs no label', async () => {
    expect((await save(await revisions(1), { label: null }, 1)).json()).toMatchObject({ sealed: true, label: null })
  })

  test('twice is a conflict, unless it is a retry with the same key', async () => {
    const path = await revisions(1)
    const headers = { authorization: publisher.authorization, 'if-match': '"1"', 'idempotency-key': 'lan-1' }
    const withKey = () => it.app.inject({ method: 'POST', url: `/api/v1/editorial${path}/revisions`, headers, payload: {} })
    const first = await withKey()
    const retry = await unchanged(it, withKey)
    expect([retry.statusCode, retry.body]).toEqual([201, first.body])
    const again = await unchanged(it, () => save(path, {}, 1))
    expect([again.statusCode, again.json().code]).toEqual([409, 'conflict'])
  })

  test('is refused in the documented order', async () => {
    const { id } = await createDraft(it, publisher, { unitId: await createUnit(it) })
    const path = `/articles/${id}`
    const [stranger, auditor] = [await signIn(it, 'editor', await createUnit(it)), await signIn(it, 'auditor')]
    const code = async (...request: Parameters<typeof save>) => (await unchanged(it, () => save(...request))).json().code
    expect(await code(path, {}, 1, null)).toBe('unauthorized')
    for (const body of [{ label: '' }, { label: 'a'.repeat(201) }, { label: 'a\nb' }, { sealed: false }])
      expect(await code(path, body, 1)).toBe('invalid_request')
    expect(await code(path, {}, 1, stranger)).toBe('not_found')
    expect(await code(path, {}, 1, auditor)).toBe('forbidden')
    expect(await code(path, {}, undefined)).toBe('version_required')
    expect(await code(path, {}, 2)).toBe('version_stale')
  })
})

describe('revisions of an article of a foreign unit', () => {
  const unknownId = '00000000-0000-7000-8000-000000000000'

  test.each(['revisions', 'revisions/1', 'diff?from=1'])('%s answers like one that does not exist, byte for byte', async (path) => {
    const { id } = await createDraft(it, publisher, { unitId: await createUnit(it) })
    const unit = await createUnit(it)
    for (const stranger of [await signIn(it, 'editor', unit), await signIn(it, 'reporter', unit)]) {
      const hidden = await get(`/articles/${id}/${path}`, stranger)
      expect(hidden.statusCode).toBe(404)
      expect(hidden.rawPayload).toEqual((await get(`/articles/${unknownId}/${path}`, stranger)).rawPayload)
    }
    expect((await get(`/articles/${id}/${path}`, null)).statusCode).toBe(401)
    expect((await get(`/articles/${id}/${path}`, await signIn(it, 'auditor'))).statusCode).toBe(200)
  })
})

test('the words of a revision are those of its text as it was saved last, and none once it is emptied', async () => {
  const { id } = await createDraft(it, publisher, { body: bodyFromText('Một hai.') })
  const wordsOf = async () => (await get(`/articles/${id}/revisions`)).json().data.map(({ words }: RevisionCard) => words)
  await send(it, publisher, 'PATCH', `/articles/${id}`, { body: bodyFromText('Một  hai ba\tbốn.\n\nNăm.') }, 1)
  expect(await wordsOf()).toEqual([5])
  await it.database.db.execute(sql`UPDATE article_revisions SET sealed = true WHERE article_id = ${id}`)
  await it.database.db.execute(sql`
    UPDATE article_revisions SET redacted_at = now(), title = '', body_text = '', body = '{"type":"doc","content":[]}' WHERE article_id = ${id}`)
  expect(await wordsOf()).toEqual([0])
})
