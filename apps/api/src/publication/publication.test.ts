import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDraft, createPublished, createUnit, send } from '../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { unchanged } from '../../test/unchanged.ts'
import type { ActingPerson } from '../lib/acting-person.ts'
import { lockArticles } from './article.ts'
import { appendChanges, type ChangeEntry, emptyHead, nextHead } from './changes.ts'
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
const operator: ActingPerson = { userId: null, name: 'thử', grants: [{ role: 'admin', unitId: null }], address: null }

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

describe('an edition', () => {
  test('is stored as canonical JSON whose SHA-256 is its hash, also in the public answer', async () => {
    const { id, slug } = await createPublished(it, publisher)
    const [edition] = await rows(`SELECT document, hash FROM editions WHERE article_id = '${id}'`)
    const { document, hash } = edition as unknown as { document: string; hash: string }
    expect(createHash('sha256').update(document).digest('hex')).toBe(hash)
    expect((await it.app.inject(`/api/v1/articles/${slug}`)).json().hash).toBe(`sha256:${hash}`)
    const keys = Object.keys(JSON.parse(document))
    expect(keys).toEqual([...keys].sort())
  })

  test('never changes, nor does the log, the feed, the audit log or a sealed revision: the owner is refused too', async () => {
    const { id } = await createPublished(it, publisher)
    for (const statement of [
      `UPDATE editions SET note = 'x' WHERE article_id = '${id}'`,
      'DELETE FROM publication_log',
      'UPDATE changes SET backfill = true',
      'DELETE FROM audit_log',
      'TRUNCATE audit_log',
      'TRUNCATE article_revisions CASCADE',
      `UPDATE article_revisions SET title = 'x' WHERE article_id = '${id}'`,
    ]) {
      await expect(rows(statement)).rejects.toMatchObject({ cause: { code: '23001' } })
    }
  })
})

describe('the publication log', () => {
  test('is a chain that anyone can recompute, and its head rides in the feed', async () => {
    await createPublished(it, publisher)
    await createPublished(it, publisher)
    const log = (await rows('SELECT seq, site_id, article_id, edition, hash, head FROM publication_log ORDER BY seq')) as unknown as Record<
      string,
      string
    >[]
    let head = emptyHead
    for (const [index, row] of log.entries()) {
      expect(Number(row.seq)).toBe(index + 1)
      head = nextHead(head, {
        seq: Number(row.seq),
        site: row.site_id ?? '',
        article: row.article_id ?? '',
        edition: Number(row.edition),
        hash: row.hash ?? '',
      })
      expect(row.head).toBe(head)
    }
    expect((await it.app.inject('/api/v1/changes?limit=1')).json().head).toBe(`sha256:${head}`)
  })
})

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
