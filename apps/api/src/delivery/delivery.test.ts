import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAuthor, createCategory, createPicture, createPublished, createUnit, send } from '../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { blocMembers } from '../db/schema/blocs.ts'

let it: TestApp
let publisher: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  publisher = await signIn(it, 'publisher')
})
afterAll(() => it.close())

const get = (path: string) => it.app.inject(path)

describe('units', () => {
  test('know their parents, children, members and blocs', async () => {
    const root = await createUnit(it, { name: 'Gốc' })
    const child = await createUnit(it, { name: 'Nhánh', parentId: root })
    const leaf = await createUnit(it, { name: 'Lá', parentId: child })
    const bloc = await createUnit(it, { name: 'Khối', kind: 'bloc' })
    await it.database.db.insert(blocMembers).values({ id: uuidv7(), blocId: bloc, unitId: child, period: '(,)' })
    const list = (await get('/api/v1/units')).json().data
    const slug = (id: string) => list.find((unit: { id: string }) => unit.id === id).slug
    expect(list.find((unit: { id: string }) => unit.id === leaf).parentId).toBe(child)
    const names = (stubs: { name: string }[]) => stubs.map((stub) => stub.name)
    const unit = (await get(`/api/v1/units/${slug(child)}`)).json()
    expect([names(unit.parents), names(unit.children), names(unit.blocs)]).toEqual([['Gốc'], ['Lá'], ['Khối']])
    expect(names((await get(`/api/v1/units/${slug(leaf)}`)).json().parents)).toEqual(['Gốc', 'Nhánh'])
    expect(names((await get(`/api/v1/units/${slug(bloc)}`)).json().members)).toEqual(['Nhánh'])
  })
})

describe('authors, categories, site', () => {
  test('are listed in Vietnamese order and read by slug', async () => {
    for (const name of ['Đỗ An', 'Dương An', 'Ấn An']) await createAuthor(it, name)
    const { data } = (await get('/api/v1/authors')).json()
    expect(data.map((author: { name: string }) => author.name)).toEqual(['Ấn An', 'Dương An', 'Đỗ An'])
    expect((await get(`/api/v1/authors/${data[0].slug}`)).json()).toEqual(data[0])
    await createCategory(it, 'Thi đua')
    expect((await get('/api/v1/categories')).json().data).toMatchObject([{ name: 'Thi đua', parentId: null }])
    expect((await get('/api/v1/site')).json()).toMatchObject({ timeZone: 'Asia/Ho_Chi_Minh', url: 'http://localhost:3000' })
  })

  test.each(['/api/v1/authors/khong-co', '/api/v1/units/khong-co'])('%s is not found', async (path) => {
    expect((await get(path)).statusCode).toBe(404)
  })

  test.each(['/api/v1/authors/a%00b', '/api/v1/units/a%00b', '/api/v1/articles/a%00b'])(
    '%s is refused, and the place named',
    async (path) => {
      expect((await get(path)).json()).toMatchObject({ code: 'invalid_request', errors: [{ in: 'path', code: 'not_text' }] })
    },
  )
})

describe('a picture', () => {
  test('is open exactly while something public shows it', async () => {
    const { id, path } = await createPicture(it)
    expect((await get(path)).statusCode).toBe(404)

    const article = await createPublished(it, publisher, { heroMediaId: id })
    const answer = await get(path)
    expect([answer.statusCode, answer.body, answer.headers['content-type']]).toEqual([200, 'jpg', 'image/jpeg'])
    expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'cross-origin' })
    expect((await get(`/api/v1/articles/${article.slug}`)).json().hero).toMatchObject({ src: `http://localhost:3000${path}`, alt: 'Ảnh' })

    await send(it, publisher, 'POST', `/articles/${article.id}/hold`, {}, 2)
    expect((await get(path)).statusCode).toBe(404)
  })

  test.each([
    ['1/..%2F..%2Fsecret', 404],
    ['1/640.html', 404],
    ['1/640.jpg%00', 400],
    ['99999999999/640.jpg', 404],
  ])('is not asked for at %s', async (place, status) => {
    expect((await get(`/media/00000000-0000-7000-8000-000000000000/${place}`)).statusCode).toBe(status)
  })
})
