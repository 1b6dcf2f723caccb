import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPublished, createUnit, send } from '../../../test/factories.ts'
import { createUploaded, keysOf } from '../../../test/pictures.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'

let it: TestApp
let unit: string
let [uploader, colleague, editor, stranger, auditor]: SignedInForTest[] = []
beforeAll(async () => {
  it = await createTestApp()
  unit = await createUnit(it)
  uploader = await signIn(it, 'reporter', unit)
  colleague = await signIn(it, 'reporter', unit)
  editor = await signIn(it, 'editor', unit)
  stranger = await signIn(it, 'publisher', await createUnit(it))
  auditor = await signIn(it, 'auditor')
})
afterAll(() => it.close())

const who = (person: SignedInForTest | undefined) => person as SignedInForTest
const create = (more: Parameters<typeof createUploaded>[1] = {}) =>
  createUploaded(it, { unitId: unit, createdBy: who(uploader).userId, width: 60, height: 40, rendering: 'ready', ...more })
const get = (as: SignedInForTest | undefined, path: string) => send(it, who(as), 'GET', path)
const patch = (as: SignedInForTest | undefined, id: string, change: object, version?: number) =>
  send(it, who(as), 'PATCH', `/media/${id}`, change, version)
const remove = (as: SignedInForTest | undefined, id: string, version?: number) =>
  send(it, who(as), 'DELETE', `/media/${id}`, undefined, version)
const unknown = '00000000-0000-7000-8000-000000000000'

describe('the library', () => {
  test('refuses what it does not know, and whoever is not signed in', async () => {
    expect((await get(editor, '/media?kind=program')).statusCode).toBe(400)
    expect((await get(editor, '/media?cursor=x')).statusCode).toBe(400)
    expect((await get(editor, '/media?sha256=a')).statusCode).toBe(400)
    expect((await send(it, null, 'GET', '/media')).statusCode).toBe(401)
    for (const path of [`/media/${unknown}`, `/media/${unknown}/uses`]) expect((await get(editor, path)).statusCode).toBe(404)
  })
})

describe('what is said of a file', () => {
  test('is changed by who uploaded it and by editors of its unit; the library finds it by that', async () => {
    const id = await create()
    const first = await patch(uploader, id, { alt: 'Cầu Đuống', caption: 'Khánh thành' }, 1)
    expect([first.statusCode, first.headers.etag, first.json().alt]).toEqual([200, '"2"', 'Cầu Đuống'])
    const second = await patch(editor, id, { caption: null, credit: 'Người Thử' }, 2)
    expect(second.json()).toMatchObject({ alt: 'Cầu Đuống', caption: null, credit: 'Người Thử', rendering: 'ready' })
    expect((await get(editor, '/media?q=khanh%20thanh%20duong')).json().data).toEqual([])
    expect((await get(editor, '/media?q=CAU%20%C4%91u%E1%BB%91ng')).json().data[0].id).toBe(id)
    expect((await get(editor, '/media?q=nguoi%20thu')).json().data[0].id).toBe(id)
  })

  test('with another crop or focal point is rendered anew', async () => {
    const id = await create()
    const answer = await patch(uploader, id, { focalPoint: { x: 0.2, y: 0.9 }, crop: { x: 0.5, y: 0, width: 0.5, height: 1 } }, 1)
    expect(answer.json()).toMatchObject({ rendering: 'waiting', focalPoint: { x: 0.2, y: 0.9 } })
    const { rows } = await it.database.db.execute(`SELECT 1 FROM graphile_worker.jobs WHERE key = 'media:${id}'`)
    expect(rows).toHaveLength(1)
  })

  test('is refused to others, without or with an old version, and where it makes no sense', async () => {
    const id = await create()
    const statuses = await unchanged(it, async () => [
      (await patch(colleague, id, { alt: 'a' }, 1)).statusCode,
      (await patch(stranger, id, { alt: 'a' }, 1)).statusCode,
      (await patch(auditor, id, { alt: 'a' }, 1)).statusCode,
      (await send(it, null, 'PATCH', `/media/${id}`, { alt: 'a' }, 1)).statusCode,
      (await patch(editor, unknown, { alt: 'a' }, 1)).statusCode,
      (await patch(editor, id, { alt: 'a' })).statusCode,
      (await patch(editor, id, { alt: 'a' }, 7)).statusCode,
      (await patch(editor, id, { alt: '' }, 1)).statusCode,
      (await patch(editor, id, { public: true }, 1)).statusCode,
      (await patch(editor, id, { crop: { x: 0.6, y: 0, width: 0.5, height: 1 } }, 1)).statusCode,
      (await patch(editor, id, { focalPoint: { x: 2, y: 0 } }, 1)).statusCode,
    ])
    expect(statuses).toEqual([403, 403, 403, 401, 404, 428, 412, 400, 400, 400, 400])
    const document = await create({ kind: 'document', type: 'application/pdf', width: null, height: null, variants: [] } as never)
    expect((await patch(editor, document, { focalPoint: { x: 0, y: 0 } }, 1)).statusCode).toBe(400)
  })
})

describe('a file', () => {
  test('is deleted with all that lies in the store', async () => {
    const id = await create()
    expect((await remove(uploader, id, 1)).statusCode).toBe(204)
    expect((await get(editor, `/media/${id}`)).statusCode).toBe(404)
    expect(await keysOf(it, id)).toEqual([])
  })

  test('that a revision shows stays, also when the article shows another one now', async () => {
    const id = await create({ alt: 'Ảnh' })
    const author = await signIn(it, 'publisher', unit)
    const { id: articleId } = await createPublished(it, author, { unitId: unit, heroMediaId: id })
    expect((await get(editor, `/media/${id}`)).json()).toMatchObject({ uses: 1, isPublic: true })
    expect((await get(editor, `/media/${id}/uses`)).json()).toMatchObject({
      data: [{ articleId, places: ['public', 'newest'] }],
      others: 0,
    })
    expect((await get(stranger, `/media/${id}/uses`)).json()).toEqual({ data: [], others: 1, isLogo: false, people: [] })
    await send(it, author, 'PATCH', `/articles/${articleId}`, { heroMediaId: null }, 2)
    expect((await get(editor, `/media/${id}/uses`)).json().data[0].places).toEqual(['public'])
    const answer = await unchanged(it, () => remove(editor, id, 1))
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'media_in_use'])
    expect((await keysOf(it, id)).length).toBe(2)
  })

  test('is deleted by nobody else, and by no old version', async () => {
    const id = await create()
    const statuses = await unchanged(it, async () => [
      (await remove(colleague, id, 1)).statusCode,
      (await remove(auditor, id, 1)).statusCode,
      (await send(it, null, 'DELETE', `/media/${id}`, undefined, 1)).statusCode,
      (await remove(editor, unknown, 1)).statusCode,
      (await remove(editor, id)).statusCode,
      (await remove(editor, id, 3)).statusCode,
    ])
    expect(statuses).toEqual([403, 403, 401, 404, 428, 412])
  })
})
