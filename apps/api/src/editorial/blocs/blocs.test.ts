import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createUnit, send } from '../../../test/factories.ts'
import { said } from '../../../test/said.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { whileLocked } from '../../../test/while-locked.ts'

let it: TestApp
let publisher: SignedInForTest
let bloc: string
let members: string[]
beforeAll(async () => {
  it = await createTestApp()
  publisher = await signIn(it, 'publisher')
  bloc = await createUnit(it, { kind: 'bloc', name: 'Khối thi đua các sở' })
  members = await Promise.all(['Sở Tư pháp', 'Ban Dân tộc', 'Cục Thuế'].map((name) => createUnit(it, { name })))
})
afterAll(() => it.close())

const read = async () => (await send(it, publisher, 'GET', `/blocs/${bloc}`)).json()
const change = (input: object, version?: number, as = publisher) => send(it, as, 'PATCH', `/blocs/${bloc}`, input, version)
const [one, two, three] = [0, 1, 2].map((at) => () => members[at] as string) as [() => string, () => string, () => string]

test('a bloc has members on days and, in every year, who leads it: proposed, then decided; readers see both', async () => {
  const wanted = {
    members: [{ unitId: one() }, { unitId: two(), from: '2019-01-01' }, { unitId: three(), from: '2019-01-01', through: '2021-12-31' }],
    terms: [
      { year: 2021, unitId: one(), role: 'head', status: 'decided', decisionNo: '15/QĐ' },
      { year: 2021, unitId: three(), role: 'deputy', status: 'decided' },
      { year: 2022, unitId: two(), role: 'head', status: 'proposed' },
    ],
  }
  const answer = await change(wanted, 1)
  expect([answer.statusCode, answer.headers.etag]).toEqual([200, '"2"'])
  const { terms, ...said } = answer.json()
  expect(said).toEqual({
    id: bloc,
    version: 2,
    name: 'Khối thi đua các sở',
    unitPath: [bloc],
    members: [
      { unitId: two(), name: 'Ban Dân tộc', from: '2019-01-01', through: null },
      { unitId: three(), name: 'Cục Thuế', from: '2019-01-01', through: '2021-12-31' },
      { unitId: one(), name: 'Sở Tư pháp', from: null, through: null },
    ],
  })
  expect(terms).toEqual([
    { year: 2022, unitId: two(), name: 'Ban Dân tộc', role: 'head', status: 'proposed', decisionNo: null },
    { year: 2021, unitId: one(), name: 'Sở Tư pháp', role: 'head', status: 'decided', decisionNo: '15/QĐ' },
    { year: 2021, unitId: three(), name: 'Cục Thuế', role: 'deputy', status: 'decided', decisionNo: null },
  ])
  expect(await read()).toEqual(answer.json())
  const { slug } = (await send(it, publisher, 'GET', `/units/${bloc}`)).json()
  const shown = (await it.app.inject(`/api/v1/units/${slug}?asOf=2021-12-28`)).json()
  expect(shown.members.map(({ name }: { name: string }) => name)).toEqual(['Ban Dân tộc', 'Cục Thuế', 'Sở Tư pháp'])
  expect(shown.terms).toHaveLength(3)
  expect((await unchanged(it, () => change(wanted, 2))).json().version).toBe(2)
  const { rows } = await it.database.db.execute(sql`SELECT entity_id FROM changes WHERE entity = 'unit' ORDER BY seq`)
  expect(rows.map(({ entity_id }) => entity_id)).toEqual([bloc, ...members])
})

test('refused is what breaks a rule, in words and with its field, and nothing changes', async () => {
  const { version, terms } = await read()
  const [head] = terms.filter(({ year }: { year: number }) => year === 2021)
  const tries = [
    [{ members: [{ unitId: one() }, { unitId: one(), from: '2020-01-01' }] }, 409, '/members', 'bloc_members_no_overlap'],
    [{ members: [{ unitId: bloc }] }, 409, '/members', 'bloc_members_not_self'],
    [{ members: [{ unitId: one(), from: '2022-01-01' }] }, 409, '/terms', 'bloc_terms_of_members'],
    [{ members: [{ unitId: publisher.userId }] }, 422, '/members/0/unitId', 'unknown'],
    [{ members: [{ unitId: one(), from: '2022-01-01', through: '2021-12-31' }] }, 400, '/members/0/through', 'before_from'],
    [{ terms: [...terms, { ...head, name: undefined, unitId: two(), year: 2021 }] }, 409, '/terms', 'bloc_terms_one_head'],
    [{ terms: [{ year: 2023, unitId: three(), role: 'head', status: 'proposed' }] }, 409, '/terms', 'bloc_terms_of_members'],
  ] as const
  for (const [input, status, pointer, code] of tries) {
    const sent = 'terms' in input ? { terms: input.terms.map((term: object) => ({ ...term, name: undefined })) } : input
    const answer = await unchanged(it, () => change(sent, version))
    expect([answer.statusCode, answer.json().errors]).toEqual([status, [expect.objectContaining({ pointer, code })]])
  }
  const admin = await signIn(it, 'admin')
  const kind = await unchanged(it, () => send(it, admin, 'PATCH', `/units/${bloc}`, { kind: 'office' }, version))
  expect(kind.json().errors).toEqual([expect.objectContaining({ pointer: '/kind', code: 'units_bloc_with_members' })])
})

test('who may not, another version, and what is no bloc are refused; of two at once the second', async () => {
  const { version } = await read()
  const empty = { terms: [] }
  const [reporter, elsewhere] = [await signIn(it, 'reporter', bloc), await signIn(it, 'publisher', one())]
  const refused = await unchanged(it, async () => [
    await change(empty, version, reporter),
    await change(empty, version, elsewhere),
    await send(it, publisher, 'PATCH', `/blocs/${one()}`, empty, 1),
    await change(empty),
    await change(empty, version + 1),
  ])
  expect(refused.map(said)).toEqual([
    [403, 'forbidden'],
    [403, 'forbidden'],
    [404, 'not_found'],
    [428, 'version_required'],
    [412, 'version_stale'],
  ])
  const both = () => Promise.all([change(empty, version), change({ members: [], terms: [] }, version)])
  const answers = await whileLocked(it, sql`SELECT lock_organization()`, 2, both)
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412])
})
