import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDraft, createUnit } from '../../../test/factories.ts'
import { watchStatements } from '../../../test/rows-read.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { countUnread, findNotifications } from './notifications.repository.ts'

let it: TestApp
let unit: string
let editor: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  unit = await createUnit(it)
  editor = await signIn(it, 'editor', unit)
  const others = [await signIn(it, 'editor', unit), await signIn(it, 'editor', unit)]
  const ids: string[] = []
  while (ids.length < 20) ids.push((await createDraft(it, editor, { unitId: unit })).id)
  for (const { userId } of [editor, ...others]) {
    await it.database.db.execute(sql`
      INSERT INTO notifications (id, user_id, kind, article_id, at)
      SELECT gen_random_uuid(), ${userId}, 'published', (${sql.param(ids)}::uuid[])[1 + n % 20], now() - n * interval '1 minute'
      FROM generate_series(1, 10000) AS n`)
  }
  await it.database.db.execute(sql`ANALYZE`)
})
afterAll(() => it.close())

test.each([
  ['the newest', { unread: false, after: undefined, limit: 21 }],
  ['the unread', { unread: true, after: undefined, limit: 21 }],
  [
    'a page far behind',
    { unread: false, after: ['2020-01-01T00:00:00Z', '00000000-0000-7000-8000-000000000000'] as [string, string], limit: 21 },
  ],
])('of %s of ten thousand no more is read than is shown', async (_what, page) => {
  const { db, mostRowsRead } = watchStatements(it)
  await findNotifications(db, { userId: editor.userId, grants: [{ role: 'editor', unitId: unit }] }, page)
  expect(await mostRowsRead()).toBeLessThan(100)
})

test('the unread are counted up to a hundred, and no further', async () => {
  const { db, mostRowsRead } = watchStatements(it)
  expect(await countUnread(db, { userId: editor.userId, grants: [{ role: 'editor', unitId: unit }] }, 100)).toBe(100)
  expect(await mostRowsRead()).toBeLessThan(300)
})
