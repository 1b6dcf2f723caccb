import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDraft, send } from '../../../test/factories.ts'
import { type Move, makeMoves } from '../../../test/moves.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'

let it: TestApp
let admin: SignedInForTest
let colleague: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  admin = await signIn(it, 'admin')
  colleague = await signIn(it, 'publisher')
})
afterAll(() => it.close())

const name = 'Nguyễn Văn Kín'
const rows = async (query: ReturnType<typeof sql>) => (await it.database.db.execute(query)).rows
const titles = async (id: string) =>
  (await rows(sql`SELECT title FROM article_revisions WHERE article_id = ${id} ORDER BY number`)).map(({ title }) => title)
const redact = (input: object): Move => ['redact', { editions: [1], reason: 'Nêu tên trẻ em', ...input }]

/** Published with a name, still with it in a draft of a colleague's that was never published, then published without it. */
async function named() {
  const draft = await createDraft(it, admin, { title: `${name} bị nạn` })
  const published = await makeMoves(it, admin, draft, ['publish', {}], ['edit', { title: `${name} đã khoẻ` }])
  const edited = await makeMoves(it, colleague, published, ['edit', { title: 'Một em nhỏ đã khoẻ' }])
  return await makeMoves(it, colleague, edited, ['publish', { kind: 'major' }])
}

describe('redaction of an edition', () => {
  test('takes with it what was written on its ground and never published, up to the next edition', async () => {
    const { id, version } = await named()
    expect(await titles(id)).toEqual([`${name} bị nạn`, `${name} đã khoẻ`, 'Một em nhỏ đã khoẻ'])
    await makeMoves(it, admin, { id, version }, redact({}))
    expect(await titles(id)).toEqual(['', '', 'Một em nhỏ đã khoẻ'])
  })

  test('done again takes what was written since, and nothing else', async () => {
    const draft = await createDraft(it, admin, { title: `${name} bị nạn` })
    const down = await makeMoves(it, admin, draft, ['publish', {}], ['edit', { title: `${name}, bản nháp` }], ['hold', {}], redact({}))
    expect(await titles(draft.id)).toEqual(['', `${name}, bản nháp`])
    const cleaned = await makeMoves(it, colleague, down, ['edit', { title: 'Không còn tên' }])
    const entries = () => rows(sql`SELECT count(*)::int AS n FROM changes WHERE entity_id = ${draft.id}`)
    const before = await entries()
    const again = await makeMoves(it, admin, cleaned, redact({}))
    expect(await titles(draft.id)).toEqual(['', '', 'Không còn tên'])
    expect(await entries()).toEqual(before)
    const nothing = await unchanged(it, () =>
      send(it, admin, 'POST', `/articles/${draft.id}/redact`, { editions: [1], reason: 'Lần nữa' }, again.version),
    )
    expect(nothing.json().version).toBe(again.version)
  })

  test('takes the words of an opinion about an emptied text, not that it was given', async () => {
    const draft = await createDraft(it, admin, { title: `${name} bị nạn` })
    const { token } = (await send(it, admin, 'POST', `/articles/${draft.id}/opinions`, { name: 'Bà Lan' }, 1)).json()
    await it.app.inject({ method: 'POST', url: `/api/v1/opinions/${token}`, payload: { answer: 'change', text: `Bỏ tên ${name}` } })
    await makeMoves(it, admin, draft, ['publish', {}], ['hold', {}], redact({}))
    expect(await rows(sql`SELECT answer, text FROM opinions WHERE article_id = ${draft.id}`)).toEqual([{ answer: 'change', text: null }])
  })
})

describe('an address that names whom it must not', () => {
  test('is replaced on demand by one without words, and leads nowhere any more', async () => {
    const { id, version, slug } = await named()
    expect(slug).toContain('nguyen-van-kin')
    const after = await makeMoves(it, admin, { id, version }, redact({ address: 'replace' }))
    expect(after.slug).toBe(`bai-viet-${id.slice(-12)}`)
    expect(after.receipt?.served).toEqual([{ url: `http://localhost:3000/bai-viet/${after.slug}`, status: 200 }])
    expect((await it.app.inject(`/api/v1/articles/${slug}`)).statusCode).toBe(404)
    expect((await it.app.inject(`/api/v1/articles/${after.slug}`)).json().title).toBe('Một em nhỏ đã khoẻ')
  })

  test('stays when nobody asks', async () => {
    const { id, version, slug } = await named()
    expect((await makeMoves(it, admin, { id, version }, redact({}))).slug).toBe(slug)
  })
})
