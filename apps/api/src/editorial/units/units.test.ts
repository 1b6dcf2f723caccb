import type { EditorialUnit } from '@bantin/shared/editorial-units'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDraft, createUnit, send } from '../../../test/factories.ts'
import { said } from '../../../test/said.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { whileLocked } from '../../../test/while-locked.ts'

let it: TestApp
let admin: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  admin = await signIn(it, 'admin')
})
afterAll(() => it.close())

const read = async (id: string): Promise<EditorialUnit> => (await send(it, admin, 'GET', `/units/${id}`)).json()
const change = (id: string, input: object, version?: number, as = admin) => send(it, as, 'PATCH', `/units/${id}`, input, version)
const remove = (id: string, version?: number, as = admin) => send(it, as, 'DELETE', `/units/${id}`, undefined, version)
async function add(input: object): Promise<EditorialUnit> {
  const answer = await send(it, admin, 'POST', '/units', { kind: 'office', ...input })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json()
}
const namesOf = async (query: Record<string, string>) =>
  (await send(it, admin, 'GET', `/units?${new URLSearchParams(query)}`)).json().data.map(({ name }: { name: string }) => name)
const lastDeed = async () =>
  (await it.database.db.execute(sql`SELECT action, entity_id, version, fields, detail FROM audit_log ORDER BY id DESC LIMIT 1`)).rows[0]
const feedOf = async (id: string) =>
  (await it.database.db.execute(sql`SELECT action, reason, entity FROM changes WHERE entity_id = ${id} ORDER BY seq`)).rows

describe('a unit', () => {
  test('is made with its name from a day on, below another one, and is shown, found, noted and told', async () => {
    const parent = await add({ name: 'Sở Nội vụ' })
    const contacts = { phone: '0212 3852 999', email: null }
    const input = { name: 'Ban Thi đua – Khen thưởng', shortName: 'BTĐKT', kind: 'office', codeScheme: 'MĐD', code: 'H52.21', contacts }
    const answer = await send(it, admin, 'POST', '/units', { ...input, parentId: parent.id, from: '2008-01-01', order: 3 })
    const unit: EditorialUnit = answer.json()
    expect([answer.statusCode, answer.headers.etag, answer.headers.location]).toEqual([201, '"1"', `/api/v1/editorial/units/${unit.id}`])
    expect(unit).toEqual({
      id: expect.any(String),
      version: 1,
      slug: 'ban-thi-dua-khen-thuong',
      kind: 'office',
      name: input.name,
      shortName: 'BTĐKT',
      code: 'H52.21',
      codeScheme: 'MĐD',
      order: 3,
      parent: { id: parent.id, name: 'Sở Nội vụ' },
      closedOn: null,
      contacts: { phone: '0212 3852 999' },
      openingHours: null,
      names: [{ name: input.name, shortName: 'BTĐKT', from: '2008-01-01', through: null }],
      parents: [{ parentId: parent.id, name: 'Sở Nội vụ', from: '2008-01-01', through: null }],
      predecessors: [],
      successors: [],
      unitPath: [unit.id, parent.id],
    })
    expect(await read(unit.id)).toEqual(unit)
    expect(await lastDeed()).toMatchObject({ action: 'unit.create', entity_id: unit.id, version: 1 })
    expect(await feedOf(unit.id)).toEqual([{ action: 'put', reason: 'updated', entity: 'unit' }])
    const { data: entries } = (await it.app.inject('/api/v1/changes?include=article')).json()
    expect(entries.find((entry: { id: string }) => entry.id === unit.id)).toMatchObject({ action: 'put', entity: 'unit', article: null })
    expect((await it.app.inject(`/api/v1/units/${unit.slug}`)).json()).toMatchObject({ name: input.name, parentId: parent.id })
    for (const q of ['thi dua khen thuong', 'Khen thưởng', 'btdkt', 'H52.21']) expect(await namesOf({ q })).toEqual([input.name])
    expect(await namesOf({ q: '%' })).toEqual([])
  })

  test('has an address of its name that nobody has, nor had', async () => {
    const slugs = [await add({ name: 'Sở Tính' }), await add({ name: 'Sở Tỉnh' })].map(({ slug }) => slug)
    expect(slugs).toEqual(['so-tinh', 'so-tinh-2'])
  })

  test('is called otherwise from a day on, and stands elsewhere: lists are of the day asked about', async () => {
    const [before, after] = [await add({ name: 'Tỉnh Cũ' }), await add({ name: 'Tỉnh Mới' })]
    const { id, names, parents } = await add({ name: 'Sở Lao động', parentId: before.id, from: '2000-01-01' })
    const renamed = {
      names: [
        { ...names[0], through: '2025-02-28' },
        { name: 'Sở Nội vụ và Lao động', from: '2025-03-01' },
      ],
      parents: [
        { ...parents[0], name: undefined, through: '2025-06-30' },
        { parentId: after.id, from: '2025-07-01' },
      ],
    }
    const answer = await change(id, renamed, 1)
    expect([answer.statusCode, answer.headers.etag, answer.json().name, answer.json().parent.name]).toEqual([
      200,
      '"2"',
      'Sở Nội vụ và Lao động',
      'Tỉnh Mới',
    ])
    expect(await lastDeed()).toMatchObject({ action: 'unit.edit', version: 2, fields: ['names', 'parents'] })
    expect(await namesOf({ parentId: before.id, asOf: '2025-02-28' })).toEqual(['Sở Lao động'])
    expect(await namesOf({ parentId: before.id, asOf: '2025-06-30' })).toEqual(['Sở Nội vụ và Lao động'])
    expect(await namesOf({ parentId: after.id })).toEqual(['Sở Nội vụ và Lao động'])
    expect(await namesOf({ q: 'so lao dong' })).toEqual(['Sở Nội vụ và Lao động'])
    expect(await namesOf({ q: 'so lao dong', asOf: '1999-12-31' })).toEqual([])
    expect(await namesOf({ q: 'so lao dong', asOf: '1999-12-31', closed: 'true' })).toEqual(['Sở Lao động'])
    const below = ({ id }: { id: string }, asOf: string) => namesOf({ parentId: id, asOf, closed: 'true' })
    expect([await below(before, '1999-12-31'), await below(after, '1999-12-31')]).toEqual([['Sở Lao động'], []])
    expect([await below(before, '2026-01-01'), await below(after, '2026-01-01')]).toEqual([[], ['Sở Nội vụ và Lao động']])
    const again = await unchanged(it, () => change(id, renamed, 2))
    expect([again.statusCode, again.json().version]).toEqual([200, 2])
  })

  test('leads on from every address that it had, in both languages, and none of them is given to another one', async () => {
    const { id } = await add({ name: 'Chi cục Một' })
    await change(id, { slug: 'chi-cuc-hai' }, 1)
    await change(id, { slug: 'chi-cuc-ba' }, 2)
    const ways = async () =>
      (await it.database.db.execute(sql`SELECT from_path_query AS from, url FROM redirects WHERE url LIKE '%/chi-cuc-%' ORDER BY 1`)).rows
    expect(await ways()).toEqual([
      { from: '/don-vi/chi-cuc-hai', url: '/don-vi/chi-cuc-ba' },
      { from: '/don-vi/chi-cuc-mot', url: '/don-vi/chi-cuc-ba' },
      { from: '/en/don-vi/chi-cuc-hai', url: '/en/don-vi/chi-cuc-ba' },
      { from: '/en/don-vi/chi-cuc-mot', url: '/en/don-vi/chi-cuc-ba' },
    ])
    const other = await add({ name: 'Chi cục Một' })
    expect(other.slug).toBe('chi-cuc-mot-2')
    const taken = await unchanged(it, () => change(other.id, { slug: 'chi-cuc-hai' }, 1))
    expect([said(taken), taken.json().errors[0].pointer]).toEqual([[409, 'conflict'], '/slug'])
    expect((await unchanged(it, () => change(other.id, { slug: 'chi-cuc-ba' }, 1))).json().errors[0].pointer).toBe('/slug')
    // Back to one of its own.
    expect((await change(id, { slug: 'chi-cuc-mot' }, 3)).statusCode).toBe(200)
    expect((await ways()).map(({ from, url }) => `${from} ${url}`)).toContain('/don-vi/chi-cuc-ba /don-vi/chi-cuc-mot')
    expect((await ways()).map(({ from }) => from)).not.toContain('/don-vi/chi-cuc-mot')
    expect((await remove(id, 4)).statusCode).toBe(204)
    expect(await ways()).toEqual([])
  })

  test('is deleted while nothing refers to it, and the feed tells', async () => {
    const { id } = await add({ name: 'Lập nhầm' })
    expect((await remove(id, 1)).statusCode).toBe(204)
    expect(said(await send(it, admin, 'GET', `/units/${id}`))).toEqual([404, 'not_found'])
    expect((await feedOf(id)).at(-1)).toEqual({ action: 'delete', reason: 'removed', entity: 'unit' })
    const [parent, named, owner, bloc] = [
      await createUnit(it),
      await createUnit(it),
      await createUnit(it),
      await createUnit(it, { kind: 'bloc' }),
    ]
    await createUnit(it, { parentId: parent })
    await createDraft(it, admin, { units: [{ unitId: named, role: 'lead' }] })
    await createDraft(it, admin, { unitId: owner })
    await send(it, admin, 'PATCH', `/blocs/${bloc}`, { members: [{ unitId: owner }] }, 1)
    for (const [unit, words, version] of [
      [parent, /stand or stood below/, 1],
      [named, /Articles name/, 1],
      [owner, /belong/, 1],
      [bloc, /members/, 2],
    ] as const) {
      const answer = await unchanged(it, () => remove(unit, version))
      expect([said(answer), answer.json().detail]).toEqual([[409, 'conflict'], expect.stringMatching(words)])
    }
  })
})

describe('refused is, and changes nothing', () => {
  test.each([
    ['two names on one day', { names: [{ name: 'A' }, { name: 'B', from: '2020-01-01' }] }, 409, '/names', 'unit_names_no_overlap'],
    [
      'days without a name',
      {
        names: [
          { name: 'A', through: '2019-12-31' },
          { name: 'B', from: '2020-01-02' },
        ],
      },
      409,
      '/names',
      'unit_names_without_gap',
    ],
    ['an end, which is a reorganization', { names: [{ name: 'A', through: '2020-01-01' }] }, 409, '/names', 'unit_names_until_closed'],
    [
      'a name that ends before it begins',
      { names: [{ name: 'A', from: '2020-01-02', through: '2020-01-01' }] },
      400,
      '/names/0/through',
      'before_from',
    ],
    ['half a code', { code: 'H52' }, 400, '/codeScheme', 'missing'],
    ['a code that another unit has', { codeScheme: 'MĐD', code: 'H52.99' }, 409, '/code', 'units_code'],
    ['no name', { names: [] }, 400, '/names', 'minItems'],
    [
      'a parent that is not there',
      { parents: [{ parentId: '00000000-0000-7000-8000-000000000000' }] },
      422,
      '/parents/0/parentId',
      'unknown',
    ],
  ])('%s', async (_what, input, status, pointer, code) => {
    const id = await createUnit(it)
    if (code === 'units_code') await add({ name: 'Có mã', codeScheme: 'MĐD', code: 'H52.99' })
    const answer = await unchanged(it, () => change(id, input, 1))
    const [fault] = answer.json().errors
    expect([answer.statusCode, fault.pointer]).toEqual([status, pointer])
    if (status !== 400) expect(fault.code).toBe(code)
    if (status === 409) expect(answer.json().detail).toBe(fault.message)
  })

  test('what would stand above itself, or below one on days without it', async () => {
    const [top, young] = [await add({ name: 'Trên' }), await add({ name: 'Mới lập', from: '2024-01-01' })]
    const below = await add({ name: 'Dưới', parentId: top.id })
    const rules = [
      [top.id, { parents: [{ parentId: below.id, from: '2030-01-01' }] }, 'unit_parents_no_cycle'],
      [top.id, { parents: [{ parentId: top.id }] }, 'unit_parents_not_self'],
      [below.id, { parents: [{ parentId: young.id }] }, 'unit_parents_in_life'],
      [below.id, { parents: [{ parentId: top.id }, { parentId: young.id, from: '2025-01-01' }] }, 'unit_parents_no_overlap'],
    ] as const
    for (const [id, input, rule] of rules) {
      const answer = await unchanged(it, () => change(id, input, 1))
      expect([said(answer), answer.json().errors]).toEqual([
        [409, 'conflict'],
        [expect.objectContaining({ pointer: '/parents', code: rule })],
      ])
    }
    await change(below.id, { parents: [{ parentId: young.id, from: '2024-01-01' }] }, 1)
    const shorter = await unchanged(it, () => change(young.id, { names: [{ name: 'Mới lập', from: '2024-02-01' }] }, 1))
    expect(shorter.json().errors[0].code).toBe('unit_parents_in_life')
    const late = await unchanged(it, () => send(it, admin, 'POST', '/units', { name: 'X', kind: 'office', parentId: young.id }))
    expect(late.json().errors[0].code).toBe('unit_parents_in_life')
  })

  test('a change without a version, with a stale one, and of two at once the second', async () => {
    const id = await createUnit(it)
    expect((await unchanged(it, () => change(id, { order: 1 }))).statusCode).toBe(428)
    expect((await unchanged(it, () => change(id, { order: 1 }, 7))).statusCode).toBe(412)
    const both = () => Promise.all([change(id, { order: 1 }, 1), change(id, { order: 2 }, 1)])
    const answers = await whileLocked(it, sql`SELECT lock_organization()`, 2, both)
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412])
  })

  test('two that would put each under the other at once: one of them', async () => {
    const [one, other] = [await createUnit(it), await createUnit(it)]
    const both = () => Promise.all([change(one, { parents: [{ parentId: other }] }, 1), change(other, { parents: [{ parentId: one }] }, 1)])
    const answers = await whileLocked(it, sql`SELECT lock_organization()`, 2, both)
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  })
})

describe('who administers a unit', () => {
  test('changes it and what is below it, makes units there, and may neither take it away from above nor touch others', async () => {
    const root = await createUnit(it)
    const own = await createUnit(it, { parentId: root })
    const [child, elsewhere] = [await createUnit(it, { parentId: own }), await createUnit(it)]
    const local = await signIn(it, 'admin', own)
    expect((await change(own, { openingHours: '7h30–11h30' }, 1, local)).statusCode).toBe(200)
    expect((await change(child, { order: 4 }, 1, local)).statusCode).toBe(200)
    expect((await send(it, local, 'POST', '/units', { name: 'Tổ mới', kind: 'office', parentId: own })).statusCode).toBe(201)
    const answers = await unchanged(it, async () => [
      await change(own, { parents: [] }, 2, local),
      await change(child, { parents: [{ parentId: elsewhere }] }, 2, local),
      await change(elsewhere, { order: 1 }, 1, local),
      await remove(root, 1, local),
      await send(it, local, 'POST', '/units', { name: 'Gốc', kind: 'office' }),
      await send(it, local, 'POST', '/units', { name: 'Chỗ khác', kind: 'office', parentId: elsewhere }),
    ])
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403, 403, 403, 403])
  })

  test('is no publisher, and whoever has no role sees nothing', async () => {
    const id = await createUnit(it)
    const [publisher, reporter] = [await signIn(it, 'publisher', id), await signIn(it, 'reporter', id)]
    for (const as of [publisher, reporter]) {
      expect(said(await unchanged(it, () => change(id, { order: 1 }, 1, as)))).toEqual([403, 'forbidden'])
      expect((await send(it, as, 'GET', `/units/${id}`)).statusCode).toBe(200)
    }
    await it.database.db.execute(sql`DELETE FROM grants WHERE user_id = ${reporter.userId}`)
    expect(said(await send(it, reporter, 'GET', '/units'))).toEqual([403, 'forbidden'])
  })
})

test('the list gives every unit once, by name, page by page', async () => {
  const seen: string[] = []
  let cursor = ''
  do {
    const { data, page } = (await send(it, admin, 'GET', `/units?limit=7${cursor}`)).json()
    seen.push(...data.map(({ id }: { id: string }) => id))
    cursor = page.next ? `&cursor=${page.next}` : ''
  } while (cursor !== '')
  const { rows } = await it.database.db.execute<{ id: string }>(sql`
    SELECT u.id FROM units u JOIN unit_names n ON n.unit_id = u.id AND n.period @> published.today() ORDER BY n.name COLLATE "vi-x-icu", u.id`)
  expect(seen).toEqual(rows.map(({ id }) => id))
  expect(seen.length).toBeGreaterThan(20)
})
