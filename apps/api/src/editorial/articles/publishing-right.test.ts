import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDraft, createPublished, createUnit, send } from '../../../test/factories.ts'
import { inHours, type Move, makeMoves } from '../../../test/moves.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'

let it: TestApp
let unit: string
let publisher: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  unit = await createUnit(it)
  publisher = await signIn(it, 'publisher', unit)
})
afterAll(() => it.close())

const code = (answer: Awaited<ReturnType<typeof send>>) => `${answer.statusCode} ${answer.json().code}`

/** Every way to make something public, or to take it away from readers. */
const ways: [verb: string, input: object, from: Move[]][] = [
  ['publish', {}, []],
  ['publish', { force: true, note: 'Gấp' }, []],
  ['publish', { kind: 'minor' }, [['publish'], ['edit', { sapo: 'Sửa' }]]],
  ['schedule', { at: inHours(1) }, []],
  ['unschedule', {}, [['schedule', { at: inHours(1) }]]],
  ['approve', {}, [['submit']]],
  ['hold', {}, [['publish']]],
  ['put-back', {}, [['publish'], ['hold']]],
  ['put-back', {}, [['publish'], ['withdraw', { reason: 'Hết hạn' }]]],
  ['withdraw', { reason: 'Hết hạn' }, [['publish']]],
  ['remove', { answer: 'gone', reason: 'Nhầm' }, [['publish']]],
]

describe('without the right to publish nothing becomes public, and nothing that is public changes', () => {
  test.each(ways)('%s %j is forbidden to an editor of the unit, and to the reporter who works on it', async (verb, input, from) => {
    const editor = await signIn(it, 'editor', unit)
    const reporter = await signIn(it, 'reporter', unit)
    const article = await makeMoves(it, publisher, await createDraft(it, publisher), ...from)
    await send(it, editor, 'POST', `/articles/${article.id}/assign`, { userId: reporter.userId }, article.version)
    await unchanged(it, async () => {
      for (const person of [editor, reporter]) {
        expect(code(await send(it, person, 'POST', `/articles/${article.id}/${verb}`, input, article.version))).toBe('403 forbidden')
      }
    })
  })

  test.each<[name: string, method: 'PATCH' | 'PUT', path: string]>([
    ['a patch', 'PATCH', ''],
    ['an autosave', 'PUT', '/autosave'],
  ])('%s takes no state and no time, and readers see nothing of it', async (_name, method, path) => {
    const reporter = await signIn(it, 'reporter', unit)
    const draft = await createDraft(it, reporter)
    await unchanged(it, async () => {
      for (const more of [
        { publicState: 'published' },
        { workState: 'approved' },
        { publishAt: inHours(-1) },
        { edition: 1 },
        { force: true },
      ]) {
        const answer = await send(it, reporter, method, `/articles/${draft.id}${path}`, { sapo: 'x', ...more }, draft.version)
        expect(code(answer)).toBe('400 invalid_request')
      }
    })
    expect((await send(it, reporter, method, `/articles/${draft.id}${path}`, { sapo: 'x' }, draft.version)).statusCode).toBe(200)
    expect((await it.app.inject({ url: `/api/v1/articles/${draft.id}` })).statusCode).toBe(404)
  })

  test('a patch and a restore of what is public begin a draft: readers go on reading the edition', async () => {
    const editor = await signIn(it, 'editor', unit)
    const published = await createPublished(it, publisher, { sapo: 'Lần đăng một' })
    const shown = async () => (await it.app.inject({ url: `/api/v1/articles/${published.id}` })).body
    const before = await shown()
    const edited = await makeMoves(it, editor, published, ['edit', { sapo: 'Bản nháp' }])
    const restored = await makeMoves(it, editor, edited, ['restore', { revision: 1 }])
    expect([edited.workState, restored.workState, restored.edition]).toEqual(['draft', 'draft', 1])
    expect(await shown()).toBe(before)
  })

  test('a duplicate of what is public is a draft', async () => {
    const editor = await signIn(it, 'editor', unit)
    const { id } = await createPublished(it, publisher)
    const copy = (await send(it, editor, 'POST', `/articles/${id}/duplicate`, {})).json()
    expect(code(await unchanged(it, () => send(it, editor, 'POST', `/articles/${copy.id}/publish`, {}, copy.version)))).toBe(
      '403 forbidden',
    )
    expect((await it.app.inject({ url: `/api/v1/articles/${copy.id}` })).statusCode).toBe(404)
  })

  test('a right that was lost counts from the next request on', async () => {
    const leaving = await signIn(it, 'publisher', unit)
    const draft = await createDraft(it, leaving)
    await it.database.db.execute(`UPDATE grants SET role = 'reporter' WHERE user_id = '${leaving.userId}'`)
    expect(code(await unchanged(it, () => send(it, leaving, 'POST', `/articles/${draft.id}/publish`, {}, draft.version)))).toBe(
      '403 forbidden',
    )
    await it.database.db.execute(`DELETE FROM grants WHERE user_id = '${leaving.userId}'`)
    expect(code(await unchanged(it, () => send(it, leaving, 'POST', `/articles/${draft.id}/publish`, {}, draft.version)))).toBe(
      '404 not_found',
    )
  })
})
