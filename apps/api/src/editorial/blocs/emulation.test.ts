import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDatedUnit } from '../../../test/dated-units.ts'
import { createUnit, send } from '../../../test/factories.ts'
import { said } from '../../../test/said.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'

let it: TestApp
let publisher: SignedInForTest
let editor: SignedInForTest
let elsewhere: SignedInForTest
const ids: Record<string, string> = {}
const names = { hd: 'Văn phòng HĐND', ub: 'Văn phòng UBND', kb: 'Kho bạc Nhà nước', dt: 'Ban Dân tộc' }
beforeAll(async () => {
  it = await createTestApp()
  publisher = await signIn(it, 'publisher')
  ids.bloc = await createUnit(it, { kind: 'bloc', name: 'Khối thi đua', slug: 'khoi' })
  for (const [key, name] of Object.entries(names)) ids[key] = await createUnit(it, { name, slug: key })
  ids.tax = await addDatedUnit(it.database.db, {
    slug: 'thue',
    names: [
      ['Cục Thuế tỉnh', '(,2022-07-01)'],
      ['Thuế tỉnh Sông Trà', '[2022-07-01,)'],
    ],
  })
  ids.later = await createUnit(it, { name: 'Sở Mới' })
  ids.person = (await send(it, publisher, 'POST', '/people', { name: 'Nguyễn Thị Ánh', slug: 'nguyen-thi-anh' })).json().id
  await it.database.db.execute(sql`UPDATE units SET code_scheme = 'QĐ20', code = 'H00.90' WHERE id = ${ids.kb}`)
  editor = await signIn(it, 'editor')
  elsewhere = await signIn(it, 'publisher', ids.kb)
  const members = [
    ...['hd', 'ub', 'kb', 'dt', 'tax'].map((key) => ({ unitId: ids[key], from: '2015-01-01' })),
    { unitId: ids.later, from: '2023-01-01' },
  ]
  const answer = await send(it, publisher, 'PATCH', `/blocs/${ids.bloc}`, { members }, 1)
  expect(answer.statusCode).toBe(200)
})
afterAll(() => it.close())

const path = (year: number) => `/blocs/${ids.bloc}/years/${year}`
const read = async (year: number) => (await send(it, publisher, 'GET', path(year))).json()
const put = (year: number, input: object, version?: number, as = publisher) => send(it, as, 'PUT', path(year), input, version)
const importTable = (year: number, table: object, version?: number, query = '') =>
  send(it, publisher, 'POST', `${path(year)}/import${query}`, table, version)
const shown = (year: number) => it.app.inject(`/api/v1/units/khoi/emulation/${year}`)
const told = async () => {
  const { rows } = await it.database.db.execute(sql`SELECT entity_id FROM changes ORDER BY seq`)
  return rows.map(({ entity_id }) => entity_id)
}

const rows = [
  ['1', 'Văn phòng HĐND', '97,5', '98'],
  ['2', 'van phong ubnd.', '100', '103.25'],
  ['3', 'H00.90', '', '98,0'],
  ['4', 'Thuế tỉnh Sông Trà', '1', '90'],
]
const mapping = { member: 1, self: 2, final: 3 }

test('a table is tried, taken and decided: members by code or by names of then and now, ties share a rank, and readers see it once it is decided', async () => {
  expect(await read(2021)).toMatchObject({ version: 0, status: 'proposed', results: [], legalBasis: null })
  const tried = await unchanged(it, () => importTable(2021, { rows, mapping }, 0, '?dryRun=true'))
  const found = tried.json()
  const brief = ({ line, name, self, final, rank, problems }: Record<string, unknown>) => [line, name, self, final, rank, problems]
  expect(found.rows.map(brief)).toEqual([
    [1, 'Văn phòng HĐND', 97.5, 98, 2, []],
    [2, 'Văn phòng UBND', 100, 103.25, 1, []],
    [3, 'Kho bạc Nhà nước', null, 98, 2, []],
    [4, 'Cục Thuế tỉnh', 1, 90, 4, []],
  ])
  expect([found.taken, found.missing.map(({ name }: { name: string }) => name)]).toEqual([false, ['Ban Dân tộc']])
  const before = await told()
  const taken = await importTable(2021, { rows, mapping, legalBasis: 'Nghị định 91/2017/NĐ-CP' }, 0)
  expect([taken.statusCode, taken.headers.etag, taken.json().taken]).toEqual([200, '"1"', true])
  const { results, ...year } = await read(2021)
  expect(results.map(({ name, rank }: { name: string; rank: number }) => [rank, name])).toEqual([
    [1, 'Văn phòng UBND'],
    [2, 'Kho bạc Nhà nước'],
    [2, 'Văn phòng HĐND'],
    [4, 'Cục Thuế tỉnh'],
  ])
  expect([(await shown(2021)).statusCode, await told()]).toEqual([404, before])
  const decided = {
    status: 'decided',
    legalBasis: year.legalBasis,
    results: results.map(({ name: _, ...result }: { name: string }) => result),
  }
  expect((await put(2021, decided, 1)).json()).toMatchObject({ version: 2, status: 'decided' })
  const emulation = (await shown(2021)).json()
  expect(emulation).toMatchObject({ year: 2021, legalBasis: 'Nghị định 91/2017/NĐ-CP', awards: [] })
  expect(emulation.results.map(({ unit, final, rank }: (typeof emulation.results)[0]) => [rank, unit.name, final])).toEqual([
    [1, 'Văn phòng UBND', 103.25],
    [2, 'Kho bạc Nhà nước', 98],
    [2, 'Văn phòng HĐND', 98],
    [4, 'Cục Thuế tỉnh', 90],
  ])
  expect((await it.app.inject(`/api/v1/units/${ids.bloc}/emulation/2021`)).json()).toEqual(emulation)
  expect((await it.app.inject('/api/v1/units/khoi')).json().emulationYears).toEqual([2021])
  expect(await told()).toEqual([...before, ids.bloc])
  expect((await unchanged(it, () => put(2021, decided, 2))).json().version).toBe(2)
  expect((await send(it, publisher, 'GET', `/blocs/${ids.bloc}/years`)).json().data).toEqual([
    { year: 2021, version: 2, status: 'decided', results: 4 },
  ])
})

test('every row that cannot be taken is named with its line, and then nothing of the table is kept', async () => {
  const wrong = {
    rows: [
      ['Tổng cộng', '1.234', '1,5', 'a'.repeat(1001)],
      ['Văn phòng', 'chín', '1', ''],
      ['', '', ' ', ''],
      ['Kho bạc Nhà nước', '9', '1', ''],
      ['kho bac nha nuoc', '8', '2', ''],
      ['Sở Mới', '7', '3', ''],
    ],
    lines: [5, 6, 7, 8, 9, 10],
    mapping: { member: 0, final: 1, rank: 2, note: 3 },
  }
  const tried = (await unchanged(it, () => importTable(2022, wrong, 0, '?dryRun=true'))).json()
  const problems = tried.rows.map(({ line, problems }: { line: number; problems: { code: string }[] }) => [
    line,
    problems.map(({ code }) => code),
  ])
  expect(problems).toEqual([
    [5, ['member_unknown', 'not_a_number', 'not_a_rank', 'too_long']],
    [6, ['member_unknown', 'not_a_number']],
    [8, []],
    [9, ['member_twice']],
    [10, ['member_unknown']],
  ])
  const answer = await unchanged(it, () => importTable(2022, wrong, 0))
  expect(said(answer)).toEqual([400, 'invalid_request'])
  expect(answer.json().errors.at(-2)).toMatchObject({
    pointer: '/rows/3',
    code: 'member_twice',
    message: 'Line 9: Line 8 is of the same member.',
  })
  await it.database.db.execute(sql`UPDATE unit_names SET short_name = 'VP' WHERE unit_id IN (${ids.hd}, ${ids.ub})`)
  const ambiguous = await importTable(2022, { rows: [['VP', '1']], mapping: { member: 0, final: 1 } }, 0, '?dryRun=true')
  expect(ambiguous.json().rows[0].problems).toMatchObject([{ code: 'member_ambiguous' }])
})

test('refused are strangers to the bloc, other versions, members of other years and what is there twice', async () => {
  const one = { status: 'proposed', results: [{ unitId: ids.kb, final: 120 }] }
  const of = (...units: unknown[]) => ({ status: 'proposed', results: units.map((unitId) => ({ unitId })) })
  const refused = await unchanged(it, async () => [
    await put(2021, one, 2, elsewhere),
    await put(2021, one, 2, editor),
    await put(2021, one),
    await put(2021, one, 1),
    await put(2021, of(ids.later), 2),
    await put(2021, of(ids.kb, ids.kb), 2),
    await send(it, publisher, 'PUT', `/blocs/${ids.kb}/years/2021`, one, 0),
    await put(1944, one, 0),
  ])
  expect(refused.map(said)).toEqual([
    [403, 'forbidden'],
    [403, 'forbidden'],
    [428, 'version_required'],
    [412, 'version_stale'],
    [422, 'unknown_reference'],
    [400, 'invalid_request'],
    [404, 'not_found'],
    [400, 'invalid_request'],
  ])
  const ranked = await put(2020, { ...of(ids.hd, ids.ub, ids.kb, ids.dt), ranking: 'final' }, 0)
  expect(ranked.json().results.map(({ rank }: { rank: unknown }) => rank)).toEqual([null, null, null, null])
})

test('a commendation is proposed, decided and revoked, and is on the pages of whoever won it as soon as it is decided', async () => {
  const create = (input: object, as = publisher) =>
    send(it, as, 'POST', `/blocs/${ids.bloc}/awards`, { year: 2021, title: 'Cờ thi đua', ...input })
  const flag = await create({ unitId: ids.tax, status: 'proposed' })
  expect(flag.json()).toMatchObject({ version: 1, unit: { id: ids.tax, name: 'Cục Thuế tỉnh' }, person: null, status: 'proposed' })
  const patch = (input: object, version?: number, as = publisher) =>
    send(it, as, 'PATCH', flag.headers.location?.slice(17) ?? '', input, version)
  expect(flag.headers.location).toBe(`/api/v1/editorial/awards/${flag.json().id}`)
  expect((await shown(2021)).json().awards).toEqual([])
  const before = await told()
  const decision = { status: 'decided', authority: 'Chủ tịch UBND tỉnh', on: '2022-01-20', decisionNo: '12/QĐ-UBND' }
  const refused = await unchanged(it, async () => [
    await create({ unitId: ids.tax, personId: ids.person, status: 'proposed' }),
    await create({ status: 'proposed' }),
    await create({ unitId: ids.later, status: 'proposed' }),
    await create({ unitId: ids.kb, status: 'decided' }),
    await create({ personId: ids.kb, status: 'proposed' }),
    await create({ unitId: ids.person, status: 'proposed' }),
    await create({ unitId: ids.kb, status: 'proposed' }, editor),
    await patch({ status: 'revoked' }, 1),
    await patch(decision),
    await patch(decision, 2),
  ])
  expect(refused.map(said)).toEqual([
    ...Array.from({ length: 4 }, () => [409, 'conflict']),
    ...Array.from({ length: 2 }, () => [422, 'unknown_reference']),
    [403, 'forbidden'],
    [409, 'conflict'],
    [428, 'version_required'],
    [412, 'version_stale'],
  ])
  expect((await patch(decision, 1)).json()).toMatchObject({ version: 2, ...decision })
  expect(await told()).toEqual([...before, ids.bloc, ids.tax])
  const certificate = (await create({ personId: ids.person, title: 'Bằng khen', ...decision })).json()
  const awardsAt = async (page: string) => (await it.app.inject(`/api/v1${page}`)).json().awards
  const bloc = { name: 'Khối thi đua' }
  expect(await awardsAt('/units/thue')).toMatchObject([{ year: 2021, bloc, title: 'Cờ thi đua', status: 'decided', on: '2022-01-20' }])
  expect(await awardsAt('/people/nguyen-thi-anh')).toMatchObject([{ year: 2021, bloc, title: 'Bằng khen', decisionNo: '12/QĐ-UBND' }])
  expect(await awardsAt('/units/khoi/emulation/2021')).toMatchObject([
    { title: 'Cờ thi đua', unit: { name: 'Cục Thuế tỉnh' }, person: null },
    { title: 'Bằng khen', unit: null, person: { name: 'Nguyễn Thị Ánh' } },
  ])
  expect((await patch({ status: 'revoked' }, 2)).json().status).toBe('revoked')
  expect(await awardsAt('/units/thue')).toMatchObject([{ status: 'revoked' }])
  const rest = await unchanged(it, async () => [
    await patch({ status: 'decided' }, 3),
    await send(it, publisher, 'DELETE', `/awards/${certificate.id}`, undefined, 1),
  ])
  expect(rest.map(said)).toEqual([
    [409, 'conflict'],
    [409, 'conflict'],
  ])
  const other = (await create({ unitId: ids.kb, status: 'proposed', year: 2020 })).json()
  expect((await send(it, publisher, 'DELETE', `/awards/${other.id}`, undefined, 1)).statusCode).toBe(204)
  const list = (await send(it, publisher, 'GET', `/blocs/${ids.bloc}/awards?year=2021`)).json().data
  expect(list.map(({ title }: { title: string }) => title)).toEqual(['Cờ thi đua', 'Bằng khen'])
})
