import type { Block, Body, Figure } from '@bantin/shared/body'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDocument, createDraft, createPicture, send } from '../../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { articles } from '../../db/schema/articles.ts'
import { media } from '../../db/schema/media.ts'
import { doDue } from '../../publication/due.ts'

let it: TestApp
let publisher: SignedInForTest
let picture: string
let silent: string
let document: string
beforeAll(async () => {
  it = await createTestApp()
  publisher = await signIn(it, 'publisher')
  picture = (await createPicture(it)).id
  silent = (await createPicture(it, { alt: null })).id
  document = (await createDocument(it)).id
})
afterAll(() => it.close())

const unknownId = '00000000-0000-7000-8000-000000000000'
const body = (...content: Block[]): Body => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Một đoạn.' }] }, ...content],
})
const figure = (mediaId: string, attrs: object = {}, caption?: string): Figure => ({
  type: 'figure',
  attrs: { mediaId, ...attrs },
  ...(caption !== undefined && { content: [{ type: 'text', text: caption }] }),
})
const gallery = (...content: Figure[]): Block => ({ type: 'gallery', content })
const file = (mediaId: string): Block => ({ type: 'file', attrs: { mediaId } })
const video = (posterId: string): Block => ({ type: 'video', attrs: { host: 'youtube', videoId: 'a', posterId } })
const faultsOf = ({ statusCode, json }: Awaited<ReturnType<typeof send>>) => {
  const { code, errors } = json()
  return [statusCode, code, errors?.map((error: { pointer: string; code: string }) => `${error.pointer} ${error.code}`)]
}

describe('files that a text names', () => {
  test.each<[string, () => Body, string[]]>([
    ['a figure that is not there', () => body(figure(unknownId)), ['/body/content/1/attrs/mediaId unknown']],
    [
      'one of a gallery',
      () => body(gallery(figure(picture), figure(unknownId), figure(document))),
      ['/body/content/1/content/1/attrs/mediaId unknown', '/body/content/1/content/2/attrs/mediaId wrong_kind'],
    ],
    ['a file that is not there', () => body(file(unknownId)), ['/body/content/1/attrs/mediaId unknown']],
    ['a picture as a file', () => body(file(picture)), ['/body/content/1/attrs/mediaId wrong_kind']],
    ['a document as a figure', () => body(figure(document)), ['/body/content/1/attrs/mediaId wrong_kind']],
    ['a document before a video', () => body(video(document)), ['/body/content/1/attrs/posterId wrong_kind']],
  ])('%s → 422 unknown_reference, by its place, in a new draft and in a change', async (_name, made, places) => {
    const { id } = await createDraft(it, publisher)
    const created = await unchanged(it, () => send(it, publisher, 'POST', '/articles', { title: 'a', body: made() }))
    const changed = await unchanged(it, () => send(it, publisher, 'PATCH', `/articles/${id}`, { body: made() }, 1))
    for (const answer of [created, changed]) expect(faultsOf(answer)).toEqual([422, 'unknown_reference', places])
  })

  test('a document as the lead picture → 422 unknown_reference', async () => {
    const answer = await unchanged(it, () => send(it, publisher, 'POST', '/articles', { title: 'a', heroMediaId: document }))
    expect(faultsOf(answer)).toEqual([422, 'unknown_reference', ['/heroMediaId wrong_kind']])
  })

  test('as many as one likes are named as long as it helps', async () => {
    const answer = await send(it, publisher, 'POST', '/articles', {
      title: 'a',
      body: body(...Array.from({ length: 500 }, () => figure(unknownId))),
    })
    expect(answer.json().errors).toHaveLength(100)
  })

  test('of the kinds that belong there are taken, and kept as they were given', async () => {
    const given = body(figure(picture), gallery(figure(picture)), file(document), video(picture))
    const { id } = await createDraft(it, publisher, { body: given })
    expect((await send(it, publisher, 'GET', `/articles/${id}`)).json().body).toMatchObject(given)
  })
})

describe('publishing asks that pictures are described', () => {
  const inAnHour = () => ({ at: new Date(Date.now() + 3_600_000).toISOString() })

  test.each([
    ['publish', () => ({})],
    ['schedule', inAnHour],
  ])('%s → 422 not_publishable, by the place of each, and 200 once they are', async (verb, input) => {
    const { id: lead } = await createPicture(it, { alt: null })
    const given = body(figure(silent), gallery(figure(picture), figure(silent, {}, ' ')))
    const { id } = await createDraft(it, publisher, { heroMediaId: lead, body: given })
    const answer = await unchanged(it, () => send(it, publisher, 'POST', `/articles/${id}/${verb}`, input(), 1))
    const places = ['/heroMediaId', '/body/content/1/attrs/alt', '/body/content/2/content/1/attrs/alt'].map((place) => `${place} missing`)
    expect(faultsOf(answer)).toEqual([422, 'not_publishable', places])

    await it.database.db.update(media).set({ caption: 'Lễ trao cờ' }).where(eq(media.id, lead))
    const described = body(figure(silent, { alt: 'Hội trường' }), gallery(figure(silent, { decorative: true }), figure(silent, {}, 'Lễ')))
    await send(it, publisher, 'PATCH', `/articles/${id}`, { body: described }, 1)
    expect((await send(it, publisher, 'POST', `/articles/${id}/${verb}`, input(), 2)).statusCode).toBe(200)
  })

  test('but neither handing in nor approving does, nor the clock: what it publishes was looked at when it was scheduled', async () => {
    const { id } = await createDraft(it, publisher, { body: body(figure(silent)) })
    expect((await send(it, publisher, 'POST', `/articles/${id}/submit`, {}, 1)).statusCode).toBe(200)
    const approved = await send(it, await signIn(it, 'publisher'), 'POST', `/articles/${id}/approve`, {}, 2)
    expect(approved.statusCode).toBe(200)

    const { id: said } = await createPicture(it)
    const planned = await createDraft(it, publisher, { body: body(figure(said)) })
    await send(it, publisher, 'POST', `/articles/${planned.id}/schedule`, inAnHour(), 1)
    await it.database.db.update(media).set({ alt: null }).where(eq(media.id, said))
    await it.database.db
      .update(articles)
      .set({ publishAt: new Date(Date.now() - 1000) })
      .where(eq(articles.id, planned.id))
    expect(await doDue(it.database.db, planned.id)).toBe(true)
  })
})
