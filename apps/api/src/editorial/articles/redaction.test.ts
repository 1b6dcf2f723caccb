import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAuthor, createCategory, createDraft, createPicture, send } from '../../../test/factories.ts'
import { type Move, makeMoves } from '../../../test/moves.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'

let it: TestApp
let admin: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  admin = await signIn(it, 'admin')
})
afterAll(() => it.close())

const name = 'Nguyễn Văn Kín'
const correction = { wrong: `Tên ${name}`, right: 'Không nêu tên', note: name }
const redact = (editions: number[]): Move => ['redact', { editions, reason: 'Nêu tên trẻ em' }]

/** Published twice with a name in everything that can hold one, then a third time without it. */
async function named(...moves: Move[]) {
  const draft = await createDraft(it, admin, {
    title: 'Tin buổi sáng',
    kicker: name,
    sapo: name,
    heroMediaId: (await createPicture(it)).id,
    bylines: [{ authorId: await createAuthor(it), role: 'text' }],
    categoryIds: [await createCategory(it)],
    event: { startsOn: '2026-11-23', place: name },
    source: { name },
  })
  const second: Move[] = [
    ['edit', { title: `${name} bị nạn` }],
    ['publish', { kind: 'correction', correction, note: name }],
  ]
  const clean = { title: 'Một em nhỏ bị nạn', kicker: null, sapo: null, event: null, source: null }
  return await makeMoves(
    it,
    admin,
    draft,
    ['publish', { note: name }],
    ...second,
    ['edit', clean],
    ['publish', { kind: 'minor' }],
    ...moves,
  )
}

const rows = async (query: ReturnType<typeof sql>) => (await it.database.db.execute(query)).rows
/** Every table in which the name still stands in a row of the article. */
async function namedIn(id: string): Promise<string[]> {
  const tables = [
    'article_revisions',
    'editions',
    'article_saves',
    'publication_log',
    'published.articles',
    'published.editions',
    'changes',
  ]
  const found: string[] = []
  for (const table of tables) {
    const hits = await rows(sql`SELECT 1 FROM ${sql.raw(table)} t WHERE t::text LIKE ${`%${id}%`} AND t::text LIKE ${`%${name}%`}`)
    if (hits.length > 0) found.push(table)
  }
  return found
}
const hashes = (id: string) => rows(sql`SELECT edition, hash, published_at, kind FROM editions WHERE article_id = ${id} ORDER BY edition`)

describe('redaction', () => {
  test('empties the documents, the revisions that led to them and what was corrected; numbers, times, kinds and hashes stay', async () => {
    const article = await named()
    expect(await namedIn(article.id)).toEqual(expect.arrayContaining(['article_revisions', 'editions', 'published.editions']))
    const before = await hashes(article.id)
    const after = await makeMoves(it, admin, article, redact([1, 2]))
    expect(await namedIn(article.id)).toEqual([])
    expect(await hashes(article.id)).toEqual(before)
    expect(
      await rows(
        sql`SELECT number, title, redacted_at IS NOT NULL AS emptied FROM article_revisions WHERE article_id = ${article.id} ORDER BY number`,
      ),
    ).toEqual([
      { number: 1, title: '', emptied: true },
      { number: 2, title: '', emptied: true },
      { number: 3, title: 'Một em nhỏ bị nạn', emptied: false },
    ])
    expect(
      await rows(
        sql`SELECT edition, document, redaction_reason FROM editions WHERE article_id = ${article.id} AND redacted_at IS NOT NULL ORDER BY 1`,
      ),
    ).toEqual([
      { edition: 1, document: '', redaction_reason: 'Nêu tên trẻ em' },
      { edition: 2, document: '', redaction_reason: 'Nêu tên trẻ em' },
    ])
    expect([after.publicState, after.workState, after.isRedacted, after.receipt?.reason]).toEqual([
      'published',
      'none',
      false,
      'personal_data',
    ])
  })

  test('tells portals to read again what is shown, and to delete what is not', async () => {
    const last = async () => (await rows(sql`SELECT action, reason FROM changes ORDER BY seq DESC LIMIT 1`))[0]
    await makeMoves(it, admin, await named(), redact([1]))
    expect(await last()).toEqual({ action: 'put', reason: 'personal_data' })
    await makeMoves(it, admin, await named(), ['hold'], redact([3]))
    expect(await last()).toEqual({ action: 'delete', reason: 'personal_data' })
  })

  test('of what readers are being shown is refused: a new edition or taking down comes first', async () => {
    for (const moves of [[], [['withdraw', { reason: 'Hết hạn' }]]] as Move[][]) {
      const { id, version } = await named(...moves)
      const shown = () => send(it, admin, 'POST', `/articles/${id}/redact`, { editions: [1, 3], reason: 'Trẻ em' }, version)
      const answer = await unchanged(it, shown)
      expect([answer.statusCode, answer.json().code]).toEqual([409, 'move_not_allowed'])
    }
  })

  test('of the newest edition ends its way back to readers: neither put back nor withdrawn, only published anew', async () => {
    const { id, version } = await named(['hold'], redact([3]))
    for (const [verb, input] of [
      ['put-back', {}],
      ['withdraw', { reason: 'Hết hạn' }],
    ] as const) {
      const answer = await unchanged(it, () => send(it, admin, 'POST', `/articles/${id}/${verb}`, input, version))
      expect([verb, answer.statusCode, answer.json().code]).toEqual([verb, 409, 'move_not_allowed'])
    }
    const removed = await makeMoves(it, admin, { id, version }, ['remove', { answer: 'gone', reason: 'Nêu tên' }])
    expect((await send(it, admin, 'POST', `/articles/${id}/put-back`, {}, removed.version)).statusCode).toBe(409)
    const anew = await makeMoves(it, admin, removed, ['edit', { title: 'Viết lại', sapo: 'Không tên' }], ['publish', { kind: 'major' }])
    expect([anew.publicState, anew.edition, anew.isRedacted]).toEqual(['published', 4, false])
  })

  test('leaves no way back to the words: no revision of them is restored or copied', async () => {
    const article = await named(redact([1, 2]))
    for (const revision of [1, 2]) {
      const answer = await unchanged(it, () => send(it, admin, 'POST', `/articles/${article.id}/restore`, { revision }, article.version))
      expect([answer.statusCode, answer.json().errors[0].pointer]).toEqual([422, '/revision'])
    }
    const emptied = await makeMoves(it, admin, article, ['hold'], redact([3]))
    const copy = await unchanged(it, () => send(it, admin, 'POST', `/articles/${emptied.id}/duplicate`, {}))
    expect([copy.statusCode, copy.json().code]).toEqual([409, 'conflict'])
  })

  test('of what is emptied already changes nothing', async () => {
    const { id, version } = await named(redact([1]))
    const again = await unchanged(it, () =>
      send(it, admin, 'POST', `/articles/${id}/redact`, { editions: [1], reason: 'Lần nữa' }, version),
    )
    expect([again.statusCode, again.json().version, again.json().receipt]).toEqual([200, version, null])
  })

  test('keeps a draft that came after it, which can go on', async () => {
    const held = await named(['edit', { title: 'Bản nháp mới' }], ['hold'])
    const after = await makeMoves(it, admin, held, redact([1, 2, 3]))
    expect([after.title, after.workState]).toEqual(['Bản nháp mới', 'draft'])
  })

  test('is all that may happen to a sealed revision or an edition, also for whoever has the database', async () => {
    const { id } = await named()
    for (const statement of [
      `UPDATE article_revisions SET title = 'khác' WHERE article_id = '${id}'`,
      `UPDATE article_revisions SET redacted_at = now(), title = '', body_text = '' WHERE article_id = '${id}'`,
      `DELETE FROM article_revisions WHERE article_id = '${id}'`,
      `UPDATE editions SET redacted_at = now(), redaction_reason = 'a', document = '', hash = 'b' WHERE article_id = '${id}'`,
      `UPDATE editions SET document = 'khác' WHERE article_id = '${id}'`,
      `DELETE FROM editions WHERE article_id = '${id}'`,
      `DELETE FROM articles WHERE id = '${id}'`,
    ]) {
      const failing = it.database.db.execute(statement)
      await expect(unchanged(it, () => failing.catch((error: { cause?: unknown }) => error.cause))).resolves.toMatchObject({
        severity: 'ERROR',
      })
    }
  })
})
