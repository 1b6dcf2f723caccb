import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDraft, createPublished, createUnit, sendPatiently as send } from '../../../test/factories.ts'
import { inHours } from '../../../test/moves.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'

let it: TestApp
let publisher: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  publisher = await signIn(it, 'publisher')
})
afterAll(() => it.close())

const rows = async <T extends Record<string, unknown>>(query: ReturnType<typeof sql>) => (await it.database.db.execute<T>(query)).rows

describe('of many who change one version at once, one wins and the rest are told', () => {
  test('50 publish a draft: one edition, one entry of the feed, one line of the log', async () => {
    const { id } = await createDraft(it, publisher)
    const answers = await Promise.all(Array.from({ length: 50 }, () => send(it, publisher, 'POST', `/articles/${id}/publish`, {}, 1)))
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, ...Array(49).fill(412)])
    const [made] = await rows(sql`SELECT (SELECT count(*)::int FROM editions WHERE article_id = ${id}) AS editions,
      (SELECT count(*)::int FROM changes WHERE entity_id = ${id}) AS feed,
      (SELECT count(*)::int FROM publication_log WHERE article_id = ${id}) AS log,
      (SELECT count(*)::int FROM audit_log WHERE entity_id = ${id}) AS audit`)
    expect(made).toEqual({ editions: 1, feed: 1, log: 1, audit: 2 })
  })

  test('everybody does something else to a published article', async () => {
    const [{ id, version }, target] = [await createPublished(it, publisher), await createPublished(it, publisher)]
    const moves: [string, object][] = [
      ['hold', {}],
      ['withdraw', { reason: 'Hết hiệu lực' }],
      ['remove', { answer: 'gone', reason: 'Nhầm' }],
      ['redirect', { target: target.id }],
      ['restore', { revision: 1 }],
      ['publish', { kind: 'major' }],
    ]
    const edit = (i: number) => send(it, publisher, 'PATCH', `/articles/${id}`, { sapo: `Lần ${i}` }, version)
    const move = ([verb, input]: [string, object]) => send(it, publisher, 'POST', `/articles/${id}/${verb}`, input, version)
    const answers = await Promise.all([...moves.map(move), ...[1, 2, 3].map(edit)])
    // Restoring what stands changes nothing, and publishing needs a draft: whoever comes first, neither takes the version away.
    const winners = answers.filter((answer) => answer.statusCode === 200 && answer.json().version === version + 1)
    expect(winners).toHaveLength(1)
    expect((await send(it, publisher, 'GET', `/articles/${id}`)).json().version).toBe(version + 1)
  })

  test('a draft is scheduled, published, submitted, handed on and deleted', async () => {
    const { id } = await createDraft(it, publisher)
    const answers = await Promise.all([
      send(it, publisher, 'POST', `/articles/${id}/schedule`, { at: inHours(1) }, 1),
      send(it, publisher, 'POST', `/articles/${id}/publish`, {}, 1),
      send(it, publisher, 'POST', `/articles/${id}/submit`, {}, 1),
      send(it, publisher, 'DELETE', `/articles/${id}`, undefined, 1),
    ])
    const statuses = answers.map((answer) => answer.statusCode)
    expect(statuses.filter((status) => status < 300)).toHaveLength(1)
    expect(statuses.filter((status) => status >= 300)).toEqual(Array(3).fill(statuses.includes(204) ? 404 : 412))
  })
})

interface Save {
  version: number
  text: string
  by: string
}

describe('20 editors who save 50 times each in 5 articles', () => {
  test('lose no acknowledged text: it stands in a revision, or its own author wrote over it', async () => {
    const unit = await createUnit(it)
    const editors = await Promise.all(Array.from({ length: 20 }, () => signIn(it, 'editor', unit)))
    const articles = await Promise.all(Array.from({ length: 5 }, () => createDraft(it, publisher, { unitId: unit })))
    const acknowledged = new Map<string, Save[]>(articles.map(({ id }) => [id, []]))
    let refused = 0

    const write = async (editor: SignedInForTest, id: string, name: string) => {
      let version = 1
      for (let i = 0; i < 50; i++) {
        const [method, path] = i % 2 ? (['PUT', '/autosave'] as const) : (['PATCH', ''] as const)
        const text = `${name}, lần ${i}`
        const answer = await send(it, editor, method, `/articles/${id}${path}`, { sapo: text }, version)
        expect([200, 412]).toContain(answer.statusCode)
        version = answer.json().version ?? (await send(it, editor, 'GET', `/articles/${id}`)).json().version
        if (answer.statusCode === 200) acknowledged.get(id)?.push({ version, text, by: editor.userId })
        else refused += 1
      }
    }
    await Promise.all(editors.map((editor, i) => write(editor, articles[i % 5]?.id ?? '', `Biên tập viên ${i}`)))

    const saves = [...acknowledged.values()].map((some) => some.sort((a, b) => a.version - b.version))
    expect(saves.flat().length + refused).toBe(20 * 50)
    for (const { id } of articles) await checkSaves(id, acknowledged.get(id) ?? [])
  })

  async function checkSaves(id: string, saves: Save[]): Promise<void> {
    // Unbroken: every version was given to exactly one save.
    expect(saves.map(({ version }) => version)).toEqual(saves.map((_, index) => index + 2))
    const revisions = await rows<{ sapo: string; saved_by: string }>(
      sql`SELECT sapo, saved_by FROM article_revisions WHERE article_id = ${id}`,
    )
    const kept = new Set(revisions.map(({ sapo }) => sapo))
    const lost = saves.filter(({ text, by }, index) => !kept.has(text) && saves[index + 1]?.by !== by)
    expect(lost).toEqual([])
    const audit = await rows<{ version: number; actor_id: string }>(
      sql`SELECT version, actor_id FROM audit_log WHERE entity_id = ${id} AND action = 'article.edit' ORDER BY version`,
    )
    expect(audit).toEqual(saves.map(({ version, by }) => ({ version, actor_id: by })))
  }
})

describe('articles that are redirected to each other at once', () => {
  test.each([2, 3, 5])('in a ring of %d neither wait for ever nor lead in a circle', async (size) => {
    for (let round = 0; round < 4; round++) {
      const ring = await Promise.all(Array.from({ length: size }, () => createPublished(it, publisher)))
      const answers = await Promise.all(
        ring.map(({ id, version }, i) =>
          send(it, publisher, 'POST', `/articles/${id}/redirect`, { target: ring[(i + 1) % size]?.id }, version),
        ),
      )
      const codes = answers.map((answer) => answer.json().code ?? 'redirected')
      expect(new Set(codes)).toEqual(new Set(['redirected', 'unknown_reference']))
      const remaining = ring.filter((_, i) => codes[i] !== 'redirected').map(({ id }) => id)
      for (const [i, { id }] of ring.entries()) {
        if (codes[i] !== 'redirected') continue
        const former = await it.app.inject({ url: `/api/v1/articles/${id}` })
        expect([former.statusCode, remaining.includes(former.json().replacedBy)]).toEqual([410, true])
      }
    }
  })
})
