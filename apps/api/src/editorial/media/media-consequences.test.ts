import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDesk } from '../../../test/events.ts'
import { createDraft, createPublished, send } from '../../../test/factories.ts'
import { createUploaded, keysOf } from '../../../test/pictures.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { upload } from '../../../test/upload.ts'
import { countWaiting, whileLocked } from '../../../test/while-locked.ts'

let it: TestApp
let publisher: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  publisher = await signIn(it, 'publisher')
})
afterAll(() => it.close())

const create = () => createUploaded(it, { width: 60, height: 40, rendering: 'ready' })
const patch = (id: string, change: object, version: number) => send(it, publisher, 'PATCH', `/media/${id}`, change, version)
const remove = (id: string, version: number) => send(it, publisher, 'DELETE', `/media/${id}`, undefined, version)
const rowsOf = async (query: ReturnType<typeof sql>) => (await it.database.db.execute(query)).rows
const generation = async () => Number((await rowsOf(sql`SELECT generation FROM public_generation`))[0]?.generation)
const jobsOf = (id: string) => rowsOf(sql`SELECT 1 FROM graphile_worker.jobs WHERE key = ${`media:${id}`}`)
const notedOf = (id: string) =>
  rowsOf(sql`SELECT action, actor_id AS by, version, fields FROM audit_log WHERE entity = 'media' AND entity_id = ${id} ORDER BY id`)

describe('what is done with a file', () => {
  test('is noted, and told to the desks of others', async () => {
    const desk = await openDesk(it, await signIn(it, 'reporter'))
    const sent = await upload(it, publisher, [{ name: 'a.pdf', bytes: Buffer.from('%PDF-1.4\n%%EOF\n') }])
    const { id } = sent.json()
    await upload(it, publisher, [{ name: 'b.pdf', bytes: Buffer.from('%PDF-1.4\n%%EOF\n') }])
    await patch(id, { credit: 'Lê Thị Ảnh', alt: 'Văn bản' }, 1)
    await remove(id, 2)
    const by = publisher.userId
    const noted = await notedOf(id)
    expect(noted).toEqual([
      { action: 'media.upload', by, version: 1, fields: [] },
      { action: 'media.change', by, version: 2, fields: expect.toSatisfy((fields) => fields.toSorted().join() === 'alt,credit') },
      { action: 'media.delete', by, version: expect.any(Number), fields: [] },
    ])
    const told = (await desk.take(3)).map(({ action, mediaId, articleId }) => ({ action, mediaId, articleId }))
    expect(told).toEqual(noted.map(({ action }) => ({ action, mediaId: id, articleId: null })))
  })

  test('is no change where it says what was said before', async () => {
    const id = await create()
    const said = { alt: 'Cầu', crop: { x: 0.1, y: 0.1, width: 0.5, height: 0.5 }, focalPoint: { y: 0.2, x: 0.3 } }
    await patch(id, said, 1)
    const [noted, before] = [await notedOf(id), await generation()]
    const again = await patch(id, { ...said, caption: null }, 2)
    expect([again.statusCode, again.headers.etag]).toEqual([200, '"2"'])
    expect(await notedOf(id)).toEqual(noted)
    expect(await generation()).toBe(before)
  })

  test('reaches readers: other words make another generation, and are in the article at once', async () => {
    const id = await create()
    await patch(id, { alt: 'Cầu' }, 1)
    const article = await createPublished(it, publisher, { heroMediaId: id })
    const before = await generation()
    await patch(id, { alt: 'Cầu mới', caption: 'Sáng 28-11' }, 2)
    expect(await generation()).toBe(before + 1)
    const { hero } = (await it.app.inject(`/api/v1/articles/${article.id}`)).json()
    expect(hero).toMatchObject({ alt: 'Cầu mới', caption: 'Sáng 28-11' })
  })

  test('has renderings made only where another part is shown, and not for words', async () => {
    const id = await create()
    expect((await patch(id, { alt: 'Cầu' }, 1)).json().rendering).toBe('ready')
    expect(await jobsOf(id)).toEqual([])
    const cropped = (await patch(id, { crop: { x: 0, y: 0, width: 0.5, height: 1 } }, 2)).json()
    expect(cropped).toMatchObject({ rendering: 'waiting', alt: 'Cầu', version: 3 })
    expect(await jobsOf(id)).toHaveLength(1)
  })

  test('has a picture that could not be rendered tried again, also with the framing that it had', async () => {
    const id = await createUploaded(it, { width: 60, height: 40, rendering: 'failed' })
    expect((await patch(id, { alt: 'Cầu' }, 1)).json().rendering).toBe('failed')
    expect((await patch(id, { crop: null }, 2)).json()).toMatchObject({ rendering: 'waiting', version: 3 })
    expect(await jobsOf(id)).toHaveLength(1)
  })
})

describe('a file that is shown', () => {
  test('by an earlier revision alone is named as such, and stays', async () => {
    const id = await create()
    const { id: articleId, version } = await createDraft(it, publisher, { heroMediaId: id })
    await send(it, publisher, 'POST', `/articles/${articleId}/revisions`, { label: 'Bản có ảnh' }, version)
    await send(it, publisher, 'PATCH', `/articles/${articleId}`, { heroMediaId: null }, version)
    const uses = (await send(it, publisher, 'GET', `/media/${id}/uses`)).json()
    expect(uses).toMatchObject({ data: [{ articleId, workState: 'draft', publicState: 'none', places: ['earlier'] }], others: 0 })
    expect((await remove(id, 1)).statusCode).toBe(409)
    const restored = await send(it, publisher, 'POST', `/articles/${articleId}/restore`, { revision: 1 }, version + 1)
    expect(restored.statusCode).toBe(200)
  })

  test('by a draft that is deleted is free again', async () => {
    const id = await create()
    const { id: articleId, version } = await createDraft(it, publisher, { heroMediaId: id })
    expect((await remove(id, 1)).json().code).toBe('media_in_use')
    await send(it, publisher, 'DELETE', `/articles/${articleId}`, undefined, version)
    expect((await remove(id, 1)).statusCode).toBe(204)
    expect(await keysOf(it, id)).toEqual([])
  })
})

describe('a file that is deleted at the moment at which an article takes it up', () => {
  const lockOf = (id: string) => sql`SELECT FROM media WHERE id = ${id} FOR UPDATE`
  const take = (articleId: string, id: string) => send(it, publisher, 'PATCH', `/articles/${articleId}`, { heroMediaId: id }, 1)
  /** Both wait for the file, the first before the second. */
  const both = async <A, B>(id: string, first: () => Promise<A>, second: () => Promise<B>): Promise<[A, B]> =>
    whileLocked(it, lockOf(id), 2, async () => {
      const one = first()
      await expect.poll(() => countWaiting(it.database)).toBe(1)
      return await Promise.all([one, second()])
    })

  test('is gone when that came first, and the article is told so', async () => {
    const id = await create()
    const { id: articleId } = await createDraft(it, publisher)
    const [deleted, taken] = await both(
      id,
      () => remove(id, 1),
      () => take(articleId, id),
    )
    expect([deleted.statusCode, taken.statusCode, taken.json().code]).toEqual([204, 422, 'unknown_reference'])
    expect(await keysOf(it, id)).toEqual([])
  })

  test('stays when the article came first', async () => {
    const id = await create()
    const { id: articleId } = await createDraft(it, publisher)
    const [taken, deleted] = await both(
      id,
      () => take(articleId, id),
      () => remove(id, 1),
    )
    expect([taken.statusCode, deleted.statusCode, deleted.json().code]).toEqual([200, 409, 'media_in_use'])
    expect(await keysOf(it, id)).toHaveLength(2)
  })
})
