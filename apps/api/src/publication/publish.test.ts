import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDraft, createPublished, send } from '../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { unchanged } from '../../test/unchanged.ts'
import { operator } from '../lib/acting-person.ts'
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
const generation = async () => Number((await rows('SELECT generation FROM public_generation'))[0]?.generation)

describe('publishing', () => {
  test('writes revision, edition, log, read model, feed, audit and generation together', async () => {
    const before = await generation()
    const { id } = await createDraft(it, publisher, { title: 'Tất cả cùng lúc' })
    expect(await generation()).toBe(before)
    await send(it, publisher, 'POST', `/articles/${id}/publish`, { note: 'Lần đầu' }, 1)
    expect(await generation()).toBe(before + 1)
    expect(await rows(`SELECT sealed FROM article_revisions WHERE article_id = '${id}'`)).toEqual([{ sealed: true }])
    expect(await rows(`SELECT edition, kind, note FROM editions WHERE article_id = '${id}'`)).toEqual([
      { edition: 1, kind: 'major', note: 'Lần đầu' },
    ])
    expect(await rows(`SELECT title FROM published.articles WHERE id = '${id}'`)).toEqual([{ title: 'Tất cả cùng lúc' }])
    expect(await rows(`SELECT action, reason, edition FROM changes WHERE entity_id = '${id}'`)).toEqual([
      { action: 'put', reason: 'published', edition: 1 },
    ])
    expect(await rows(`SELECT action, version FROM audit_log WHERE entity_id = '${id}' ORDER BY id`)).toEqual([
      { action: 'article.create', version: 1 },
      { action: 'article.publish', version: 2 },
    ])
  })

  test('that fails at its last statement leaves nothing behind', async () => {
    const { id } = await createDraft(it, publisher)
    const broken: ChangeEntry = {
      siteId: '00000000-0000-7000-8000-000000000000',
      articleId: id,
      action: 'put',
      reason: 'published',
      edition: null,
    }
    await unchanged(it, async () => {
      const failing = it.database.db.transaction(async (tx) => {
        const [article] = await lockArticles(tx, [id])
        if (!article) throw new Error('no article')
        const { entries } = await transition(tx, article, 'publish', operator, {})
        await appendChanges(tx, [...entries, broken])
      })
      await expect(failing).rejects.toThrow()
    })
  })

  test('of a text with nothing to read is refused', async () => {
    const { id } = await createDraft(it, publisher, { body: { type: 'doc', content: [] } })
    const answer = await unchanged(it, () => send(it, publisher, 'POST', `/articles/${id}/publish`, {}, 1))
    expect([answer.statusCode, answer.json().code, answer.json().errors[0].pointer]).toEqual([422, 'not_publishable', '/body'])
  })

  test.each([
    ['the first edition as a correction', {}, { kind: 'correction' }, '/kind'],
    ['a further edition without a kind', { published: true }, {}, '/kind'],
    ['a correction without its right', { published: true }, { kind: 'correction' }, '/correction'],
    ['a minor edition with a correction', { published: true }, { kind: 'minor', correction: { wrong: 'a', right: 'b' } }, '/correction'],
  ])('%s is refused', async (_name, { published = false }: { published?: boolean }, input, pointer) => {
    const article = published ? await createPublished(it, publisher) : await createDraft(it, publisher)
    const draft = (await send(it, publisher, 'PATCH', `/articles/${article.id}`, { sapo: 'mới' }, article.version)).json()
    const answer = await unchanged(it, () => send(it, publisher, 'POST', `/articles/${article.id}/publish`, input, draft.version))
    expect([answer.statusCode, answer.json().errors[0].pointer]).toEqual([422, pointer])
  })

  test('gives titles that fold alike different slugs, also at once', async () => {
    const titles = ['Tỉnh uỷ họp', 'Tính uỷ họp', 'Tinh ủy họp', 'tỉnh Ủy HỌP']
    const drafts = await Promise.all(titles.map((title) => createDraft(it, publisher, { title })))
    const published = await Promise.all(drafts.map(({ id }) => send(it, publisher, 'POST', `/articles/${id}/publish`, {}, 1)))
    expect(published.map((answer) => answer.json().slug).sort()).toEqual(['tinh-uy-hop', 'tinh-uy-hop-2', 'tinh-uy-hop-3', 'tinh-uy-hop-4'])
  })
})
