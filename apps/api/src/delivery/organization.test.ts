import { slugOf } from '@bantin/shared/slug'
import type { Unit } from '@bantin/shared/units'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addPerson, addPost } from '../../test/dated-units.ts'
import { createAuthor, send } from '../../test/factories.ts'
import { createMergedProvince, type MergedProvince } from '../../test/merged-province.ts'
import { signIn } from '../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { authors } from '../db/schema/authors.ts'

const [before, day, after] = ['2025-06-30', '2025-07-01', '2025-07-02']

let it: TestApp
let holder: string[]
let photo: MergedProvince['photo']
beforeAll(async () => {
  it = await createTestApp()
  const made = await createMergedProvince(it)
  holder = made.holder
  photo = made.photo
})
afterAll(() => it.close())

const get = async (path: string) => await it.app.inject(`/api/v1${path}`)
const read = async (path: string) => (await get(path)).json()
const names = (stubs: { name: string }[]) => stubs.map(({ name }) => name)

interface Node {
  name: string
  children: Node[]
}
/** A tree in words: a name, and in brackets what is below it. */
const told = ({ name, children }: Node): string => (children.length > 0 ? `${name} (${children.map(told).join(', ')})` : name)

describe('units of a day', () => {
  test.each([
    [before, 'Tỉnh Cũ', ['Phòng Ngân sách', 'Sở Kế hoạch', 'Sở Tài chính'], 'Tỉnh Cũ (Sở Kế hoạch (Phòng Ngân sách), Sở Tài chính)'],
    [day, 'Tỉnh Mới', ['Phòng Ngân sách', 'Sở Tài chính'], 'Tỉnh Mới (Sở Tài chính (Phòng Ngân sách))'],
    [after, 'Tỉnh Mới', ['Phòng Ngân sách', 'Sở Tài chính'], 'Tỉnh Mới (Sở Tài chính (Phòng Ngân sách))'],
    [
      '2099-01-01',
      'Tỉnh Tương Lai',
      ['Phòng Ngân sách', 'Sở Tài chính', 'Trung tâm Mới'],
      'Tỉnh Tương Lai (Sở Tài chính (Phòng Ngân sách (Trung tâm Mới)))',
    ],
  ])('%s: as a list and as trees', async (asOf, province, below, tree) => {
    const list = names((await read(`/units?asOf=${asOf}`)).data)
    expect(list).toEqual(expect.arrayContaining([province, ...below]))
    const trees: string[] = (await read(`/units?asOf=${asOf}&nested=true`)).data.map(told)
    expect(trees).toContain(tree)
    expect(
      trees
        .join(', ')
        .split(/ ?[(),]+ ?/)
        .filter(Boolean)
        .toSorted(),
    ).toEqual(list.toSorted())
  })

  test('without a day are those of today', async () => {
    for (const query of ['', '&nested=true']) {
      const today = await read(`/units?${query}`)
      expect([query, today]).toEqual([query, await read(`/units?asOf=${new Date().getFullYear()}-12-31${query}`)])
    }
  })
})

describe('a unit', () => {
  test('that has ended is called as it was last, says since when it is gone, and leads on to what follows it', async () => {
    const gone = await read('/units/so-ke-hoach')
    expect(gone).toMatchObject({
      name: 'Sở Kế hoạch',
      closedOn: day,
      names: [{ name: 'Sở Kế hoạch', from: null, through: before }],
      parents: [],
      posts: [{ name: 'Giám đốc', holders: [] }],
      successors: [{ slug: 'so-tai-chinh', name: 'Sở Tài chính', kind: 'merged', on: day }],
      predecessors: [],
    })
    expect((await read('/units/so-tai-chinh')).predecessors).toMatchObject([{ slug: 'so-ke-hoach', kind: 'merged', on: day }])
  })

  test('is on a day before as it was then, with who held its posts', async () => {
    const then = await read(`/units/so-ke-hoach?asOf=${before}`)
    expect(names(then.parents)).toEqual(['Tỉnh Cũ'])
    expect(names(then.children)).toEqual(['Phòng Ngân sách'])
    const person = { slug: 'nguyen-van-a', name: 'Nguyễn Văn A', url: 'http://localhost:3000/nguoi/nguyen-van-a' }
    expect(then.posts[0].holders).toMatchObject([
      { appointmentId: holder[0], kind: 'substantive', from: '2020-01-01', through: before, person },
    ])
    expect((await read('/units/so-ke-hoach?asOf=2019-12-31')).posts[0].holders).toEqual([])
    expect((await read('/units/phong-ngan-sach')).parents.map(({ name }: Node) => name)).toEqual(['Tỉnh Mới', 'Sở Tài chính'])
  })

  test('that is not there yet is called as it will be, and is in no list', async () => {
    expect(await read('/units/trung-tam-moi')).toMatchObject({ name: 'Trung tâm Mới', closedOn: null, parents: [], parentId: null })
    expect(names((await read('/units')).data)).not.toContain('Trung tâm Mới')
  })

  test('that is a bloc has members of the day, and who leads it by years', async () => {
    const then = await read(`/units/khoi?asOf=${before}`)
    expect(names(then.members)).toEqual(['Sở Kế hoạch', 'Sở Tài chính'])
    const now = await read('/units/khoi')
    expect(names(now.members)).toEqual(['Sở Tài chính'])
    const terms = now.terms.map(({ year, role, status, unit }: { year: number; role: string; status: string; unit: Node }) => [
      year,
      role,
      status,
      unit.name,
    ])
    expect(terms).toEqual([
      [2025, 'head', 'proposed', 'Sở Tài chính'],
      [2024, 'head', 'decided', 'Sở Kế hoạch'],
      [2024, 'deputy', 'decided', 'Sở Tài chính'],
    ])
    expect(names((await read('/units/so-tai-chinh')).blocs)).toEqual(['Khối'])
  })
})

test('those who hold posts of the same kind are listed as Vietnamese is sorted, by given names', async () => {
  const { db } = it.database
  const { id } = await read('/units/so-tai-chinh')
  const postId = await addPost(db, id, 'Uỷ viên')
  const people = [
    ['Trần Văn Đông', 'Đông Trần Văn'],
    ['Lê Thị Dung', 'Dung Lê Thị'],
    ['Bùi Văn Ân', 'Ân Bùi Văn'],
    ['Võ An', 'An Võ'],
    ['Phan Thị Ánh', 'Ánh Phan Thị'],
    ['Hồ Ê', 'Ê Hồ'],
    ['Hồ Em', 'Em Hồ'],
  ] as const
  for (const [fullName, sortKey] of people)
    await addPerson(db, { slug: slugOf(fullName), fullName, sortKey }, { postId, period: '(,)', kind: 'concurrent' })
  const unit: Unit = await read('/units/so-tai-chinh')
  const held = unit.posts.find((post) => post.id === postId)?.holders.map(({ person }) => person.name)
  expect(held).toEqual(['Võ An', 'Phan Thị Ánh', 'Bùi Văn Ân', 'Lê Thị Dung', 'Trần Văn Đông', 'Hồ Em', 'Hồ Ê'])
  const editor = await signIn(it, 'editor')
  const listed: { name: string }[] = (await send(it, editor, 'GET', '/people?limit=100')).json().data
  expect(names(listed).filter((name) => people.some(([fullName]) => fullName === name))).toEqual(held)
})

describe('a person', () => {
  test('has the posts of the day first, each with the name of its unit within its days', async () => {
    const now = await read('/people/nguyen-van-a')
    expect(now).toMatchObject({ name: 'Nguyễn Văn A', photo: { id: photo }, apiUrl: 'http://localhost:3000/api/v1/people/nguyen-van-a' })
    expect(now.appointments).toMatchObject([
      { id: holder[1], post: 'Phó Giám đốc', kind: 'acting', from: day, through: null, current: true, unit: { name: 'Sở Tài chính' } },
      { id: holder[0], post: 'Giám đốc', from: '2020-01-01', through: before, current: false, unit: { name: 'Sở Kế hoạch' } },
    ])
    const then = await read(`/people/nguyen-van-a?asOf=${before}`)
    expect(then.appointments.map(({ current }: { current: boolean }) => current)).toEqual([true, false])
    expect(then.appointments[0].id).toBe(holder[0])
  })

  test('who begins later is there, and holds nothing yet', async () => {
    const { appointments } = await read('/people/tran-thi-b')
    expect(appointments).toMatchObject([{ current: false, from: '2099-01-01' }])
    expect((await read('/people/tran-thi-b?asOf=2099-01-01')).appointments[0].current).toBe(true)
  })

  test('and a unit that has ended are found by their addresses', async () => {
    expect(await read('/lookup?url=/nguoi/nguyen-van-a')).toMatchObject({
      entity: 'person',
      apiUrl: expect.stringMatching(/people\/nguyen/),
    })
    expect(await read('/lookup?url=/api/v1/people/nguyen-van-a')).toMatchObject({ entity: 'person' })
    expect(await read('/lookup?url=/en/don-vi/so-ke-hoach')).toMatchObject({ entity: 'unit' })
  })
})

test('an author who is somebody with posts leads on to that page, any other one to none', async () => {
  const [ofNobody, ofSomebody] = [await createAuthor(it), await createAuthor(it)]
  const { id: personId } = await read('/people/nguyen-van-a')
  await it.database.db.update(authors).set({ personId }).where(eq(authors.id, ofSomebody))
  const all: { id: string; slug: string; person: unknown }[] = (await read('/authors')).data
  const person = { id: personId, slug: 'nguyen-van-a', name: 'Nguyễn Văn A', url: 'http://localhost:3000/nguoi/nguyen-van-a' }
  for (const [authorId, expected] of [
    [ofNobody, null],
    [ofSomebody, person],
  ] as const) {
    const author = all.find(({ id }) => id === authorId)
    expect(author?.person).toEqual(expected)
    expect(await read(`/authors/${author?.slug}`)).toEqual(author)
  }
})

describe('a unit and a person', () => {
  test.each(['/units/so-ke-hoach', '/people/nguyen-van-a'])('%s is found by its id too, which feeds tell', async (path) => {
    const [noun] = path.split('/').slice(1)
    const bySlug = await read(`${path}?asOf=${before}`)
    expect(await read(`/${noun}/${bySlug.id}?asOf=${before}`)).toEqual(bySlug)
    expect(await read(`/lookup?url=/api/v1/${noun}/${bySlug.id}`)).toEqual(await read(`/lookup?url=/api/v1${path}`))
    expect((await get(`/${noun}/00000000-0000-7000-8000-000000000000`)).json().code).toBe('not_found')
  })

  test.each([
    ['units', 'trung-tam-moi', 'trung-tam-doi-ten', 'trung-tam'],
    ['people', 'tran-thi-b', 'tran-thi-binh', 'tran-thi-be'],
  ])('of %s: addresses from before lead to the one of today by one step, with the day asked about', async (noun, first, second, third) => {
    const admin = await signIn(it, 'admin')
    const { id } = await read(`/${noun}/${first}`)
    for (const slug of [second, third]) {
      const { version } = (await send(it, admin, 'GET', `/${noun}/${id}`)).json()
      expect((await send(it, admin, 'PATCH', `/${noun}/${id}`, { slug }, version)).statusCode).toBe(200)
    }
    for (const former of [first, second]) {
      const led = await get(`/${noun}/${former}?asOf=${before}`)
      const { location, 'cache-control': kept } = led.headers
      expect([led.statusCode, location]).toEqual([308, `http://localhost:3000/api/v1/${noun}/${third}?asOf=${before}`])
      expect(kept).toBe('public, max-age=0, s-maxage=10')
      expect((await get(`/${noun}/${former}`)).headers.location).toBe(`http://localhost:3000/api/v1/${noun}/${third}`)
    }
    expect((await read(`/${noun}/${third}`)).id).toBe(id)
    for (const former of [first, second]) {
      expect((await read(`/lookup?url=/api/v1/${noun}/${former}`)).apiUrl).toBe(`http://localhost:3000/api/v1/${noun}/${third}`)
    }
    if (noun === 'units') {
      const { statusCode, headers } = await get(`/units/${first}/emulation/2021`)
      expect([statusCode, headers.location]).toEqual([308, `http://localhost:3000/api/v1/units/${third}/emulation/2021`])
    }
  })
})

test.each(['/units', '/units/tinh', '/people/nguyen-van-a'])('%s takes days that the calendar has, and nothing else', async (path) => {
  for (const asOf of ['2025-02-30', '2025-7-1', 'today', '', '0000-01-01', '2025-07-01T00:00:00Z']) {
    expect([asOf, (await get(`${path}?asOf=${asOf}`)).json().code]).toEqual([asOf, 'invalid_request'])
  }
  for (const asOf of ['0001-01-01', '9999-12-31']) expect([asOf, (await get(`${path}?asOf=${asOf}`)).statusCode]).toEqual([asOf, 200])
})

test.each(['/people/khong-co', '/units/khong-co?asOf=2021-12-28'])('%s is not found', async (path) => {
  expect((await get(path)).json().code).toBe('not_found')
})
