import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDraft, createPublished } from '../../../test/factories.ts'
import { addManyLike } from '../../../test/many-articles.ts'
import { askFor, inHours, makeMoves } from '../../../test/moves.ts'
import { watchStatements } from '../../../test/rows-read.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { findActing } from '../../accounts/sessions/sessions.repository.ts'
import { findSite } from '../../db/find-site.ts'
import { operator } from '../../lib/acting-person.ts'
import { findArticle, findCards } from './articles.repository.ts'

let it: TestApp
let reporter: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  const publisher = await signIn(it, 'publisher')
  reporter = await signIn(it, 'reporter')
  const { id } = await createPublished(it, publisher)
  await addManyLike(it, id, 10_000)
  await it.database.db.execute(sql`UPDATE articles SET work_state = 'none', created_by = ${publisher.userId}`)
  await createDraft(it, reporter)
  await makeMoves(it, reporter, await createDraft(it, reporter), ['submit'])
  const [due, forced, assigned] = [await createDraft(it, publisher), await createDraft(it, publisher), await createDraft(it, publisher)]
  await makeMoves(it, publisher, due, ['schedule', { at: inHours(1) }])
  await it.database.db.execute(sql`UPDATE articles SET publish_at = now() - interval '1 minute' WHERE id = ${due.id}`)
  await askFor(it, 'review')
  await makeMoves(it, publisher, forced, ['publish', { force: true, note: 'Khẩn' }])
  await it.database.db.execute(sql`UPDATE articles SET assignee_id = ${reporter.userId} WHERE id = ${assigned.id}`)
  await it.database.db.execute(sql`ANALYZE`)
})
afterAll(() => it.close())

test("a page of the desk's list costs a page, however many articles there are", async () => {
  const { db, mostRowsRead } = watchStatements(it)
  const { id: siteId } = await findSite(it.database.db)
  const cards = await findCards(db, { siteId, actor: operator, filters: {}, after: undefined, limit: 21 })
  expect(cards).toHaveLength(21)
  expect(await mostRowsRead()).toBeLessThan(100)
})

test.each([
  ['workState', { workState: 'in_review' }],
  ['me', { me: true }],
  ['assigneeId', {}],
  ['overdue', { overdue: true }],
  ['unreviewed', { unreviewed: true }],
] as const)('so does a list of the few that somebody waits for: %s', async (name, filter) => {
  const { db, mostRowsRead } = watchStatements(it)
  const { id: siteId } = await findSite(it.database.db)
  const filters = name === 'assigneeId' ? { assigneeId: reporter.userId } : filter
  const actor = { ...operator, userId: reporter.userId }
  const cards = await findCards(db, { siteId, actor, filters, after: undefined, limit: 21 })
  expect(cards).toHaveLength(name === 'me' ? 3 : 1)
  expect(await mostRowsRead()).toBeLessThan(100)
})

test('what every request of the desk asks is planned once for each connection', async () => {
  const { db, plansKept } = watchStatements(it)
  const claims = { userId: uuidv7(), sessionId: uuidv7(), issuedAt: 0, expiresAt: 0 }
  const kept = await plansKept(async () => {
    await findArticle(db, uuidv7())
    await findActing(db, claims)
  })
  expect(kept).toEqual({ 'article of the desk': 2, 'who acts': 2 })
})
