import { bodyFromText } from '@bantin/shared/body/body-from-text'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDraft, createUnit, send } from '../../../test/factories.ts'
import { makeMoves } from '../../../test/moves.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'

let it: TestApp
let editor: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  editor = await signIn(it, 'editor')
})
afterAll(() => it.close())

const ask = async (q: string, rest = '', as = editor) => await send(it, as, 'GET', `/articles?q=${encodeURIComponent(q)}${rest}`)
const search = async (...asked: Parameters<typeof ask>): Promise<string[]> =>
  (await ask(...asked)).json().data.map(({ title }: { title: string }) => title)

describe('the desk finds what is being written', () => {
  test('by words of title, kicker, sapo and text, whatever marks are typed, newest change first', async () => {
    await createDraft(it, editor, { title: 'Đê biển Cái Đôi' })
    await createDraft(it, editor, { title: 'Một', kicker: 'Đê biển' })
    await createDraft(it, editor, { title: 'Hai', sapo: 'Gia cố đê biển trước mùa bão.' })
    await createDraft(it, editor, { title: 'Ba', body: bodyFromText('Nước dâng sát chân đê biển.') })
    for (const q of ['đê biển', 'de bien', 'ĐÊ BIÊN', 'Đê biển'.normalize('NFD')]) {
      expect([q, await search(q)]).toEqual([q, ['Ba', 'Hai', 'Một', 'Đê biển Cái Đôi']])
    }
    expect(await search('"chân đê"')).toEqual(['Ba'])
    expect(await search('đê biển -"chân đê" -kicker -bão')).toEqual(['Một', 'Đê biển Cái Đôi'])
    expect(await search('đê biển', '&limit=1')).toEqual(['Ba'])
  })

  test('by short forms and what they stand for', async () => {
    await createDraft(it, editor, { title: 'Sở KH&ĐT trình phương án' })
    expect(await search('sở kế hoạch và đầu tư trình')).toEqual(['Sở KH&ĐT trình phương án'])
  })

  test('at once after it is saved, by its newest words alone: also after restoring, and of a published article by those of its draft', async () => {
    const draft = await createDraft(it, editor, { title: 'Lũ quét qua bản Xá' })
    await send(it, editor, 'PUT', `/articles/${draft.id}/autosave`, { title: 'Mưa đá ở bản Xá' }, 1)
    expect([await search('lũ quét'), await search('mưa đá')]).toEqual([[], ['Mưa đá ở bản Xá']])
    const other = await signIn(it, 'publisher')
    await send(it, other, 'PATCH', `/articles/${draft.id}`, { sapo: 'Thiệt hại về hoa màu.' }, 2)
    await send(it, other, 'PATCH', `/articles/${draft.id}`, { sapo: null }, 3)
    expect(await search('hoa màu')).toEqual([])
    const restored = await send(it, other, 'POST', `/articles/${draft.id}/restore`, { revision: 1 }, 4)
    expect([restored.statusCode, await search('mưa đá')]).toEqual([200, ['Mưa đá ở bản Xá']])
    await makeMoves(it, other, restored.json(), ['publish', {}], ['edit', { title: 'Giông lốc ở bản Xá' }])
    expect([await search('mưa đá'), await search('giông lốc')]).toEqual([[], ['Giông lốc ở bản Xá']])
  })

  test('together with the filters of the list, page by page', async () => {
    for (const title of ['Hạn mặn một', 'Hạn mặn hai', 'Hạn mặn ba']) await createDraft(it, editor, { title })
    const first = (await ask('hạn mặn', '&limit=2')).json()
    expect(first.data).toHaveLength(2)
    expect(await search('hạn mặn', `&limit=2&cursor=${first.page.next}`)).toEqual(['Hạn mặn một'])
    expect((await ask('hạn', `&limit=2&cursor=${first.page.next}`)).json().code).toBe('invalid_cursor')
    expect(await search('hạn mặn', '&workState=in_review')).toEqual([])
    expect(await search('hạn mặn', '&me=true')).toHaveLength(3)
  })

  test('only as far as one may read it', async () => {
    const [unit, other] = [await createUnit(it), await createUnit(it)]
    const chief = await signIn(it, 'editor', unit)
    await createDraft(it, editor, { title: 'Chuyện kín của ta', unitId: unit })
    await createDraft(it, editor, { title: 'Chuyện kín của họ', unitId: other })
    expect(await search('chuyện kín', '', chief)).toEqual(['Chuyện kín của ta'])
    expect(await search('chuyện kín của họ', '', chief)).toEqual([])
    expect(await search('chuyện kín', '', await signIn(it, 'reporter', unit))).toEqual([])
  })

  test('and nothing by what has no letter and no digit, or by what is only left out', async () => {
    for (const q of ['?!', '   ', '-biển', '🎉']) expect([q, await search(q)]).toEqual([q, []])
  })
})

test('a draft that is deleted takes its words with it', async () => {
  const { id } = await createDraft(it, editor, { title: 'Bỏ đi' })
  await send(it, editor, 'DELETE', `/articles/${id}`, undefined, 1)
  const { rows } = await it.database.db.execute(sql`SELECT FROM draft_terms WHERE article_id = ${id}`)
  expect(rows).toEqual([])
})

test.each([
  ['201 characters', 'a'.repeat(201)],
  ['17 words', 'a '.repeat(17)],
  ['nothing', ''],
])('%s are refused', async (_what, q) => {
  const answer = await unchanged(it, () => ask(q))
  expect(answer.json()).toMatchObject({ status: 400, code: 'invalid_request' })
})
