import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDatedUnit } from '../../../test/dated-units.ts'
import { createPublished, createUnit, send } from '../../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { findSite } from '../../db/find-site.ts'

let it: TestApp
let admin: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  admin = await signIn(it, 'admin')
})
afterAll(() => it.close())

const on = '2025-07-01'
const carryOut = (plan: object, { dryRun = false, as = admin } = {}) =>
  send(it, as, 'POST', `/units/reorganize${dryRun ? '?dryRun=true' : ''}`, { on, ...plan })
const unit = async (id: string, asOf: string) => {
  const { rows } = await it.database.db.execute<{ slug: string }>(sql`SELECT slug FROM units WHERE id = ${id}`)
  return (await it.app.inject(`/api/v1/units/${rows[0]?.slug}?asOf=${asOf}`)).json()
}
const names = (list: { name: string }[]) => list.map(({ name }) => name)

/** Somebody in a post of the unit since 2020. Answers the appointment's id. */
async function appoint(unitId: string, name: string): Promise<string> {
  const { rows } = await it.database.db.execute<{ id: string }>(sql`
    WITH person AS (INSERT INTO people (id, slug, full_name, sort_key) VALUES (gen_random_uuid(), gen_random_uuid()::text, ${name}, ${name}) RETURNING id),
    post AS (INSERT INTO posts (id, unit_id, name) VALUES (gen_random_uuid(), ${unitId}, 'Giám đốc') RETURNING id)
    INSERT INTO appointments (id, post_id, person_id, period, kind)
    SELECT gen_random_uuid(), post.id, person.id, '[2020-01-01,)', 'substantive' FROM person, post RETURNING id`)
  return rows[0]?.id ?? ''
}

async function join(blocId: string, unitId: string): Promise<void> {
  await it.database.db.execute(
    sql`INSERT INTO bloc_members (id, bloc_id, unit_id, period) VALUES (gen_random_uuid(), ${blocId}, ${unitId}, '[2019-01-01,)')`,
  )
}

async function theRoot(): Promise<string> {
  return (await findSite(it.database.db)).rootUnitId ?? ''
}

describe('a merger', () => {
  test('makes one unit of two on a day, with what stood below them, their people, memberships and roles, and is undone as a whole', async () => {
    const above = await createUnit(it, { name: 'Tỉnh' })
    const [finance, planning] = [
      await createUnit(it, { name: 'Sở Tài chính', parentId: above }),
      await createUnit(it, { name: 'Sở Kế hoạch', parentId: above }),
    ]
    const office = await createUnit(it, { name: 'Văn phòng Sở', parentId: planning })
    const bloc = await createUnit(it, { name: 'Khối', kind: 'bloc' })
    for (const member of [finance, planning]) await join(bloc, member)
    const [staying, leaving] = [await appoint(finance, 'Trần An'), await appoint(planning, 'Lê Bình')]
    const editor = await signIn(it, 'editor', planning)
    const article = await createPublished(it, admin, { title: 'Việc của sở', unitId: planning })
    const merger = {
      verb: 'merge',
      unitIds: [finance, planning],
      into: { make: { name: 'Sở Tài chính mới', kind: 'department' } },
      appointmentIds: [staying],
    }

    const tried = await unchanged(it, () => carryOut(merger, { dryRun: true }))
    const done = await carryOut(merger)
    expect([tried.statusCode, done.statusCode]).toEqual([200, 200])
    const idsAside = (effects: object) => JSON.parse(JSON.stringify(effects, (key, value) => (key === 'id' ? undefined : value)))
    expect(idsAside(tried.json())).toEqual(idsAside(done.json()))
    expect(done.json()).toMatchObject({
      made: [{ name: 'Sở Tài chính mới' }],
      ended: [{ name: 'Sở Tài chính', kind: 'merged', successors: [{ name: 'Sở Tài chính mới' }] }, { name: 'Sở Kế hoạch' }],
      joined: [{ bloc: { name: 'Khối' }, unit: { name: 'Sở Tài chính mới' } }],
      roles: [{ role: 'editor', unit: { name: 'Sở Kế hoạch' } }],
      articles: 1,
    })
    expect(
      done
        .json()
        .appointments.map((one: { person: { name: string }; goesOnIn: object | null }) => [one.person.name, one.goesOnIn !== null]),
    ).toEqual(
      expect.arrayContaining([
        ['Trần An', true],
        ['Lê Bình', false],
      ]),
    )
    expect(leaving).not.toBe(staying)
    const madeId = done.json().made[0].id
    expect((await it.app.inject('/api/v1/search/suggest?q=so+tai+chinh+moi')).body).toContain('Sở Tài chính mới')

    expect(names((await unit(above, '2025-06-30')).children)).toEqual(['Sở Kế hoạch', 'Sở Tài chính'])
    expect(names((await unit(above, on)).children)).toEqual(['Sở Tài chính mới'])
    expect(names((await unit(madeId, on)).children)).toEqual(['Văn phòng Sở'])
    expect(names((await unit(madeId, on)).predecessors)).toEqual(['Sở Kế hoạch', 'Sở Tài chính'])
    expect((await unit(planning, on)).closedOn).toBe(on)
    expect(names((await unit(planning, on)).successors)).toEqual(['Sở Tài chính mới'])
    expect((await unit(madeId, on)).posts).toMatchObject([{ name: 'Giám đốc', holders: [{ person: { name: 'Trần An' }, from: on }] }])
    expect((await unit(finance, '2025-06-30')).posts).toMatchObject([{ holders: [{ through: '2025-06-30' }] }])
    expect(names((await unit(bloc, on)).members)).toEqual(['Sở Tài chính mới'])
    expect(names((await unit(bloc, '2025-06-30')).members)).toEqual(['Sở Kế hoạch', 'Sở Tài chính'])

    // A role over what has ended is one over what follows it, and over what was filed there.
    const draft = await send(it, editor, 'POST', '/articles', { title: 'Bài mới', unitId: madeId })
    expect(draft.statusCode).toBe(201)
    expect((await send(it, editor, 'GET', `/articles/${article.id}`)).statusCode).toBe(200)

    const list = (await send(it, admin, 'GET', '/reorganizations')).json().data
    expect(list[0]).toMatchObject({ verb: 'merge', on, canBeUndone: true, undoneAt: null })
    expect((await unchanged(it, () => send(it, admin, 'POST', `/reorganizations/${list[0].id}/undo`, {}))).statusCode).toBe(409)
    await send(it, editor, 'DELETE', `/articles/${draft.json().id}`, undefined, 1)
    expect((await send(it, admin, 'POST', `/reorganizations/${list[0].id}/undo`, {})).statusCode).toBe(204)
    expect(names((await unit(above, on)).children)).toEqual(['Sở Kế hoạch', 'Sở Tài chính'])
    expect(names((await unit(planning, on)).children)).toEqual(['Văn phòng Sở'])
    expect((await unit(planning, on)).posts).toMatchObject([{ holders: [{ person: { name: 'Lê Bình' }, through: null }] }])
    expect(office).not.toBe(planning)
    expect((await send(it, admin, 'POST', `/reorganizations/${list[0].id}/undo`, {})).statusCode).toBe(409)
  })

  test('into one of them lets that one stay', async () => {
    const [stays, ends] = [await createUnit(it, { name: 'Phường Một' }), await createUnit(it, { name: 'Phường Hai' })]
    const done = await carryOut({ verb: 'merge', unitIds: [stays, ends], into: { id: stays } })
    expect([done.statusCode, names(done.json().ended)]).toEqual([200, ['Phường Hai']])
    expect(names((await unit(stays, on)).predecessors)).toEqual(['Phường Hai'])
  })

  test('loosens no rule: what follows a unit is held to its policy, which stands in the settings by the name of before', async () => {
    const [stays, ends] = [await createUnit(it, { name: 'Xã Ba' }), await createUnit(it, { name: 'Xã Bốn' })]
    const { version } = (await send(it, admin, 'GET', `/settings/units/${ends}`)).json()
    expect((await send(it, admin, 'PUT', `/settings/units/${ends}`, { publishingPolicy: 'review' }, version)).statusCode).toBe(200)
    await carryOut({ verb: 'merge', unitIds: [stays, ends], into: { id: stays } })
    const { id } = (await send(it, admin, 'POST', '/articles', { title: 'Của xã mới', unitId: stays })).json()
    expect((await send(it, admin, 'POST', `/articles/${id}/publish`, {}, 1)).json().code).toBe('move_not_allowed')
    expect(names((await send(it, admin, 'GET', '/settings')).json().units)).toEqual(['Xã Bốn'])
  })
})

test('a split leaves what belonged to a unit with the first that follows it; what is closed leaves it with what it stood below', async () => {
  const above = await createUnit(it, { name: 'Huyện' })
  const whole = await createUnit(it, { name: 'Phòng chung', parentId: above })
  const team = await createUnit(it, { name: 'Tổ', parentId: whole })
  const into = [{ make: { name: 'Phòng một', kind: 'department' } }, { make: { name: 'Phòng hai', kind: 'department' } }]
  const done = await carryOut({ verb: 'split', unitId: whole, into })
  expect([done.statusCode, names(done.json().made)]).toEqual([200, ['Phòng một', 'Phòng hai']])
  const [first] = done.json().made
  expect(names((await unit(first.id, on)).children)).toEqual(['Tổ'])
  expect((await carryOut({ verb: 'close', unitId: first.id, on: '2026-01-01' })).statusCode).toBe(200)
  expect(names((await unit(team, '2026-01-01')).parents).at(-1)).toBe('Huyện')
  expect((await unit(first.id, '2026-01-01')).successors).toEqual([])
})

test('a unit is called otherwise from the day on, also from a day to come, until the name that was planned behind it', async () => {
  const id = await addDatedUnit(it.database.db, {
    slug: 'doi-ten',
    names: [
      ['Sở cũ', '(,2030-01-01)'],
      ['Sở sau này', '[2030-01-01,)'],
    ],
  })
  const done = await carryOut({ verb: 'rename', unitId: id, name: 'Sở mới', on: '2028-05-01' })
  expect(done.json().renamed).toEqual([{ id, name: 'Sở mới', before: 'Sở cũ' }])
  const called = async (asOf: string) => (await unit(id, asOf)).name
  expect([await called('2028-04-30'), await called('2028-05-01'), await called('2030-01-01')]).toEqual(['Sở cũ', 'Sở mới', 'Sở sau này'])
})

test('the site goes on as what follows its root unit, with everybody’s roles', async () => {
  const root = await theRoot()
  const own = await signIn(it, 'admin', root)
  const plan = { verb: 'replace', unitId: root, into: { make: { name: 'Tỉnh hợp nhất', kind: 'agency' } } }
  expect((await unchanged(it, () => carryOut({ ...plan, on: '2199-01-01' }))).statusCode).toBe(409)
  expect((await carryOut(plan)).statusCode).toBe(200)
  expect(await theRoot()).not.toBe(root)
  expect((await send(it, own, 'GET', '/settings')).statusCode).toBe(200)
  const [last] = (await send(it, admin, 'GET', '/reorganizations')).json().data
  expect((await send(it, own, 'POST', `/reorganizations/${last.id}/undo`, {})).statusCode).toBe(204)
  expect(await theRoot()).toBe(root)
})

describe('refused, with nothing changed', () => {
  test('are units that are not there, now or on that day, rules that would break, and what is no plan', async () => {
    const gone = await addDatedUnit(it.database.db, {
      slug: 'da-het',
      names: [['Đã hết', '(,2020-01-01)']],
      closed: { on: '2020-01-01', in: [] },
    })
    const [one, two] = [await createUnit(it), await createUnit(it)]
    const refused = async (plan: object) => {
      const answer = await unchanged(it, () => carryOut(plan))
      return [answer.statusCode, answer.json().code]
    }
    expect(await refused({ verb: 'close', unitId: '01a20909-061d-755d-8764-728896a90855' })).toEqual([422, 'unknown_reference'])
    expect(await refused({ verb: 'close', unitId: gone })).toEqual([409, 'conflict'])
    expect(await refused({ verb: 'merge', unitIds: [one], into: { id: one } })).toEqual([400, 'invalid_request'])
    expect(await refused({ verb: 'replace', unitId: one, into: { id: one } })).toEqual([409, 'conflict'])
    expect(await refused({ verb: 'split', unitId: one, into: [{ id: two }] })).toEqual([400, 'invalid_request'])
    expect(await refused({ verb: 'dissolve', unitId: one })).toEqual([400, 'invalid_request'])
  })

  test('are those who do not change all the units that are named', async () => {
    const [mine, others] = [await createUnit(it), await createUnit(it)]
    const own = await signIn(it, 'admin', mine)
    const publisher = await signIn(it, 'publisher')
    const merger = { verb: 'merge', unitIds: [mine], into: { id: others } }
    for (const as of [own, publisher]) expect((await unchanged(it, () => carryOut(merger, { as }))).statusCode).toBe(403)
    expect(
      (
        await unchanged(it, () =>
          carryOut({ verb: 'replace', unitId: mine, into: { make: { name: 'X', kind: 'other', parentId: null } } }, { as: own }),
        )
      ).statusCode,
    ).toBe(403)
    expect((await send(it, own, 'GET', '/reorganizations')).statusCode).toBe(403)
    expect((await carryOut({ verb: 'rename', unitId: mine, name: 'Của tôi' }, { as: own })).statusCode).toBe(200)
  })
})
