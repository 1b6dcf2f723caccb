import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDraft, createPublished, createUnit, send } from '../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { type ActingPerson, operator } from '../lib/acting-person.ts'
import { lockArticles } from './article.ts'
import { appendChanges, type ChangeEntry } from './changes.ts'
import { transition } from './transition.ts'

let it: TestApp
let publisher: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  publisher = await signIn(it, 'publisher')
})
afterAll(() => it.close())

const rows = async (query: string) => (await it.database.db.execute<Record<string, never>>(sql.raw(query))).rows

describe('batches', () => {
  test('that publish the same articles in opposite orders never deadlock, and one of them wins', async () => {
    const drafts = await Promise.all(Array.from({ length: 6 }, () => createDraft(it, publisher)))
    const ids = drafts.map((draft) => draft.id)
    const publishAll = (order: string[]) =>
      it.database.db.transaction(async (tx) => {
        const entries: ChangeEntry[] = []
        for (const article of await lockArticles(tx, order)) {
          if (article.workState === 'draft') entries.push(...(await transition(tx, article, 'publish', operator, {})).entries)
        }
        await appendChanges(tx, entries)
      })
    await Promise.all([publishAll(ids), publishAll([...ids].reverse()), publishAll(ids), publishAll([...ids].reverse())])
    const inIds = ids.map((id) => `'${id}'`).join(',')
    expect(await rows(`SELECT count(*)::int AS editions FROM editions WHERE article_id IN (${inIds})`)).toEqual([{ editions: 6 }])
  })

  test('at once keep the feed and the log without a gap', async () => {
    const drafts = await Promise.all(Array.from({ length: 10 }, () => createDraft(it, publisher)))
    await Promise.all(drafts.map(({ id }) => send(it, publisher, 'POST', `/articles/${id}/publish`, {}, 1)))
    expect(await rows('SELECT max(seq) = count(*) AS whole FROM publication_log')).toEqual([{ whole: true }])
  })
})

describe('every verb', () => {
  test('moves the version by one and is noted with who did it', async () => {
    const { id } = await createPublished(it, publisher)
    await send(it, publisher, 'POST', `/articles/${id}/hold`, { reason: 'Kiểm tra' }, 2)
    await send(it, publisher, 'POST', `/articles/${id}/put-back`, {}, 3)
    await send(it, publisher, 'POST', `/articles/${id}/withdraw`, { reason: 'Hết hiệu lực' }, 4)
    const log = await rows(`SELECT action, version, actor_id FROM audit_log WHERE entity_id = '${id}' ORDER BY id`)
    expect(log.map((entry) => `${entry.action} ${entry.version}`)).toEqual([
      'article.create 1',
      'article.publish 2',
      'article.hold 3',
      'article.putBack 4',
      'article.withdraw 5',
    ])
    expect(new Set(log.map((entry) => entry.actor_id))).toEqual(new Set([publisher.userId]))
  })

  test('is refused to whoever may not, even inside', async () => {
    const { id } = await createDraft(it, publisher, { unitId: await createUnit(it) })
    const stranger: ActingPerson = { ...operator, grants: [{ role: 'reporter', unitId: null }] }
    const attempt = it.database.db.transaction(async (tx) => {
      const [article] = await lockArticles(tx, [id])
      if (article) await transition(tx, article, 'publish', stranger, {})
    })
    await expect(attempt).rejects.toMatchObject({ code: 'not_found' })
  })
})
