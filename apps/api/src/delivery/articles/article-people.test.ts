import type { Body } from '@bantin/shared/body'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDatedUnit, addPerson, addPost } from '../../../test/dated-units.ts'
import { createDraft, createPublished, send } from '../../../test/factories.ts'
import { createMergedProvince, type MergedProvince } from '../../../test/merged-province.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { publishedArticleAppointments } from '../../db/schema/published/articles.ts'
import { indexMissing } from '../../publication/search/index-missing.ts'
import type { Fault } from '../../publication/verify/fault.ts'
import { verify } from '../../publication/verify/verify.ts'

let it: TestApp
let admin: SignedInForTest
let made: MergedProvince
beforeAll(async () => {
  it = await createTestApp()
  admin = await signIn(it, 'admin')
  made = await createMergedProvince(it)
})
afterAll(() => it.close())

const read = async (path: string) => (await it.app.inject(`/api/v1${path}`)).json()
const unknownId = '00000000-0000-7000-8000-000000000000'

/** A text that names these, the first one twice: in a line, and in a cell of a table. */
function naming(...ids: string[]): Body {
  const line = ids.map((appointmentId) => ({ type: 'person' as const, attrs: { appointmentId, text: 'Ông Nguyễn Văn A' } }))
  const cell = { type: 'tableCell' as const, content: [{ type: 'paragraph' as const, content: line.slice(0, 1) }] }
  return {
    type: 'doc',
    content: [
      { type: 'paragraph', content: [{ type: 'text', text: 'Dự họp có ' }, ...line] },
      { type: 'table', content: [{ type: 'tableRow', content: [cell] }] },
    ],
  }
}

async function readModelFaults(): Promise<Fault[]> {
  const faults: Fault[] = []
  await verify(it.database.db, [], (fault) => faults.push(fault))
  return faults.filter(({ kind }) => kind.startsWith('read_model'))
}

describe('an article of the days before a merger', () => {
  test('has the names of its day, and says what has come in the place of what has ended', async () => {
    const { id } = await createPublished(it, admin, {
      event: { startsOn: '2021-12-28' },
      unitId: made.province,
      units: [
        { unitId: made.planning, role: 'lead' },
        { unitId: made.province, role: 'mentioned' },
      ],
      body: naming(made.holder[0]),
    })
    const article = await read(`/articles/${id}`)
    expect(article.publisher.name).toBe('Tỉnh Cũ')
    expect(article.units).toMatchObject([
      { name: 'Sở Kế hoạch', closedOn: '2025-07-01', successors: [{ id: made.successor, slug: 'so-tai-chinh', name: 'Sở Tài chính' }] },
      { name: 'Tỉnh Cũ', closedOn: null, successors: [] },
    ])
    expect(article.appointments).toEqual([
      {
        id: made.holder[0],
        name: 'Nguyễn Văn A',
        post: 'Giám đốc',
        unit: expect.objectContaining({ slug: 'so-ke-hoach', name: 'Sở Kế hoạch' }),
        url: 'http://localhost:3000/nguoi/nguyen-van-a',
      },
    ])
    expect((await read(`/articles?ids=${id}`)).data[0].units).toEqual(article.units)
  })

  test('keeps the names and the titles of its day when the whole province goes into another one, which it leads on to', async () => {
    const { db } = it.database
    const [old, other] = [
      await addDatedUnit(db, { slug: 'tinh-tra-giang', kind: 'agency', names: [['Tỉnh Trà Giang', '(,)']] }),
      await addDatedUnit(db, { slug: 'tinh-song-con', kind: 'agency', names: [['Tỉnh Sông Con', '(,)']] }),
    ]
    const office = await addDatedUnit(db, { slug: 'van-phong-tinh', names: [['Văn phòng tỉnh', '(,)']], parents: [[old, '(,)']] })
    const postId = await addPost(db, old, 'Phó Chủ tịch')
    const [held = ''] = await addPerson(db, { slug: 'le-van-c', fullName: 'Lê Văn C' }, { postId, period: '[2020-01-01,)' })
    const { id } = await createPublished(it, admin, {
      event: { startsOn: '2021-12-28' },
      unitId: old,
      units: [{ unitId: old, role: 'lead' }],
      body: naming(held),
    })
    const before = await read(`/articles/${id}`)
    expect(before.units).toMatchObject([{ name: 'Tỉnh Trà Giang', closedOn: null, successors: [] }])

    const into = { make: { name: 'Tỉnh Sông Trà', kind: 'agency' } }
    const merger = { verb: 'merge', on: '2025-07-01', unitIds: [old, other], into }
    const done = await send(it, admin, 'POST', '/units/reorganize', merger)
    expect(done.statusCode).toBe(200)

    const after = await read(`/articles/${id}`)
    const successor = { id: done.json().made[0].id, name: 'Tỉnh Sông Trà' }
    expect(after.units).toMatchObject([{ id: old, name: 'Tỉnh Trà Giang', closedOn: '2025-07-01', successors: [successor] }])
    expect([after.publisher, after.appointments]).toEqual([before.publisher, before.appointments])
    expect(after.appointments).toMatchObject([{ name: 'Lê Văn C', post: 'Phó Chủ tịch', unit: { id: old, name: 'Tỉnh Trà Giang' } }])
    const onward = new URL(after.units[0].successors[0].url).pathname
    const { apiUrl } = await read(`/lookup?url=${onward}`)
    const today = (await it.app.inject(new URL(apiUrl).pathname)).json()
    expect(today).toMatchObject({
      ...successor,
      children: [{ id: office }],
      predecessors: expect.arrayContaining([expect.objectContaining({ id: old })]),
    })
    const then = await read('/units/tinh-tra-giang?asOf=2021-12-28')
    expect(then).toMatchObject({ name: 'Tỉnh Trà Giang', children: [{ id: office }], successors: [successor] })
    expect(then.posts).toMatchObject([{ name: 'Phó Chủ tịch', holders: [{ person: { name: 'Lê Văn C' } }] }])
  })

  test('that names what has ended since, or is not there yet, calls it as it was last or will be first', async () => {
    const { id } = await createPublished(it, admin, {
      event: { startsOn: '2025-08-01' },
      units: [{ unitId: made.planning, role: 'lead' }],
    })
    expect((await read(`/articles/${id}`)).units).toMatchObject([{ name: 'Sở Kế hoạch', closedOn: '2025-07-01' }])
  })
})

describe('an appointment in a text', () => {
  test('is there while the article is shown, each once, and the read model is what verification makes of the text', async () => {
    const article = await createPublished(it, admin, { body: naming(made.holder[1], made.holder[0]) })
    const stored = () =>
      it.database.db.select().from(publishedArticleAppointments).where(eq(publishedArticleAppointments.articleId, article.id))
    expect((await stored()).map(({ position, appointmentId }) => [position, appointmentId])).toEqual([
      [0, made.holder[1]],
      [1, made.holder[0]],
    ])
    expect(await readModelFaults()).toEqual([])

    await it.database.db.delete(publishedArticleAppointments).where(eq(publishedArticleAppointments.position, 1))
    expect(await readModelFaults()).toMatchObject([{ kind: 'read_model', article: article.id, expected: 'the appointments of edition 1' }])

    await send(it, admin, 'POST', `/articles/${article.id}/hold`, {}, article.version)
    expect(await stored()).toEqual([])
  })

  test('that nobody has is refused where it stands', async () => {
    const draft = await createDraft(it, admin)
    const body = naming(unknownId)
    const at = (place: string) => ({ in: 'body', pointer: `/body/content/${place}/attrs/appointmentId`, code: 'unknown' })
    for (const [method, path, version] of [
      ['POST', '/articles', undefined],
      ['PATCH', `/articles/${draft.id}`, draft.version],
    ] as const) {
      const answer = await unchanged(it, () => send(it, admin, method, path, { title: 'Bài', body }, version))
      expect(answer.json()).toMatchObject({
        code: 'unknown_reference',
        errors: [at('0/content/1'), at('1/content/0/content/0/content/0/content/0')],
      })
    }
  })
})

test('a person is suggested, and the whole name finds what names one of the appointments, whatever the text calls him', async () => {
  await indexMissing(it.database.db)
  const { data } = await read('/search/suggest?q=nguyen%20van')
  expect(data).toMatchObject([{ kind: 'person', name: 'Nguyễn Văn A', url: 'http://localhost:3000/nguoi/nguyen-van-a' }])
  const body = naming(made.holder[1])
  const said = JSON.parse(JSON.stringify(body).replaceAll('Ông Nguyễn Văn A', 'vị giám đốc')) as Body
  const { id } = await createPublished(it, admin, { title: 'Không viết tên', body: said })
  const found = await read(`/search?q=${encodeURIComponent('Nguyễn Văn A')}`)
  expect(found.data.map((article: { id: string }) => article.id)).toContain(id)
  expect((await read(`/search?q=${encodeURIComponent('Trần Thị B')}`)).data).toEqual([])
})

test('articles that name a person are found by the slug, in lists and feeds, whichever appointment they name', async () => {
  const [there, here] = [
    await createPublished(it, admin, { title: 'Còn ở sở cũ', body: naming(made.holder[0]) }),
    await createPublished(it, admin, {
      title: 'Đã sang sở mới',
      body: naming(made.holder[1]),
      units: [{ unitId: made.successor, role: 'lead' }],
    }),
  ]
  await createPublished(it, admin, { title: 'Không nêu ai' })
  const idsOf = async (query: string) => (await read(`/articles?${query}`)).data.map(({ id }: { id: string }) => id)
  expect((await idsOf('person=nguyen-van-a&limit=2')).toSorted()).toEqual([there.id, here.id].toSorted())
  expect(await idsOf('person=nguyen-van-a&unit=so-tai-chinh')).toEqual([here.id])
  expect((await read('/articles?person=nguyen-van-a&count=true&limit=1')).page.total).toBe((await idsOf('person=nguyen-van-a')).length)
  expect(await idsOf('person=tran-thi-b')).toEqual([])
  const feed = (await it.app.inject('/feeds/feed.json?person=nguyen-van-a')).json()
  expect(feed.title).toContain('Nguyễn Văn A')
  expect(feed.items.map(({ title }: { title: string }) => title)).toEqual(expect.arrayContaining(['Còn ở sở cũ', 'Đã sang sở mới']))
  expect((await it.app.inject('/feeds/feed.json?person=khong-co')).statusCode).toBe(404)
})
