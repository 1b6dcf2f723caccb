import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDraft, send } from '../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { whileLocked } from '../../test/while-locked.ts'
import { readRevision, requireArticle, requirePermission } from './article.ts'

let it: TestApp
let publisher: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  publisher = await signIn(it, 'publisher')
})
afterAll(() => it.close())

describe('a draft that is deleted while somebody is at it', () => {
  test('is not there for him: neither what decides, nor its newest text', async () => {
    const { db } = it.database
    const actor = { userId: publisher.userId, grants: [{ role: 'publisher' as const, unitId: null }] }
    const { id, version } = await createDraft(it, publisher)
    const article = await requireArticle(db, actor, 'article.read', id)
    expect((await send(it, publisher, 'DELETE', `/articles/${id}`, undefined, version)).statusCode).toBe(204)
    for (const late of [() => requirePermission(db, actor, 'article.read', article), () => readRevision(db, article.headRevisionId)]) {
      await expect(late()).rejects.toMatchObject({ code: 'not_found' })
    }
  })

  test('takes what was about to be added with it, and nothing breaks', async () => {
    const { id, version } = await createDraft(it, publisher)
    const answers = await whileLocked(it, sql`LOCK TABLE comments, previews, article_presence IN SHARE MODE`, 4, () =>
      Promise.all([
        send(it, publisher, 'POST', `/articles/${id}/comments`, { text: 'Lời' }),
        send(it, publisher, 'POST', `/articles/${id}/previews`, {}),
        send(it, publisher, 'PUT', `/articles/${id}/presence`, {}),
        send(it, publisher, 'DELETE', `/articles/${id}`, undefined, version),
      ]),
    )
    for (const answer of answers) expect(answer.statusCode).toBeLessThan(500)
    expect((await send(it, publisher, 'GET', `/articles/${id}`)).statusCode).toBe(404)
  })
})
