import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createDraft, send } from '../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { forgetAnswers } from '../editorial/forget-answers.repository.ts'
import { forgetCheckpoints } from './forget-checkpoints.ts'
import { forgetSaves } from './forget-saves.ts'

let it: TestApp
let publisher: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  publisher = await signIn(it, 'publisher')
})
afterAll(() => it.close())

const rows = async (query: ReturnType<typeof sql>) => (await it.database.db.execute(query)).rows
const numbersOf = async (id: string) =>
  (await rows(sql`SELECT number FROM article_revisions WHERE article_id = ${id} ORDER BY number`)).map(({ number }) => number)

/** An article of four revisions, none of them sealed, of which each took the place of the one before so many days ago. */
async function checkpoints(...daysAgo: [number, number, number]) {
  const { id } = await createDraft(it, publisher, { sapo: '1' })
  for (const version of [1, 2, 3]) {
    await rows(sql`UPDATE article_revisions SET begun_at = now() - interval '1 hour' WHERE article_id = ${id}`)
    await send(it, publisher, 'PATCH', `/articles/${id}`, { sapo: String(version + 1) }, version)
  }
  for (const [i, days] of [99, ...daysAgo].entries()) {
    const at = sql`now() - make_interval(days => ${days})`
    await rows(sql`UPDATE article_revisions SET begun_at = ${at}, saved_at = ${at} WHERE article_id = ${id} AND number = ${i + 1}`)
    await rows(sql`UPDATE article_saves SET saved_at = ${at} WHERE article_id = ${id} AND version = ${i + 1}`)
  }
  return id
}

test('a checkpoint goes 14 days after a newer revision took its place; the newest stays however old', async () => {
  const [some, all] = [await checkpoints(15, 15, 13), await checkpoints(90, 80, 70)]
  expect(await forgetCheckpoints(it.database.db)).toBe(5)
  expect([await numbersOf(some), await numbersOf(all)]).toEqual([[3, 4], [4]])
  expect(await forgetCheckpoints(it.database.db)).toBe(0)
})

test('a checkpoint that was sealed, or that somebody was asked or wrote a comment about, stays', async () => {
  const id = await checkpoints(90, 80, 70)
  await rows(sql`UPDATE article_revisions SET sealed = true WHERE article_id = ${id} AND number = 1`)
  await rows(sql`INSERT INTO opinions (id, article_id, revision_id, token_hash, name, expires_at)
    SELECT id, article_id, id, 'hash', 'Ông A', now() FROM article_revisions WHERE article_id = ${id} AND number = 2`)
  await rows(sql`INSERT INTO comments (id, article_id, revision_number, text, author_id)
    VALUES (gen_random_uuid(), ${id}, 3, 'Xem lại.', ${publisher.userId})`)
  await forgetCheckpoints(it.database.db)
  expect(await numbersOf(id)).toEqual([1, 2, 3, 4])
})

test('more than a batch holds go in several, and none is left', async () => {
  const { id } = await createDraft(it, publisher)
  await rows(sql`INSERT INTO article_revisions (id, article_id, number, title, body, body_text, saved_at, begun_at)
    SELECT gen_random_uuid(), ${id}, -n, 'x', '{"type":"doc","content":[]}', '', now() - interval '20 days', now() - interval '20 days'
    FROM generate_series(0, 2100) n`)
  await forgetCheckpoints(it.database.db)
  expect(await numbersOf(id)).toEqual([0, 1])
})

test('what a version said goes 14 days after a newer one replaced it; the newest of each article stays', async () => {
  const [some, all] = [await checkpoints(15, 15, 13), await checkpoints(90, 80, 70)]
  await forgetSaves(it.database.db)
  const versionsOf = async (id: string) =>
    (await rows(sql`SELECT version FROM article_saves WHERE article_id = ${id} ORDER BY version`)).map(({ version }) => version)
  expect([await versionsOf(some), await versionsOf(all)]).toEqual([[3, 4], [4]])
})

test('what is left of old versions when it is cut off are the newer ones', async () => {
  const { id } = await createDraft(it, publisher)
  await rows(sql`DELETE FROM article_saves WHERE article_id = ${id}`)
  await rows(sql`INSERT INTO article_saves (article_id, version, fingerprint, saved_at)
    SELECT ${id}, 2001 - n, '{}', now() - interval '20 days' FROM generate_series(1, 2000) n`)
  const { db } = it.database
  const once = db.execute.bind(db)
  const execute = vi.spyOn(db, 'execute').mockImplementationOnce(once).mockRejectedValueOnce(new Error('cut off'))
  await expect(forgetSaves(db)).rejects.toThrow('cut off')
  execute.mockRestore()
  const [left] = await rows(sql`SELECT min(version), max(version), count(*)::int FROM article_saves WHERE article_id = ${id}`)
  expect(left).toEqual({ min: 1001, max: 2000, count: 1000 })
})

test('an answer kept for retries goes after 24 hours', async () => {
  await rows(sql`INSERT INTO idempotency_keys (actor_id, key, request_hash, status, body, created_at) VALUES
    (${publisher.userId}, 'old', '', 200, '', now() - interval '25 hours'), (${publisher.userId}, 'new', '', 200, '', now() - interval '23 hours')`)
  expect(await forgetAnswers(it.database.db)).toBe(1)
  expect(await rows(sql`SELECT key FROM idempotency_keys`)).toEqual([{ key: 'new' }])
})
