import type { EditorialAuthor } from '@bantin/shared/editorial-authors'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answersOf, asPurges, openBehindCache } from '../../../test/behind-cache.ts'
import { createAuthor, createDraft, createPublished, createUnit, send } from '../../../test/factories.ts'
import { said } from '../../../test/said.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import type { TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { newestLists } from '../../lib/purged-addresses.ts'

let behind: Awaited<ReturnType<typeof openBehindCache>>
let it: TestApp
let publisher: SignedInForTest
beforeAll(async () => {
  behind = await openBehindCache()
  it = behind.it
  publisher = await signIn(it, 'publisher')
})
afterAll(() => behind.close())

const post = (input: object, as = publisher) => send(it, as, 'POST', '/authors', { kind: 'person', ...input })
const change = (id: string, input: object, version?: number, as = publisher) => send(it, as, 'PATCH', `/authors/${id}`, input, version)
const remove = (id: string, version?: number, as = publisher) => send(it, as, 'DELETE', `/authors/${id}`, undefined, version)
async function add(input: object): Promise<EditorialAuthor> {
  const answer = await post(input)
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json()
}
const rowsOf = async (query: ReturnType<typeof sql>) => (await it.database.db.execute(query)).rows
const feedOf = (id: string) =>
  rowsOf(sql`SELECT entity || ' ' || action || ' ' || reason AS told FROM changes WHERE entity_id = ${id} ORDER BY seq`)
const told = (...words: string[]) => words.map((each) => ({ told: `author ${each}` }))
const readersSee = async (slug: string) => (await it.app.inject(`/api/v1/authors/${slug}`)).json()

test('authors are listed by name, page by page, and found however the name is typed', async () => {
  for (const name of ['Đỗ Văn Yên', 'Ân Lê', 'Anh Đào', 'Ban Biên tập Sở Nội vụ']) await add({ name })
  const listed: string[] = []
  let cursor = ''
  do {
    const { data, page } = (await send(it, publisher, 'GET', `/authors?limit=2${cursor}`)).json()
    listed.push(...data.map(({ name }: EditorialAuthor) => name))
    cursor = page.next ? `&cursor=${page.next}` : ''
  } while (cursor !== '')
  expect(listed).toEqual(['Anh Đào', 'Ân Lê', 'Ban Biên tập Sở Nội vụ', 'Đỗ Văn Yên'])
  for (const q of ['do yen', 'ĐỖ', 'Van Yên']) {
    const { data } = (await send(it, publisher, 'GET', `/authors?${new URLSearchParams({ q })}`)).json()
    expect([q, data.map(({ name }: EditorialAuthor) => name)]).toEqual([q, ['Đỗ Văn Yên']])
  }
})

test('an author is added, changed under the version and deleted; readers, feed and log are told each time', async () => {
  const unitId = await createUnit(it, { name: 'Sở Y tế' })
  const { id: personId } = (await send(it, publisher, 'POST', '/people', { name: 'Hà Thị Bút' })).json()
  const { id, ...author } = await add({ name: 'Hà Bút', unitId, personId, bio: 'Phóng viên.' })
  const [unit, person] = [
    { id: unitId, name: 'Sở Y tế' },
    { id: personId, name: 'Hà Thị Bút' },
  ]
  expect(author).toEqual({ version: 1, slug: 'ha-but', name: 'Hà Bút', kind: 'person', bio: 'Phóng viên.', unit, person })
  expect(await readersSee(id)).toMatchObject({ id, slug: 'ha-but', unit: { id: unitId }, person: { id: personId } })
  const input = { name: 'Tổ Bút', kind: 'collective', bio: null, personId: null }
  const changed = await change(id, input, 1)
  expect([changed.headers.etag, changed.json()]).toEqual([
    '"2"',
    { id, version: 2, slug: 'ha-but', name: 'Tổ Bút', kind: 'collective', bio: null, unit, person: null },
  ])
  await expect.poll(() => readersSee(id)).toMatchObject({ name: 'Tổ Bút', kind: 'collective', bio: null, person: null })
  expect((await unchanged(it, () => change(id, input, 2))).json().version).toBe(2)
  expect((await unchanged(it, () => change(id, { bio: 'X' }, 1))).statusCode).toBe(412)
  expect((await unchanged(it, () => change(id, { bio: 'X' }))).statusCode).toBe(428)
  expect((await unchanged(it, () => remove(id, 1))).statusCode).toBe(412)
  expect((await remove(id, 2)).statusCode).toBe(204)
  expect(await feedOf(id)).toEqual(told('put updated', 'put updated', 'delete removed'))
  await expect.poll(async () => (await it.app.inject(`/api/v1/authors/${id}`)).statusCode).toBe(404)
  const log = await rowsOf(sql`SELECT action, version, fields FROM audit_log WHERE entity_id = ${id} ORDER BY id`)
  expect(log).toEqual([
    { action: 'author.create', version: 1, fields: [] },
    { action: 'author.edit', version: 2, fields: ['name', 'kind', 'bio', 'personId'] },
    { action: 'author.delete', version: 2, fields: [] },
  ])
})

test('a slug of before leads on, also in the API and of look-ups, and is given to nobody else', async () => {
  const { id } = await add({ name: 'Đinh Văn Cũ' })
  const other = await add({ name: 'Đinh Văn Khác' })
  expect((await change(id, { slug: 'dinh-van-moi' }, 1)).statusCode).toBe(200)
  const ways = await rowsOf(sql`SELECT from_path_query AS "from", url FROM redirects WHERE from_path_query LIKE '%dinh-van-cu' ORDER BY 1`)
  expect(ways).toEqual(['/en', ''].map((of) => ({ from: `${of}/tac-gia/dinh-van-cu`, url: `${of}/tac-gia/dinh-van-moi` })))
  const moved = await it.app.inject('/api/v1/authors/dinh-van-cu')
  expect([moved.statusCode, moved.headers.location]).toEqual([308, 'http://localhost:3000/api/v1/authors/dinh-van-moi'])
  for (const url of ['/tac-gia/dinh-van-cu', '/api/v1/authors/dinh-van-cu', `/api/v1/authors/${id}`]) {
    const found = (await it.app.inject(`/api/v1/lookup?${new URLSearchParams({ url })}`)).json()
    expect([url, found.entity, found.id]).toEqual([url, 'author', id])
  }
  expect((await add({ name: 'Đinh Văn Cũ' })).slug).toBe('dinh-van-cu-2')
  for (const slug of ['dinh-van-cu', 'dinh-van-moi']) {
    const answer = await unchanged(it, () => change(other.id, { slug }, 1))
    expect([said(answer), answer.json().errors[0].pointer]).toEqual([[409, 'conflict'], '/slug'])
  }
  expect((await change(id, { slug: 'dinh-van-cu' }, 2)).json().slug).toBe('dinh-van-cu')
  expect((await remove(id, 3)).statusCode).toBe(204)
  expect(await rowsOf(sql`SELECT url FROM redirects WHERE url LIKE '%/tac-gia/dinh-van-cu'`)).toEqual([])
})

test('whom a draft or a published article names stays, and whoever an author is and writes for has to be there', async () => {
  const [ofDraft, ofArticle] = [await add({ name: 'Của Nháp' }), await add({ name: 'Của Bài' })]
  await createDraft(it, publisher, { bylines: [{ authorId: ofDraft.id, role: 'text' }] })
  await createPublished(it, publisher, { bylines: [{ authorId: ofArticle.id, role: 'photo' }] })
  for (const { id } of [ofDraft, ofArticle]) {
    const answer = await unchanged(it, () => remove(id, 1))
    expect([said(answer), answer.json().detail]).toEqual([[409, 'conflict'], 'Articles name the author.'])
  }
  for (const pointer of ['unitId', 'personId']) {
    const wrong = { [pointer]: ofDraft.id }
    for (const ask of [() => post({ name: 'Ai', ...wrong }), () => change(ofDraft.id, wrong, 1)]) {
      const answer = await unchanged(it, ask)
      expect([said(answer), answer.json().errors[0].pointer]).toEqual([[422, 'unknown_reference'], `/${pointer}`])
    }
  }
})

test('a cache in front is told of the author by page and answers, and of every article whose byline is called otherwise', async () => {
  const id = await createAuthor(it)
  const article = await createPublished(it, publisher, { bylines: [{ authorId: id, role: 'text' }] })
  await behind.begin()
  await change(id, { name: 'Bút Danh Mới', slug: 'but-danh-moi' }, 1)
  await behind.run()
  const paths = ['/tac-gia/but-danh-moi', '/en/tac-gia/but-danh-moi', '/api/v1/authors/but-danh-moi', `/api/v1/authors/${id}`]
  expect(behind.cache.asked).toEqual(expect.arrayContaining(asPurges(paths)))
  behind.cache.asked = []
  await behind.runJobs()
  expect(behind.cache.asked).toEqual(expect.arrayContaining(asPurges([...newestLists, ...answersOf(article)])))
})

test('a publisher of any unit changes authors, a reporter nothing, and whoever has no role sees nothing', async () => {
  const unit = await createUnit(it)
  const [local, reporter] = [await signIn(it, 'publisher', unit), await signIn(it, 'reporter', unit)]
  const { id } = await add({ name: 'Của Chung' })
  expect((await change(id, { bio: 'Một' }, 1, local)).statusCode).toBe(200)
  const refused = await unchanged(it, async () => [
    await post({ name: 'Ai' }, reporter),
    await change(id, { bio: 'Hai' }, 2, reporter),
    await remove(id, 2, reporter),
  ])
  expect(refused.map(said)).toEqual(refused.map(() => [403, 'forbidden']))
  expect((await send(it, reporter, 'GET', `/authors/${id}`)).json().bio).toBe('Một')
  await it.database.db.execute(sql`DELETE FROM grants WHERE user_id = ${reporter.userId}`)
  for (const path of ['/authors', `/authors/${id}`]) expect(said(await send(it, reporter, 'GET', path))).toEqual([403, 'forbidden'])
})
