import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPublished, createUnit, send } from '../../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'

let it: TestApp
let publisher: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  publisher = await signIn(it, 'publisher')
})
afterAll(() => it.close())

const add = (input: object, as: SignedInForTest | null = publisher) => send(it, as, 'POST', '/abbreviations', input)
const change = (id: string, input: object, version?: number) => send(it, publisher, 'PATCH', `/abbreviations/${id}`, input, version)
const remove = (id: string, version?: number) => send(it, publisher, 'DELETE', `/abbreviations/${id}`, undefined, version)
const titles = async (q: string) =>
  (await it.app.inject(`/api/v1/search?q=${encodeURIComponent(q)}`)).json().data.map(({ title }: { title: string }) => title)
const lastDeed = async () =>
  (await it.database.db.execute(sql`SELECT action, version, fields, detail FROM audit_log ORDER BY id DESC LIMIT 1`)).rows[0]

describe('an abbreviation', () => {
  test('acts on the next search, both ways, as long as it is there and as it is now', async () => {
    await createPublished(it, publisher, { title: 'Trung tâm PVHCC mở cửa' })
    await createPublished(it, publisher, { title: 'Phục vụ hành chính công ngày thứ bảy' })
    expect(await titles('PVHCC')).toEqual(['Trung tâm PVHCC mở cửa'])

    const added = await add({ short: '  PVHCC ', long: 'phục  vụ hành chính công' })
    expect([added.statusCode, added.headers.etag]).toEqual([201, '"1"'])
    const { id, ...said } = added.json()
    expect((await send(it, publisher, 'GET', `/abbreviations/${id}`)).json()).toEqual({ id, ...said })
    expect(said).toEqual({ version: 1, short: 'PVHCC', long: 'phục vụ hành chính công' })
    expect(await titles('pvhcc')).toHaveLength(2)
    expect(await titles('phuc vu hanh chinh cong')).toHaveLength(2)
    expect(await lastDeed()).toEqual({ action: 'abbreviation.create', version: 1, fields: [], detail: { short: 'PVHCC', long: said.long } })

    const changed = await change(id, { long: 'phục vụ hậu cần' }, 1)
    expect([changed.statusCode, changed.json().version, await titles('pvhcc')]).toEqual([200, 2, ['Trung tâm PVHCC mở cửa']])
    expect(await lastDeed()).toMatchObject({ action: 'abbreviation.edit', version: 2, fields: ['long'] })
    expect((await unchanged(it, () => change(id, { short: 'PVHCC' }, 2))).json().version).toBe(2)
    await change(id, { long: said.long }, 2)
    expect(await titles('pvhcc')).toHaveLength(2)

    expect((await remove(id, 3)).statusCode).toBe(204)
    expect(await titles('pvhcc')).toEqual(['Trung tâm PVHCC mở cửa'])
    expect(await lastDeed()).toMatchObject({ action: 'abbreviation.delete', version: 3, detail: { short: 'PVHCC' } })
  })

  test('is listed by its short form, page by page, with those that come with the software', async () => {
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: { data: { short: string }[]; page: { next: string | null } } = (
        await send(it, publisher, 'GET', `/abbreviations?limit=20${cursor && `&cursor=${cursor}`}`)
      ).json()
      seen.push(...page.data.map(({ short }) => short))
      cursor = page.page.next
    }
    expect(seen.length).toBeGreaterThan(40)
    expect(seen).toEqual(seen.toSorted(new Intl.Collator('vi').compare))
    expect(seen).toContain('UBND')
  })

  test('may stand for several things, and several for one', async () => {
    expect((await add({ short: 'CTK', long: 'Cục Thống kê' })).statusCode).toBe(201)
    expect((await add({ short: 'CTK', long: 'chương trình khuyến nông' })).statusCode).toBe(201)
    expect((await add({ short: 'C.TK', long: 'Cục Thống kê' })).statusCode).toBe(201)
  })
})

describe('refused is', () => {
  test.each([
    ['what is no word', { short: '&&', long: 'và' }, 400, '/short'],
    ['what is searched alike', { short: 'thi dua', long: 'Thi đua' }, 400, '/long'],
    ['more than a hundred letters', { short: 'a'.repeat(101), long: 'b' }, 400, '/short'],
    ['one form alone', { short: 'ABC' }, 400, '/long'],
    ['what is there, however it is marked', { short: 'ubnd', long: 'uỷ ban nhân dân' }, 409, '/short'],
    ['what is there the other way round', { short: 'Ủy ban nhân dân', long: 'UBND' }, 409, '/short'],
  ])('%s', async (_what, input, status, pointer) => {
    const answer = await unchanged(it, () => add(input))
    expect([answer.statusCode, answer.json().errors?.[0]?.pointer]).toEqual([status, pointer])
  })

  test('a change into another one that is there, without a version, with a stale one, and of none', async () => {
    const { id } = (await add({ short: 'HU', long: 'Huyện ủy' })).json()
    const answers = [
      [change(id, { short: 'UBND', long: 'ủy ban nhân dân' }, 1), 409],
      [change(id, { long: 'hu' }, 1), 400],
      [change(id, { long: 'x' }), 428],
      [change(id, { long: 'x' }, 2), 412],
      [remove(id), 428],
      [remove(id, 2), 412],
      [remove(publisher.userId, 1), 404],
      [change(publisher.userId, { long: 'x' }, 1), 404],
    ] as const
    await unchanged(it, async () => {
      for (const [answer, status] of answers) expect((await answer).statusCode).toBe(status)
    })
  })

  test('who may only look, and what is one too many', async () => {
    const id = (await it.database.db.execute<{ id: string }>(sql`SELECT id FROM abbreviations LIMIT 1`)).rows[0]?.id as string
    for (const [reader, mayRead] of [
      [await signIn(it, 'editor'), true],
      [await signIn(it, 'auditor'), true],
      [await signIn(it, 'publisher', await createUnit(it)), false],
      [await signIn(it, 'reporter'), false],
    ] as const) {
      expect((await send(it, reader, 'GET', '/abbreviations')).statusCode).toBe(mayRead ? 200 : 403)
      const answers = await unchanged(it, async () => [
        await add({ short: 'X', long: 'xa' }, reader),
        await send(it, reader, 'PATCH', `/abbreviations/${id}`, { long: 'xa' }, 1),
        await send(it, reader, 'DELETE', `/abbreviations/${id}`, undefined, 1),
      ])
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403])
    }
    await it.database.db.execute(sql`
      INSERT INTO abbreviations (id, short, long) SELECT gen_random_uuid(), 'K' || n, 'khác ' || n FROM generate_series(1, 1000) AS n`)
    expect((await unchanged(it, () => add({ short: 'X', long: 'xa' }))).statusCode).toBe(409)
  })
})

test('of two who add the same at once one does', async () => {
  await it.database.db.execute(sql`DELETE FROM abbreviations WHERE short LIKE 'K%' AND long LIKE 'khác%'`)
  const answers = await Promise.all([add({ short: 'QLNN', long: 'quản lý nhà nước' }), add({ short: 'qlnn', long: 'Quản lý Nhà nước' })])
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409])
})
