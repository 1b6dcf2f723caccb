import type { Notification } from '@bantin/shared/notifications'
import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createDraft, createUnit, send } from '../../../test/factories.ts'
import { makeMoves } from '../../../test/moves.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { notifications } from '../../db/schema/notifications.ts'

let it: TestApp
let unit: string
let editor: SignedInForTest
let reporter: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  unit = await createUnit(it)
  editor = await signIn(it, 'editor', unit)
})
afterAll(() => it.close())
beforeEach(async () => {
  reporter = await signIn(it, 'reporter', unit)
})

const list = (as: SignedInForTest, query = '') => send(it, as, 'GET', `/notifications${query}`)
const listed = async (as: SignedInForTest, query = ''): Promise<Notification[]> => (await list(as, query)).json().data
const unread = async (as: SignedInForTest): Promise<number> => (await send(it, as, 'GET', '/notifications/unread')).json().count
const read = (as: SignedInForTest, input: object) => send(it, as, 'POST', '/notifications/read', input)

/** An article that was given back to its reporter. */
async function giveBack(title: string, note = 'Sửa'): Promise<string> {
  const draft = await createDraft(it, reporter, { unitId: unit, title })
  await makeMoves(it, reporter, draft, ['submit'])
  await makeMoves(it, editor, { ...draft, version: draft.version + 1 }, ['return', { note }])
  return draft.id
}

/** What the person was told so often, a second after another. */
async function tell({ userId }: SignedInForTest, articleId: string, count: number): Promise<void> {
  const row = (seconds: number) => ({
    id: uuidv7(),
    userId,
    kind: 'held' as const,
    articleId,
    at: new Date(1_800_000_000_000 + seconds * 1000),
  })
  await it.database.db.insert(notifications).values(Array.from({ length: count }, (_, index) => row(index)))
}

describe('what a person is told', () => {
  test('is listed newest first, with who did what to which article, by its title of now', async () => {
    const first = await giveBack('Bài thứ nhất', 'Thiếu nguồn')
    const second = await giveBack('Bài thứ hai')
    await send(it, reporter, 'PATCH', `/articles/${first}`, { title: 'Bài thứ nhất, đã sửa' }, 3)
    expect(await listed(reporter)).toEqual([
      expect.objectContaining({ kind: 'returned', article: { id: second, title: 'Bài thứ hai' }, by: 'Test editor', note: 'Sửa' }),
      {
        id: expect.any(String),
        kind: 'returned',
        at: expect.stringMatching(/\+07:00$/),
        readAt: null,
        article: { id: first, title: 'Bài thứ nhất, đã sửa' },
        by: 'Test editor',
        note: 'Thiếu nguồn',
      },
    ])
  })

  test('is given page by page, none twice and none left out, also those of one moment', async () => {
    const draft = await createDraft(it, reporter, { unitId: unit })
    await tell(reporter, draft.id, 5)
    await it.database.db.execute(sql`UPDATE notifications SET at = '2027-01-15T10:00:00Z' WHERE user_id = ${reporter.userId}`)
    const all = await listed(reporter)
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: { data: Notification[]; page: { next: string | null } } = (
        await list(reporter, `?limit=2${cursor && `&cursor=${cursor}`}`)
      ).json()
      seen.push(...page.data.map(({ id }) => id))
      cursor = page.page.next
    }
    expect([seen.length, seen]).toEqual([5, all.map(({ id }) => id)])
  })

  test('is counted while it is not read, up to a hundred', async () => {
    const draft = await createDraft(it, reporter, { unitId: unit })
    expect(await unread(reporter)).toBe(0)
    await tell(reporter, draft.id, 3)
    expect(await unread(reporter)).toBe(3)
    await tell(reporter, draft.id, 110)
    expect(await unread(reporter)).toBe(100)
  })

  test('is read, one or all, from then on and not once more', async () => {
    await giveBack('Một')
    await giveBack('Hai')
    const [newest, older] = await listed(reporter)
    expect((await read(reporter, { ids: [newest?.id] })).statusCode).toBe(204)
    expect((await listed(reporter, '?unread=true')).map(({ id }) => id)).toEqual([older?.id])
    const [{ readAt = null } = {}] = await listed(reporter)
    expect([readAt, await unread(reporter)]).toEqual([expect.stringMatching(/\+07:00$/), 1])
    expect((await read(reporter, {})).statusCode).toBe(204)
    expect([await unread(reporter), await listed(reporter, '?unread=true'), (await listed(reporter))[0]?.readAt]).toEqual([0, [], readAt])
  })
})

describe('what a person has seen is read', () => {
  test('up to the newest that was shown, also of those of one moment, and not what came since', async () => {
    const draft = await createDraft(it, reporter, { unitId: unit })
    await tell(reporter, draft.id, 4)
    await it.database.db.execute(sql`UPDATE notifications SET at = '2027-01-15T10:00:00Z' WHERE user_id = ${reporter.userId}`)
    const [since, shown] = await listed(reporter)
    expect((await read(reporter, { until: shown?.id })).statusCode).toBe(204)
    expect((await listed(reporter, '?unread=true')).map(({ id }) => id)).toEqual([since?.id])
  })

  test('and nothing by what is another’s or unknown', async () => {
    await giveBack('Một')
    const id = (await listed(reporter))[0]?.id ?? ''
    const other = await signIn(it, 'reporter', unit)
    const draft = await createDraft(it, other, { unitId: unit })
    await tell(other, draft.id, 2)
    for (const until of [id, uuidv7()]) expect((await unchanged(it, () => read(other, { until }))).statusCode).toBe(204)
  })
})

describe('what is another’s', () => {
  test('is neither listed nor counted nor marked', async () => {
    await giveBack('Của người khác')
    const [{ id = '' } = {}] = await listed(reporter)
    const other = await signIn(it, 'admin')
    expect([await listed(other), await unread(other)]).toEqual([[], 0])
    expect((await unchanged(it, () => read(other, { ids: [id] }))).statusCode).toBe(204)
    expect((await unchanged(it, () => read(other, {}))).statusCode).toBe(204)
    const { next } = (await list(reporter, '?limit=1')).json().page
    expect(next).toBeNull()
  })

  test('cannot be paged by the cursor of somebody else', async () => {
    const draft = await createDraft(it, reporter, { unitId: unit })
    await tell(reporter, draft.id, 3)
    const { next } = (await list(reporter, '?limit=1')).json().page
    const refused = await list(editor, `?limit=1&cursor=${next}`)
    expect([refused.statusCode, refused.json().code]).toEqual([400, 'invalid_cursor'])
  })
})

describe('an article that the person may not read any more', () => {
  test.each([
    ['since his role ended', 0, () => sql`DELETE FROM grants WHERE user_id = ${reporter.userId}`],
    ['since he is its author no more', 1, (id: string) => sql`UPDATE articles SET created_by = NULL WHERE id = ${id}`],
  ])('%s: of it nothing is shown or counted, and its title is in no answer', async (_when, left, change) => {
    const id = await giveBack('Tít không được lộ', 'Lời nhắn không được lộ')
    await giveBack('Bài khác')
    expect(await unread(reporter)).toBe(2)
    await it.database.db.execute(change(id))
    const answers = [await list(reporter), await list(reporter, '?unread=true'), await send(it, reporter, 'GET', '/notifications/unread')]
    for (const answer of answers) {
      expect(answer.statusCode).toBe(200)
      expect(answer.body).not.toContain('không được lộ')
    }
    expect([(await listed(reporter)).length, await unread(reporter)]).toEqual([left, left])
  })
})

describe('a request that does not fit is refused', () => {
  test.each([
    ['GET', '?limit=0'],
    ['GET', '?limit=101'],
    ['GET', '?unread=1'],
    ['GET', '?userId=x'],
    ['GET', '?kind=held'],
  ] as const)('%s %s', async (_method, query) => {
    expect((await list(reporter, query)).statusCode).toBe(400)
  })

  test.each([
    ['no id', { ids: [] }],
    ['an id that is none', { ids: ['1'] }],
    ['up to an id that is none', { until: '1' }],
    ['the same id twice', { ids: Array(2).fill('00000000-0000-7000-8000-000000000000') }],
    ['too many', { ids: Array.from({ length: 101 }, () => uuidv7()) }],
    ['somebody’s', { userId: '00000000-0000-7000-8000-000000000000' }],
    ['a time', { readAt: '2026-01-01T00:00:00Z' }],
  ])('reading %s', async (_what, input) => {
    const refused = await unchanged(it, () => read(reporter, input))
    expect([refused.statusCode, refused.json().code]).toEqual([400, 'invalid_request'])
  })
})
