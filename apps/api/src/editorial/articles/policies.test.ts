import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createCategory, createDraft, createUnit, send } from '../../../test/factories.ts'
import { askFor, inHours, makeMoves } from '../../../test/moves.ts'
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

type Policy = 'direct' | 'review' | 'strict'
type Article = { id: string; version: number }
const post = (as: SignedInForTest, { id, version }: Article, verb: string, input: object = {}) =>
  send(it, as, 'POST', `/articles/${id}/${verb}`, input, version)
const refusal = async (...request: Parameters<typeof post>) => (await unchanged(it, () => post(...request))).json().code

describe('the strictest policy counts', () => {
  type Owner = { unitId?: string; categoryIds?: string[] }
  const asked: [name: string, site: Policy, ask: () => Promise<Owner>, policy: Policy][] = [
    ['of the site', 'review', async () => ({}), 'review'],
    ['of the unit', 'direct', () => strictUnit('strict'), 'strict'],
    [
      'of a unit above it',
      'direct',
      async () => ({ unitId: await createUnit(it, { parentId: (await strictUnit('review')).unitId }) }),
      'review',
    ],
    [
      'of one of its categories',
      'direct',
      async () => ({ categoryIds: [await createCategory(it), await strictCategory('strict')] }),
      'strict',
    ],
    ['of a category above one', 'direct', async () => ({ categoryIds: [await below(await strictCategory('review'))] }), 'review'],
    ['of the site, where it asks for more than the unit', 'strict', () => strictUnit('review'), 'strict'],
    ['of the unit, where it asks for more than the site', 'review', () => strictUnit('strict'), 'strict'],
  ]
  test.each(asked)('%s', async (_name, site, ask, policy) => {
    const anywhere = await signIn(it, 'publisher')
    await askFor(it, site)
    const draft = await createDraft(it, anywhere, { unitId: unit, ...(await ask()) })
    expect((await send(it, anywhere, 'GET', `/articles/${draft.id}`)).json().policy).toBe(policy)
    expect(await refusal(anywhere, draft, 'publish')).toBe('move_not_allowed')
    expect(await refusal(anywhere, draft, 'schedule', { at: inHours(1) })).toBe('move_not_allowed')
  })

  test('of a category that readers saw it in, until two people have published it without', async () => {
    const category = await strictCategory('strict')
    const byTwo = await makeMoves(it, reporter, await createDraft(it, reporter, { unitId: unit, categoryIds: [category] }), ['submit'])
    const published = await makeMoves(it, publisher, byTwo, ['approve'], ['publish'])
    const rewritten = await makeMoves(it, publisher, published, ['edit', { title: 'Một người viết lại', categoryIds: [] }])
    expect([rewritten.policy, await refusal(publisher, rewritten, 'publish', { kind: 'major' })]).toEqual(['strict', 'move_not_allowed'])
    const submitted = await makeMoves(it, publisher, rewritten, ['submit'])
    const out = await makeMoves(it, other, submitted, ['approve'], ['publish', { kind: 'major' }])
    expect(out.policy).toBe('direct')
  })

  async function strictUnit(policy: 'review' | 'strict') {
    const unitId = await createUnit(it)
    await askFor(it, policy, { unit: unitId })
    return { unitId }
  }
  async function strictCategory(policy: 'review' | 'strict') {
    const category = await createCategory(it)
    await askFor(it, policy, { category })
    return category
  }
  async function below(parent: string) {
    const category = await createCategory(it)
    await it.database.db.execute(sql`UPDATE categories SET parent_id = ${parent} WHERE id = ${category}`)
    return category
  }
})

describe.each(['review', 'strict'] as const)('under %s', (policy) => {
  test('nobody approves what he wrote last, whatever his role; whoever else may publish does', async () => {
    await askFor(it, policy)
    const admin = await signIn(it, 'admin')
    const submitted = await makeMoves(it, admin, await createDraft(it, admin, { unitId: unit }), ['submit'])
    expect(await refusal(admin, submitted, 'approve')).toBe('second_person_needed')
    expect((await post(publisher, submitted, 'approve')).json().workState).toBe('approved')
  })

  test('a reviewer who mends the text keeps it in review, and somebody else approves', async () => {
    await askFor(it, policy)
    const submitted = await makeMoves(it, reporter, await createDraft(it, reporter), ['submit'])
    const mended = await makeMoves(it, publisher, submitted, ['edit', { sapo: 'Sửa câu' }])
    expect([mended.workState, mended.revision]).toEqual(['in_review', 2])
    expect(await refusal(publisher, mended, 'approve')).toBe('second_person_needed')
    expect((await post(other, mended, 'approve')).statusCode).toBe(200)
  })

  test('an approval is of one revision: any change afterwards ends it', async () => {
    await askFor(it, policy)
    const submitted = await makeMoves(it, reporter, await createDraft(it, reporter), ['submit'])
    const approved = await makeMoves(it, publisher, submitted, ['approve'])
    const changed = await makeMoves(it, publisher, approved, ['edit', { sapo: 'Chen thêm' }])
    expect([changed.workState, changed.isApproved]).toEqual(['draft', false])
    expect(await refusal(publisher, changed, 'publish')).toBe('move_not_allowed')
  })
})

describe('a draft that a reviewer gave back', () => {
  test('says so with who and when, until it is handed in again', async () => {
    const back = async ({ id }: Article) => (await send(it, reporter, 'GET', `/articles/${id}`)).json().returned
    const draft = await createDraft(it, reporter)
    expect(await back(draft)).toBeNull()
    const returned = await makeMoves(it, publisher, await makeMoves(it, reporter, draft, ['submit']), ['return', { note: 'Thiếu ngày' }])
    expect(await back(draft)).toEqual({ at: expect.stringMatching(/\+07:00$/), by: 'Test publisher' })
    const edited = await makeMoves(it, reporter, returned, ['edit', { sapo: 'Ngày 28.' }])
    expect(edited.returned).toMatchObject({ by: 'Test publisher' })
    expect((await makeMoves(it, reporter, edited, ['submit'], ['recall'])).returned).toBeNull()
  })
})
