import { bodyFromText } from '@bantin/shared/body/body-from-text'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createCategory, createDraft, createUnit, send } from '../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { unchanged } from '../../test/unchanged.ts'

let it: TestApp
let publisher: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  publisher = await signIn(it, 'publisher')
})
afterAll(() => it.close())

const rows = async (query: ReturnType<typeof sql>) => (await it.database.db.execute(query)).rows
const revisionsOf = (id: string) => rows(sql`SELECT number, sapo, sealed FROM article_revisions WHERE article_id = ${id} ORDER BY number`)
const restore = (as: SignedInForTest | null, id: string, body: object, version?: number) =>
  send(it, as, 'POST', `/articles/${id}/restore`, body, version)

/** A draft that two people wrote: revision 1 says one thing, the head, revision 2, another. */
async function twoRevisions(input: Parameters<typeof createDraft>[2] = {}) {
  const { id } = await createDraft(it, publisher, { sapo: 'một', ...input })
  await send(it, await signIn(it, 'editor'), 'PATCH', `/articles/${id}`, { sapo: 'hai', categoryIds: [] }, 1)
  return id
}

describe('restoring', () => {
  test('makes a new revision of the old content, and what stood before is sealed and can be restored too', async () => {
    const id = await twoRevisions({ body: bodyFromText('Đoạn cũ.') })
    const answer = await restore(publisher, id, { revision: 1 }, 2)
    expect([answer.statusCode, answer.headers.etag]).toEqual([200, '"3"'])
    expect(answer.json()).toMatchObject({ sapo: 'một', revision: 3, version: 3, workState: 'draft' })
    expect((await restore(publisher, id, { revision: 2 }, 3)).json()).toMatchObject({ sapo: 'hai', revision: 4 })
    expect(await revisionsOf(id)).toEqual([
      { number: 1, sapo: 'một', sealed: true },
      { number: 2, sapo: 'hai', sealed: true },
      { number: 3, sapo: 'một', sealed: true },
      { number: 4, sapo: 'hai', sealed: false },
    ])
  })

  test('is noted with the number, the fields and both hashes, and can be merged onto', async () => {
    const id = await twoRevisions()
    await restore(publisher, id, { revision: 1 }, 2)
    const [entry] = await rows(sql`SELECT action, fields, detail, before_hash <> after_hash AS differs FROM audit_log
      WHERE entity_id = ${id} ORDER BY id DESC LIMIT 1`)
    expect(entry).toEqual({ action: 'article.restore', fields: ['sapo'], detail: { revision: 1 }, differs: true })
    const merged = await send(it, publisher, 'PATCH', `/articles/${id}`, { kicker: 'Tin', merge: true }, 2)
    expect(merged.json()).toMatchObject({ version: 4, sapo: 'một', kicker: 'Tin' })
  })

  test('of what the article says anyway changes nothing', async () => {
    const id = await twoRevisions()
    const answer = await unchanged(it, () => restore(publisher, id, { revision: 2 }, 2))
    expect([answer.statusCode, answer.json().version]).toEqual([200, 2])
  })

  test('of the actor’s own unsealed head makes a revision of its own all the same', async () => {
    const { id } = await createDraft(it, publisher, { sapo: 'một' })
    await send(it, publisher, 'POST', `/articles/${id}/revisions`, {}, 1)
    await send(it, publisher, 'PATCH', `/articles/${id}`, { sapo: 'hai' }, 1)
    await restore(publisher, id, { revision: 1 }, 2)
    expect((await revisionsOf(id)).at(1)).toEqual({ number: 2, sapo: 'hai', sealed: true })
  })
})

describe('restoring is refused', () => {
  const unknown = (pointer: string) => ({ status: 422, code: 'unknown_reference', errors: [{ in: 'body', pointer }] })

  test('for a revision that the article does not have', async () => {
    const id = await twoRevisions()
    const answer = await unchanged(it, () => restore(publisher, id, { revision: 9 }, 2))
    expect(answer.json()).toMatchObject(unknown('/revision'))
  })

  test('for a revision that was emptied', async () => {
    const id = await twoRevisions()
    await rows(sql`UPDATE article_revisions SET redacted_at = now(), title = '', kicker = NULL, sapo = NULL,
      body = '{"type":"doc","content":[]}', body_text = '' WHERE article_id = ${id} AND number = 1`)
    const answer = await unchanged(it, () => restore(publisher, id, { revision: 1 }, 2))
    expect(answer.json()).toMatchObject(unknown('/revision'))
  })

  test('when what it names is gone, and says which', async () => {
    const category = await createCategory(it)
    const id = await twoRevisions({ categoryIds: [category] })
    await rows(sql`DELETE FROM categories WHERE id = ${category}`)
    const answer = await unchanged(it, () => restore(publisher, id, { revision: 1 }, 2))
    expect(answer.json()).toMatchObject(unknown('/categoryIds/0'))
  })

  test('in the documented order', async () => {
    const unit = await createUnit(it)
    const id = await twoRevisions({ unitId: unit })
    const stranger = await signIn(it, 'editor', await createUnit(it))
    const code = async (...request: Parameters<typeof restore>) => (await unchanged(it, () => restore(...request))).json().code
    expect(await code(null, id, { revision: 1 }, 2)).toBe('unauthorized')
    expect(await code(publisher, id, { revision: 0 }, 2)).toBe('invalid_request')
    expect(await code(stranger, id, { revision: 1 }, 2)).toBe('not_found')
    expect(await code(await signIn(it, 'auditor'), id, { revision: 1 }, 2)).toBe('forbidden')
    expect(await code(publisher, id, { revision: 1 })).toBe('version_required')
    expect(await code(publisher, id, { revision: 1 }, 1)).toBe('version_stale')
    await send(it, publisher, 'POST', `/articles/${id}/submit`, {}, 2)
    expect(await code(publisher, id, { revision: 1 }, 3)).toBe('recall_first')
  })
})
