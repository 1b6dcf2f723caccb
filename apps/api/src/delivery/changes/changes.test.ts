import { bodyFromText } from '@bantin/shared/body/body-from-text'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDraft, createPublished, sendPatiently } from '../../../test/factories.ts'
import { feedEnd, readFeed, readOn } from '../../../test/feed.ts'
import { letTimeCome, type Move, makeMoves } from '../../../test/moves.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'

let it: TestApp
let admin: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  admin = await signIn(it, 'admin')
})
afterAll(() => it.close())

const get = (path: string) => it.app.inject(`/api/v1${path}`)
const correction: Move = ['publish', { kind: 'correction', correction: { wrong: 'Bảy', right: 'Tám' } }]

/** What the feed tells of it while these moves are made. */
async function toldOf(article: { id: string; version: number }, ...moves: Move[]) {
  const cursor = await feedEnd(it)
  await makeMoves(it, admin, article, ...moves)
  return (await readOn(it, cursor)).entries.map(({ action, reason, id, edition, replacedBy }) => {
    expect(id).toBe(article.id)
    return [action, reason, edition, replacedBy]
  })
}

describe('the change feed', () => {
  test('tells each move of an article in order, with action, reason and edition', async () => {
    const target = await createPublished(it, admin)
    const moves: Move[] = [
      ['publish', {}],
      ['edit', { title: 'Lần hai' }],
      ['publish', { kind: 'minor' }],
      ['edit', { title: 'Lần ba' }],
      correction,
      ['edit', { title: 'Lần bốn' }],
      ['publish', { kind: 'major' }],
      ['hold', {}],
      ['put-back'],
      ['withdraw', { reason: 'Không còn hiệu lực' }],
      ['redact', { editions: [1], reason: 'Số điện thoại' }],
      ['put-back'],
      ['redirect', { target: target.id }],
      ['put-back'],
      ['remove', { answer: 'gone', reason: 'Yêu cầu của toà' }],
      ['redact', { editions: [2], reason: 'Số điện thoại' }],
    ]
    expect(await toldOf(await createDraft(it, admin), ...moves)).toEqual([
      ['put', 'published', 1, null],
      ['put', 'minor', 2, null],
      ['put', 'correction', 3, null],
      ['put', 'updated', 4, null],
      ['delete', 'held', 4, null],
      ['put', 'put_back', 4, null],
      ['put', 'withdrawn', 4, null],
      ['put', 'personal_data', 4, null],
      ['put', 'put_back', 4, null],
      ['delete', 'redirected', 4, target.id],
      ['put', 'put_back', 4, null],
      ['delete', 'removed', 4, null],
      ['delete', 'personal_data', 4, null],
    ])
  })

  test('is moved by nothing that happens to drafts, nor to the draft of what is public', async () => {
    const shown = await createPublished(it, admin)
    const before = await readFeed(it)
    const draft = await createDraft(it, admin)
    const ready = await makeMoves(it, admin, draft, ['edit', { title: 'Nháp' }], ['submit'], ['return', { note: 'Chưa' }], ['submit'])
    await makeMoves(it, admin, ready, ['approve'], ['schedule', { at: '2099-01-01T00:00:00+07:00' }])
    await makeMoves(it, admin, shown, ['edit', { title: 'Bản sửa chưa đăng' }], ['submit'])
    expect((await get('/changes?include=article')).body).not.toMatch(/Nháp|Bản sửa chưa đăng/)
    expect(await readFeed(it)).toEqual(before)
    await letTimeCome(it, draft.id, 'publishDue')
    expect((await readOn(it, before.cursor)).entries).toMatchObject([{ id: draft.id, reason: 'published' }])
  })

  test('goes on behind its cursor, which is there on an empty page too, with the head of the publication log', async () => {
    const { cursor, head } = await readFeed(it)
    expect(await readFeed(it, { cursor })).toEqual({ data: [], cursor, more: false, head })
    const { id } = await createPublished(it, admin)
    const page = await readFeed(it, { cursor })
    expect(page).toMatchObject({ data: [{ id, entity: 'article', backfill: false }], more: false })
    const { rows } = await it.database.db.execute(sql`SELECT 'sha256:' || head AS head FROM publication_log ORDER BY seq DESC LIMIT 1`)
    expect([{ head: page.head }, page.head === head]).toEqual([rows[0] && { head: rows[0].head }, false])
  })

  test('names in one order, of the commits, what is published in parallel, and nothing appears behind a cursor later', async () => {
    const drafts = await Promise.all(Array.from({ length: 12 }, () => createDraft(it, admin)))
    let cursor = await feedEnd(it)
    const told: string[] = []
    let isDone = false
    const publishing = Promise.all(drafts.map(({ id }) => sendPatiently(it, admin, 'POST', `/articles/${id}/publish`, {}, 1))).finally(
      () => {
        isDone = true
      },
    )
    for (let isLast = false; !isLast; ) {
      isLast = isDone
      const page = await readFeed(it, { cursor, limit: 2 })
      told.push(...page.data.map(({ id }) => id))
      cursor = page.cursor
      isLast &&= !page.more
    }
    expect((await publishing).map(({ statusCode }) => statusCode)).toEqual(drafts.map(() => 200))
    expect(told.toSorted()).toEqual(drafts.map(({ id }) => id).toSorted())
    const { rows } = await it.database.db.execute<{ id: string }>(
      sql`SELECT article_id AS id FROM publication_log ORDER BY seq DESC LIMIT 12`,
    )
    expect(told).toEqual(rows.map(({ id }) => id).toReversed())
  })
})

describe('articles in the feed', () => {
  test('are what their own addresses answer, of those alone that are public; of others the delete follows', async () => {
    const cursor = await feedEnd(it)
    const [shown, gone, withdrawn] = [await createPublished(it, admin), await createPublished(it, admin), await createPublished(it, admin)]
    await makeMoves(it, admin, withdrawn, ['withdraw', { reason: 'Hết hạn' }])
    await makeMoves(it, admin, gone, ['hold', {}])
    await makeMoves(it, admin, shown, ['edit', { title: 'Chưa ai được thấy' }])
    const { entries } = await readOn(it, cursor, { include: 'article', limit: 1 })
    const own = async ({ id }: { id: string }) => (await get(`/articles/${id}`)).json()
    expect(entries.map(({ id, action, article }) => [id, action, article])).toEqual([
      [shown.id, 'put', await own(shown)],
      [gone.id, 'put', null],
      [withdrawn.id, 'put', await own(withdrawn)],
      [withdrawn.id, 'put', await own(withdrawn)],
      [gone.id, 'delete', null],
    ])
    expect((await readFeed(it, { cursor })).data.filter((entry) => 'article' in entry)).toEqual([])
  })

  test('end the page early where they are long, and never before its first entry', async () => {
    const cursor = await feedEnd(it)
    const long = [await createPublished(it, admin), await createPublished(it, admin), await createPublished(it, admin)]
    await it.database.db.execute(
      sql`UPDATE published.articles SET body_html = repeat('a', 2500000) WHERE id IN ${long.slice(0, 2).map(({ id }) => id)}`,
    )
    const first = await readFeed(it, { cursor, include: 'article' })
    expect([first.data.map(({ id }) => id), first.more]).toEqual([[long[0]?.id, long[1]?.id], true])
    expect(await readFeed(it, { cursor: first.cursor, include: 'article' })).toMatchObject({ data: [{ id: long[2]?.id }], more: false })
  })
})

describe('a first run', () => {
  test('has the last entry alone of each article, over all its pages, while every later entry is told', async () => {
    const [one, other] = [await createPublished(it, admin), await createPublished(it, admin)]
    const held = await makeMoves(it, admin, one, ['edit', { title: 'Lần hai' }], correction, ['hold', {}])
    await makeMoves(it, admin, other, ['edit', { title: 'Lần hai' }], ['publish', { kind: 'minor' }])
    const { entries, cursor } = await readOn(it, undefined, { limit: 3 })
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
    expect(entries.slice(-2)).toMatchObject([
      { id: one.id, action: 'delete', reason: 'held' },
      { id: other.id, reason: 'minor', edition: 2 },
    ])
    expect(cursor).toMatch(/^\d+:\d+$/)
    expect((await readFeed(it)).data).toEqual(entries.slice(0, 100))

    const begun = await readFeed(it, { limit: 1 })
    expect(begun.cursor).toMatch(/^\d+:\d+\.\.\d+$/)
    await makeMoves(it, admin, held, ['put-back'], ['hold', {}])
    const rest = (await readOn(it, begun.cursor, { limit: 2 })).entries.filter(({ id }) => id === one.id)
    expect(rest.map(({ reason }) => reason)).toEqual(['put_back', 'held'])
  })

  test('begins also with a cursor from beyond the end, and with one of an epoch that is unknown', async () => {
    const first = await readFeed(it, { limit: 1 })
    for (const cursor of ['1:99999', '99:1', '0:0']) expect(await readFeed(it, { limit: 1, cursor })).toEqual(first)
  })
})

test.each(['x', '1', '1:', '1:2:3', '-1:2', '1:2..', '1:2..x', '1:2.3', '1:2\u0000', '9999999999:1', '1:9999999999999999999'])(
  'the cursor %j is refused, and the place named',
  async (cursor) => {
    const answer = await it.app.inject({ url: '/api/v1/changes', query: { cursor } })
    expect([answer.statusCode, answer.json().errors]).toEqual([400, [expect.objectContaining({ in: 'query', name: 'cursor' })]])
  },
)

test.each(['limit=0', 'limit=101', 'include=body', 'wait=26', 'Cursor=1:1'])('%s is refused', async (query) => {
  expect((await get(`/changes?${query}`)).statusCode).toBe(400)
})

test('a body that is published stands in the feed as its readers get it', async () => {
  const cursor = await feedEnd(it)
  await createPublished(it, admin, { body: bodyFromText('Dòng <b>một</b> & "hai"') })
  const [entry] = (await readFeed(it, { cursor, include: 'article' })).data
  expect(entry?.article?.bodyHtml).toContain('Dòng &lt;b&gt;một&lt;/b&gt; &amp;')
})
