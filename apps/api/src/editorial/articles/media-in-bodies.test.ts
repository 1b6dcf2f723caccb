import type { Block, Body, Figure } from '@bantin/shared/body'
import { bodyFromText } from '@bantin/shared/body/body-from-text'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDocument, createDraft, createPicture, send } from '../../../test/factories.ts'
import { makeMoves } from '../../../test/moves.ts'
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
const inAnHour = () => ({ at: new Date(Date.now() + 3_600_000).toISOString() })
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

describe('publishing asks that letters can be read', () => {
  const legacy = {
    title: 'B¸o c¸o quý II',
    sapo: 'Hoäi nghò toång keát naêm hoïc môùi',
    body: bodyFromText('Đoạn đúng.\n\nCéng hoµ x· héi chñ nghÜa ViÖt Nam'),
  }
  const places = ['/title legacy_font', '/sapo legacy_font', '/body/content/1 legacy_font']

  test.each([
    ['publish', () => ({})],
    ['schedule', inAnHour],
  ])('%s of a text for an old font → 422 not_publishable, by its places, unless somebody says that he has looked', async (verb, input) => {
    const { id } = await createDraft(it, publisher, legacy)
    const answer = await unchanged(it, () => send(it, publisher, 'POST', `/articles/${id}/${verb}`, input(), 1))
    expect(faultsOf(answer)).toEqual([422, 'not_publishable', places])
    const accepted = await send(it, publisher, 'POST', `/articles/${id}/${verb}`, { ...input(), acceptLegacyFont: true }, 1)
    expect(accepted.statusCode).toBe(200)
    if (verb === 'schedule') {
      await it.database.db
        .update(articles)
        .set({ publishAt: new Date(Date.now() - 1000) })
        .where(eq(articles.id, id))
      expect(await doDue(it.database.db, id)).toBe(true)
    }
  })
})

describe('what shows a file', () => {
  const stateOf = async (id: string) => {
    const { rows } = await it.database.db.execute<{ public: boolean; references: number }>(sql`
      SELECT public, (SELECT count(*)::int FROM media_references WHERE media_id = id) AS references FROM media WHERE id = ${id}`)
    return [rows[0]?.public, rows[0]?.references]
  }

  test('is true of every revision: it opens with a publication and is closed by holding, and revisions that were never public keep it', async () => {
    const [{ id: shown }, { id: earlier }] = [await createPicture(it), await createPicture(it)]
    const draft = await createDraft(it, publisher, { body: body(figure(earlier)) })
    const edited = await makeMoves(it, await signIn(it, 'admin'), draft, ['edit', { body: body(gallery(figure(shown)), file(document)) }])
    const moved = await makeMoves(it, publisher, edited, ['publish', {}])
    expect([await stateOf(shown), await stateOf(earlier)]).toEqual([
      [true, 1],
      [false, 1],
    ])
    await makeMoves(it, publisher, moved, ['hold', {}])
    expect(await stateOf(shown)).toEqual([false, 1])
  })

  test('comes back with an earlier revision', async () => {
    const given = body(figure(picture), file(document))
    const draft = await createDraft(it, publisher, { body: given })
    const other = await makeMoves(it, await signIn(it, 'admin'), draft, ['edit', { body: body() }])
    const { id } = await makeMoves(it, publisher, other, ['restore', { revision: 1 }])
    expect((await send(it, publisher, 'GET', `/articles/${id}`)).json().body).toMatchObject(given)
  })

  test('is forgotten by redaction: nobody is shown it, and it can be deleted', async () => {
    const admin = await signIn(it, 'admin')
    const { id: private_ } = await createPicture(it)
    const draft = await createDraft(it, admin, { body: body(figure(private_)) })
    const published = await makeMoves(it, admin, draft, ['publish', {}], ['edit', { body: body() }], ['publish', { kind: 'minor' }])
    expect(await stateOf(private_)).toEqual([false, 1])
    await makeMoves(it, admin, published, ['redact', { editions: [1], reason: 'Ảnh trẻ em' }])
    expect(await stateOf(private_)).toEqual([false, 0])
  })

  test('is merged block by block with what somebody else changed, and one figure that both changed is a conflict', async () => {
    const { id } = await createDraft(it, publisher, { body: body(figure(picture), file(document)) })
    const { body: known } = (await send(it, publisher, 'GET', `/articles/${id}`)).json() as { body: Body }
    const withAlt = (alt: string) => ({
      type: 'doc',
      content: known.content.map((block) => (block.type === 'figure' ? { ...block, attrs: { ...block.attrs, alt } } : block)),
    })
    const withName = {
      type: 'doc',
      content: known.content.map((block) => (block.type === 'file' ? { ...block, content: [{ type: 'text', text: 'Kế hoạch' }] } : block)),
    }
    await send(it, await signIn(it, 'editor'), 'PATCH', `/articles/${id}`, { body: withAlt('Hội trường') }, 1)
    const merged = await send(it, publisher, 'PATCH', `/articles/${id}`, { body: withName, merge: true }, 1)
    expect(merged.json().body.content).toMatchObject([{}, { attrs: { alt: 'Hội trường' } }, { content: [{ text: 'Kế hoạch' }] }])
    const conflict = await unchanged(it, () =>
      send(it, publisher, 'PATCH', `/articles/${id}`, { body: withAlt('Sân khấu'), merge: true }, 1),
    )
    expect([conflict.statusCode, conflict.json().conflicts?.[0]?.blockId]).toEqual([412, known.content[1]?.attrs?.id])
  })
})
