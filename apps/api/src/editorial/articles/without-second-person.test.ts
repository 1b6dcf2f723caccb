import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createDraft, createUnit, send } from '../../../test/factories.ts'
import { askFor, makeMoves } from '../../../test/moves.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'

let it: TestApp
let unit: string
let reporter: SignedInForTest
let publisher: SignedInForTest
let other: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  unit = await createUnit(it)
  reporter = await signIn(it, 'reporter', unit)
  publisher = await signIn(it, 'publisher', unit)
  other = await signIn(it, 'publisher', unit)
})
afterAll(() => it.close())
afterEach(() => askFor(it, 'direct'))

type Article = { id: string; version: number }
const post = (as: SignedInForTest, { id, version }: Article, verb: string, input: object = {}) =>
  send(it, as, 'POST', `/articles/${id}/${verb}`, input, version)
const refusal = async (...request: Parameters<typeof post>) => (await unchanged(it, () => post(...request))).json().code

describe('by force', () => {
  const force = { force: true, note: 'Bão đang vào, không thể chờ' }

  test('a publisher goes ahead under review, and the article stays on the list until a second person has looked at it', async () => {
    await askFor(it, 'review')
    const forced = await makeMoves(it, publisher, await createDraft(it, publisher), ['publish', force])
    expect(forced).toMatchObject({ publicState: 'published', unreviewed: { note: force.note, by: 'Test publisher' } })
    const listed = async () => (await send(it, other, 'GET', '/articles?unreviewed=true')).json().data.map(({ id }: Article) => id)
    expect(await listed()).toContain(forced.id)
    expect(await refusal(publisher, forced, 'approve')).toBe('second_person_needed')
    const published = await it.database.db.execute(sql`SELECT note FROM editions WHERE article_id = ${forced.id}`)
    expect(published.rows).toEqual([{ note: null }])
    const seen = await makeMoves(it, other, forced, ['approve', { note: 'Đã xem' }])
    expect([seen.workState, seen.publicState, seen.unreviewed, seen.receipt]).toEqual(['none', 'published', null, null])
    expect(await listed()).not.toContain(forced.id)
    expect(await refusal(other, seen, 'approve')).toBe('move_not_allowed')
  })

  test('also out of review; a newer edition that was approved takes it off the list', async () => {
    await askFor(it, 'review')
    const submitted = await makeMoves(it, reporter, await createDraft(it, reporter), ['submit'])
    const forced = await makeMoves(it, publisher, submitted, ['publish', force])
    const next = await makeMoves(it, reporter, forced, ['edit', { sapo: 'Bổ sung' }], ['submit'])
    expect(next.unreviewed).not.toBeNull()
    const done = await makeMoves(it, publisher, next, ['approve'], ['publish', { kind: 'major' }])
    expect(done.unreviewed).toBeNull()
  })

  test.each([
    ['without a note', {}],
    ['with an empty one', { note: ' ' }],
    ['with none on purpose', { note: null }],
  ])('%s is refused: it says why it cannot wait', async (_name, note) => {
    await askFor(it, 'review')
    const draft = await createDraft(it, publisher)
    const answer = await unchanged(it, () => post(publisher, draft, 'publish', { force: true, ...note }))
    expect([answer.statusCode, answer.json().errors[0].pointer]).toEqual([422, '/note'])
  })

  test('nobody goes ahead under strict, and nobody below a publisher anywhere', async () => {
    await askFor(it, 'review')
    const draft = await createDraft(it, reporter)
    expect(await refusal(reporter, draft, 'publish', force)).toBe('forbidden')
    await askFor(it, 'strict')
    expect(await refusal(publisher, draft, 'publish', force)).toBe('move_not_allowed')
  })
})

describe('a minor edition', () => {
  test('needs no second person where the site says so, and only of what is published before', async () => {
    await askFor(it, 'strict')
    const submitted = await makeMoves(it, reporter, await createDraft(it, reporter), ['submit'])
    const published = await makeMoves(it, publisher, submitted, ['approve'], ['publish'])
    const mended = await makeMoves(it, publisher, published, ['edit', { sapo: 'Chính tả' }])
    expect(await refusal(publisher, mended, 'publish', { kind: 'minor' })).toBe('move_not_allowed')
    await it.database.db.execute(sql`UPDATE sites SET minor_direct = true`)
    expect(await refusal(publisher, mended, 'publish', { kind: 'major' })).toBe('move_not_allowed')
    expect(await refusal(publisher, await createDraft(it, publisher), 'publish', { kind: 'minor' })).toBe('move_not_allowed')
    expect((await post(publisher, mended, 'publish', { kind: 'minor' })).json()).toMatchObject({ edition: 2, unreviewed: null })
    await it.database.db.execute(sql`UPDATE sites SET minor_direct = false`)
  })
})
