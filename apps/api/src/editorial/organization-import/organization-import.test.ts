import type { OrganizationImport } from '@bantin/shared/organization-import'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createUnit, send } from '../../../test/factories.ts'
import { createMergedProvince } from '../../../test/merged-province.ts'
import { said } from '../../../test/said.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'

let it: TestApp
let admin: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  admin = await signIn(it, 'admin')
})
afterAll(() => it.close())

interface Sent {
  columns: string[]
  rows: string[][]
  lines?: number[]
}

const post = (body: object, query = '', as = admin) => send(it, as, 'POST', `/organization/import${query}`, body)

async function take(body: object, query = ''): Promise<OrganizationImport> {
  const answer = await post(body, query)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json()
}

const outcomes = (table: OrganizationImport['units']) => table?.lines.map(({ line, outcome }) => `${line} ${outcome}`)
const reasons = (table: OrganizationImport['units']) =>
  table?.lines.map(({ line, problems }) => `${line} ${problems.map(({ field, code }) => `${field}: ${code}`).join(', ')}`)
const table = (columns: string, ...rows: string[]): Sent => ({
  columns: columns.split('|'),
  rows: rows.map((row) => row.split('|')),
  lines: rows.map((_, i) => i + 2),
})
const exported = async (name: 'units' | 'people'): Promise<Sent> => {
  const file = await it.app.inject({
    url: `/api/v1/editorial/organization/export/${name}`,
    headers: { authorization: admin.authorization },
  })
  expect([file.statusCode, file.headers['content-disposition']]).toEqual([200, `attachment; filename="${name}.csv"`])
  const answer = await send(it, admin, 'POST', '/tables', { text: file.body })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json()
}

const units = table(
  'Bảng mã|MÃ|Tên đơn vị|Tên viết tắt|Loại|Mã cấp trên|Ngày thành lập|Đến ngày|Điện thoại|Giờ làm việc|STT',
  'MĐD|T.01.2|Phòng Thi đua|PTĐ|Phòng|T.01|15/3/2010||+84 212 385|7h30–11h30|2',
  'MĐD|T.01|Sở Nội vụ tỉnh|SNV|Sở|T|2004-01-01|||||1',
  'MĐD|T|Uỷ ban tỉnh||cơ quan||||||',
  'MĐD|T.09|Sở Đã Xong||Sở|T|01/01/2000|31/12/2015||||9',
)
const people = table(
  'Họ và tên|Mã đơn vị|Chức vụ|Hình thức|Từ ngày|Đến ngày|Số quyết định|Thứ tự|Thâm niên|Điện thoại|Email',
  'Lò Văn Một|T.01|Giám đốc||01/01/2015|31/12/2020|12/QĐ|1|1||',
  'Lò Thị Hai|T.01|Giám đốc|chính thức|01/01/2021||99/QĐ|1|1|0212 1|hai@example.vn',
  'Cà Văn Ba|T.01|Phó Giám đốc||01/01/2021|||2|2||',
  'Lò Thị Hai|T.01.2|Trưởng phòng|Kiêm nhiệm|01/06/2021|||||0212 1|',
  'Quàng Thị Bốn|T.01|Phó Giám đốc||01/02/2021|||3|2||',
  'Tòng Văn Năm|T.09|Giám đốc||01/01/2000|31/12/2015|||||',
  'Lường Thị Sáu|||||||||0212 6|',
)

describe('tables', () => {
  test('are tried first, which changes nothing and says what taking them comes to', async () => {
    const tried = (await unchanged(it, () => post({ units, people }, '?dryRun=true'))).json()
    expect(tried.taken).toBe(false)
    expect(tried.units.counts).toEqual({ created: 4, changed: 0, unchanged: 0, refused: 0 })
    expect(tried.people.counts).toEqual({ created: 7, changed: 0, unchanged: 0, refused: 0 })
    const taken = await take({ units, people })
    const withoutIds = (one: OrganizationImport) => JSON.stringify({ ...one, taken: true }).replaceAll(/"id":("[^"]+"|null)/g, '')
    expect(withoutIds(tried)).toBe(withoutIds(taken))
    expect(tried.units.lines[0].id).toBeNull()
  })

  test('become units below others, whose lines may come later, and people in posts, so many of a name as the table has at once', async () => {
    const unit = (await it.app.inject('/api/v1/units/phong-thi-dua')).json()
    expect(unit).toMatchObject({ name: 'Phòng Thi đua', shortName: 'PTĐ', kind: 'department', code: 'T.01.2', order: 2 })
    expect(unit).toMatchObject({
      contacts: { phone: '+84 212 385' },
      openingHours: '7h30–11h30',
      parents: [{ name: 'Uỷ ban tỉnh' }, { name: 'Sở Nội vụ tỉnh' }],
    })
    expect(unit.names).toEqual([{ name: 'Phòng Thi đua', shortName: 'PTĐ', from: '2010-03-15', through: null }])
    expect((await it.app.inject('/api/v1/units/so-da-xong')).json()).toMatchObject({ closedOn: '2016-01-01' })
    const { posts } = (await it.app.inject('/api/v1/units/so-noi-vu-tinh')).json()
    const held = posts.map((one: { name: string; holders: { person: { name: string } }[] }) => [
      one.name,
      ...one.holders.map(({ person }) => person.name),
    ])
    expect(held).toEqual([
      ['Giám đốc', 'Lò Thị Hai'],
      ['Phó Giám đốc', 'Cà Văn Ba'],
      ['Phó Giám đốc', 'Quàng Thị Bốn'],
    ])
    const hai = (await it.app.inject('/api/v1/people/lo-thi-hai')).json()
    expect(hai.contacts).toEqual({ phone: '0212 1', email: 'hai@example.vn' })
    expect(hai.appointments.map(({ post, kind }: { post: string; kind: string }) => [post, kind])).toEqual([
      ['Trưởng phòng', 'concurrent'],
      ['Giám đốc', 'substantive'],
    ])
  })

  test('are noted in the log, told by the feed once for each thing, and found by their names', async () => {
    const { rows: deeds } = await it.database.db.execute(
      sql`SELECT action, count(*)::int AS count FROM audit_log WHERE action ~ '^(unit|person|post|appointment)\.' GROUP BY 1 ORDER BY 1`,
    )
    expect(deeds).toEqual([
      { action: 'appointment.create', count: 6 },
      { action: 'person.create', count: 6 },
      { action: 'post.create', count: 5 },
      { action: 'unit.create', count: 4 },
    ])
    const { rows: told } = await it.database.db.execute(sql`SELECT entity, count(*)::int AS count FROM changes GROUP BY 1 ORDER BY 1`)
    expect(told).toEqual([
      { entity: 'person', count: 6 },
      { entity: 'unit', count: 4 },
    ])
    const { data } = (await send(it, admin, 'GET', '/units?q=phong%20thi%20dua')).json()
    expect(data).toHaveLength(1)
  })

  test('change nothing when they come once more', async () => {
    const again = (await unchanged(it, () => post({ units, people }))).json()
    expect(again.units.counts).toEqual({ created: 0, changed: 0, unchanged: 4, refused: 0 })
    expect(again.people.counts).toEqual({ created: 0, changed: 0, unchanged: 7, refused: 0 })
  })

  test('change what they say otherwise, and nothing of which they do not speak', async () => {
    const changed = await take({
      codeScheme: 'MĐD',
      units: table('code|name|from|parent|phone', 'T.01|Sở Nội vụ và Lao động|2003-05-01||', 'T.01.2|||T|0212 9', 'T|||T.01.2x|'),
      people: table(
        'name|unit|post|from|through|decision|order|email',
        'Lò Thị Hai|T.01|Giám đốc|2021-01-01|2025-12-31|||',
        'Lường Thị Sáu|T.01|Giám đốc|2026-01-01||7/QĐ||',
        'Cà Văn Ba|T.01|Phó Giám đốc||||5|ba@example.vn',
      ),
    })
    expect(changed.units?.lines.map(({ outcome, fields }) => [outcome, fields])).toEqual([
      ['changed', ['name', 'from']],
      ['changed', ['phone', 'parent']],
      ['refused', []],
    ])
    expect(changed.people?.lines.map(({ outcome, fields }) => [outcome, fields])).toEqual([
      ['changed', ['through']],
      ['created', []],
      ['changed', ['email', 'order']],
    ])
    expect((await it.app.inject('/api/v1/units/phong-thi-dua')).json()).toMatchObject({
      contacts: { phone: '0212 9' },
      openingHours: '7h30–11h30',
      parents: [{ name: 'Uỷ ban tỉnh' }],
    })
    const department = (await it.app.inject('/api/v1/units/so-noi-vu-tinh')).json()
    expect(department).toMatchObject({ names: [{ name: 'Sở Nội vụ và Lao động', shortName: 'SNV', from: '2003-05-01' }] })
    expect(department.posts[0]).toMatchObject({ name: 'Giám đốc', holders: [{ person: { name: 'Lường Thị Sáu' } }] })
  })

  test('come in again as they went out, whatever the organization has been through', async () => {
    await createMergedProvince(it)
    await createUnit(it, { name: '=1+1', slug: 'cong-thuc' })
    await send(it, admin, 'POST', '/people', { name: 'Lò Thị Hai', contacts: { phone: '+84 212' } })
    const out = { units: await exported('units'), people: await exported('people') }
    const again = (await unchanged(it, () => post(out))).json() as OrganizationImport
    for (const one of [again.units, again.people]) {
      expect(one?.lines.filter(({ outcome }) => outcome !== 'unchanged')).toEqual([])
      expect(one?.lines.length).toBeGreaterThan(8)
    }
  })
})

describe('a line is refused with its reason, and the others are taken', () => {
  test('of units', async () => {
    const { units } = await take({
      units: table(
        'Code scheme|Code|Slug|Name|Kind|Parent|From|Through|Order|Phone',
        'R|1||Một|Sở|||||',
        '||||Sở|||||',
        '|2||Hai|Sở|||||',
        'R|3|||Sở|||||',
        'R|4||Bốn||||||',
        'R|5||Năm|Vương quốc|||||',
        'R|6||Sáu|Sở|xa-la||||',
        'R|7||Bảy|Sở||31/02/2020|||',
        'R|8||Tám|Sở||2020-01-01|2019-12-31||',
        'R|9||Chín|Sở||||1,5|',
        'R|10|Có Dấu|Mười|Sở|||||',
        'R|1||Một nữa|Sở|||||',
        'R|12||Mười hai|Sở|5||||',
        'R|13||Mười ba|Sở|14||||',
        'R|14||Mười bốn|Sở|13||||',
        'R|15||Mười lăm|Sở|16||||',
        'R|16||Mười sáu|Sở|1|2024-01-01|||',
        'R|17||Mười bảy|Sở|17||||',
        `R|18||${'D'.repeat(201)}|Sở|||||`,
        'R|19||Mười chín|Sở|1||||',
        'R|20||Hai mươi|Sở|1||31/12/9999||',
      ),
    })
    expect(reasons(units)).toEqual([
      '2 ',
      '3 code: missing, name: missing',
      '4 codeScheme: missing',
      '5 name: missing',
      '6 kind: missing',
      '7 kind: not_a_kind',
      '8 parent: unknown',
      '9 from: not_a_day',
      '10 through: before_from',
      '11 order: not_a_number',
      '12 slug: not_a_slug',
      '13 null: twice',
      '14 parent: refused_above',
      '15 parent: unit_parents_no_cycle',
      '16 parent: unit_parents_no_cycle',
      '17 parent: unit_parents_in_life',
      '18 ',
      '19 parent: unit_parents_not_self',
      '20 name: too_long',
      '21 ',
      '22 through: not_a_day',
    ])
    expect(units?.counts).toMatchObject({ created: 3, refused: 18 })
    const { rows } = await it.database.db.execute(sql`SELECT code FROM units WHERE code_scheme = 'R' ORDER BY code`)
    expect(rows).toEqual([{ code: '1' }, { code: '16' }, { code: '19' }])
  })

  test('of units that are there', async () => {
    await take({
      units: table('Code scheme|Code|Slug|Name|Kind|Parent', 'A|1|a-mot|A Một|bloc|', 'A|2|a-hai|A Hai|Sở|1', 'B|1|b-mot|B Một|Sở|'),
    })
    const member = await createUnit(it)
    const bloc = (await send(it, admin, 'GET', '/units?q=a%20mot')).json().data[0]
    expect((await send(it, admin, 'PATCH', `/blocs/${bloc.id}`, { members: [{ unitId: member }] }, 1)).statusCode).toBe(200)
    const { units } = (
      await unchanged(it, () =>
        post({
          units: table(
            'Code scheme|Code|Slug|Name|Kind|Parent|Through',
            'A|1||||2|',
            'A|2|b-mot||||',
            'A|1|khac||||',
            'B|1|||||2020-01-01',
            '||a-hai|||1|',
          ),
        }),
      )
    ).json()
    expect(reasons(units)).toEqual([
      '2 parent: unit_parents_no_cycle',
      '3 code: contradiction',
      '4 slug: contradiction',
      '5 through: ended_by_reorganization',
      '6 parent: ambiguous',
    ])
    const kind = (await unchanged(it, () => post({ units: table('Code scheme|Code|Kind', 'A|1|Sở') }))).json()
    expect(reasons(kind.units)).toEqual(['2 kind: units_bloc_with_members'])
  })

  test('of people', async () => {
    for (const _ of [1, 2]) await send(it, admin, 'POST', '/people', { name: 'Trùng Tên' })
    const { people } = await take({
      codeScheme: 'A',
      people: table(
        'Full name|Slug|Unit|Post|Kind|From|Through|Order|Phone',
        'Vàng A Một||2|Chánh|||||',
        '||2|Chánh|||||',
        'Vàng A Ba|||Chánh|||||',
        'Vàng A Bốn||2||||||',
        'Vàng A Năm||xa-la|Chánh|||||',
        'Vàng A Sáu||2|Chánh|vua||||',
        'Trùng Tên||2|Phó|||||',
        'Vàng A Tám||2|Chánh||2020-02-01|2020-01-01||',
        'Vàng A Một||2|Chánh|||||',
        'Vàng A Mười||2|Thư ký||||1|0212 1',
        'Vàng A Mười||2|Văn thư|||||0212 2',
        'Vàng A Hai|http://x|2|Chánh|||||',
        'Vàng A Bốn||2|Ấy||1/1/2020|||',
      ),
    })
    expect(reasons(people)).toEqual([
      '2 ',
      '3 name: missing',
      '4 unit: missing',
      '5 post: missing',
      '6 unit: unknown',
      '7 kind: not_a_kind',
      '8 name: ambiguous',
      '9 through: before_from',
      '10 null: twice',
      '11 ',
      '12 phone: contradiction',
      '13 slug: not_a_slug',
      '14 ',
    ])
    const { rows } = await it.database.db.execute(sql`SELECT full_name AS name FROM people WHERE full_name LIKE 'Vàng A %' ORDER BY 1`)
    expect(rows).toEqual([{ name: 'Vàng A Bốn' }, { name: 'Vàng A Một' }, { name: 'Vàng A Mười' }])
  })

  test('of who would have a post that another one has, whom the table does not speak of', async () => {
    const rows = table(
      'name|unit|post|from',
      'Người Sau|a-hai|Chánh|2020-01-01',
      'Người Xưa|t|Chánh|1800-01-01',
      'Người Khác|b-mot|Chánh|2020-01-01',
    )
    const { people } = await take({ people: rows })
    expect(reasons(people)).toEqual(['2 from: appointments_one_holder', '3 unit: unknown', '4 '])
    const { rows: nobody } = await it.database.db.execute(sql`SELECT 1 FROM people WHERE full_name = 'Người Sau'`)
    expect(nobody).toEqual([])
    const early = await take({ people: table('name|unit|post|from', 'Người Xưa|phong-thi-dua|Chánh|1800-01-01') })
    expect(reasons(early.people)).toEqual(['2 from: appointments_in_life'])
  })
})

test('columns stand where a mapping says, and a namesake is told apart by the address', async () => {
  const sent = {
    people: {
      columns: ['x', 'y', 'z'],
      rows: [
        ['', 'Trùng Tên', 'trung-ten-2'],
        ['', 'Trùng Tên', 'trung-ten-9'],
      ],
      mapping: { name: 1, slug: 2 },
    },
  }
  const { people } = await take(sent)
  expect(outcomes(people as never)).toEqual(['1 unchanged', '2 created'])
})

test('five hundred units and a thousand people, of whom each tenth is refused, are taken at once', async () => {
  const many = table(
    'Code|Name|Kind|Parent',
    ...Array.from({ length: 500 }, (_, n) => `M${499 - n}|Cơ quan số ${499 - n}|Sở|${n === 499 ? '' : `M${Math.floor((499 - n) / 7)}`}`),
  )
  const posts = table(
    'Name|Unit|Post|From',
    ...Array.from(
      { length: 1000 },
      (_, n) => `Người ${n}|M${n % 500}|${n < 500 ? 'Trưởng' : 'Phó'}|${n % 10 === 3 ? '2020-01-32' : '2020-01-01'}`,
    ),
  )
  const { units, people } = await take({ codeScheme: 'M', units: many, people: posts })
  expect([units?.counts, people?.counts]).toEqual([
    { created: 500, changed: 0, unchanged: 0, refused: 0 },
    { created: 900, changed: 0, unchanged: 0, refused: 100 },
  ])
})

test('lines about the same person and post that are taken together are one change: the log names the versions that there are', async () => {
  const lines = (phone: string, order: string) =>
    table(
      'name|unit|post|from|phone|email|order|seniority',
      `Vàng Thị Cùng|a-hai|Thủ kho|2020-01-01|${phone}||${order}|`,
      `Vàng Thị Cùng||||| ${phone}@example.vn||`,
      `Vàng Văn Sau|a-hai|Thủ kho|2019-01-01|||${order}|`,
      `Vàng Thị Cùng|a-hai|Thủ quỹ|2020-01-01||||${order}`,
    )
  for (const people of [lines('1', '1'), lines('2', '2')]) expect((await take({ people })).people?.counts.refused).toBe(0)
  const { rows } = await it.database.db.execute(sql`
    SELECT entity, l.version AS logged, v.version FROM (
      SELECT entity, entity_id, max(version) AS version FROM audit_log GROUP BY 1, 2) l
    JOIN (SELECT id, version FROM people UNION SELECT id, version FROM posts UNION SELECT id, version FROM appointments
      UNION SELECT id, version FROM units) v ON v.id = l.entity_id
    WHERE l.version <> v.version`)
  expect(rows).toEqual([])
})

test('whoever administers not the whole site brings nothing in, and whoever has no role takes nothing out', async () => {
  const unit = await createUnit(it)
  const [publisher, local, reporter] = [await signIn(it, 'publisher'), await signIn(it, 'admin', unit), await signIn(it, 'reporter')]
  for (const as of [publisher, local]) {
    for (const query of ['', '?dryRun=true'])
      expect(said(await unchanged(it, () => post({ units }, query, as)))).toEqual([403, 'forbidden'])
    expect((await send(it, as, 'GET', '/organization/export/people')).statusCode).toBe(200)
  }
  await it.database.db.execute(sql`DELETE FROM grants WHERE user_id = ${reporter.userId}`)
  expect(said(await send(it, reporter, 'GET', '/organization/export/units'))).toEqual([403, 'forbidden'])
  expect(said(await unchanged(it, () => post({ units: { ...units, more: 1 } })))).toEqual([400, 'invalid_request'])
})
