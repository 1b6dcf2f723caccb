import type { Body } from '@bantin/shared/body'
import { bodyFromText } from '@bantin/shared/body/body-from-text'
import { blockText } from '@bantin/shared/body/body-text'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDraft, createUnit, send } from '../../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'

let it: TestApp
let publisher: SignedInForTest
let other: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  publisher = await signIn(it, 'publisher')
  other = await signIn(it, 'admin')
})
afterAll(() => it.close())

/** A draft of three paragraphs, its blocks, and a body in which one of them says something else. */
async function threeParagraphs() {
  const { id } = await createDraft(it, publisher, { sapo: 'Mở đầu', body: bodyFromText('Một.\n\nHai.\n\nBa.') })
  const { body } = (await send(it, publisher, 'GET', `/articles/${id}`)).json() as { body: Body }
  const saying = (index: number, text: string): Body => ({
    type: 'doc',
    content: body.content.map((block, i) => (i === index ? ({ ...block, content: [{ type: 'text', text }] } as typeof block) : block)),
  })
  return { id, path: `/articles/${id}`, body, saying }
}
const textsOf = ({ content }: Body) => content.map(blockText)

describe('a stale change that says merge', () => {
  test.each(['PATCH', 'PUT'] as const)('by %s is merged when it touches other blocks and fields than the newer version', async (method) => {
    const { path, saying } = await threeParagraphs()
    await send(it, other, 'PATCH', path, { body: saying(0, 'Một của họ.'), kicker: 'Tin' }, 1)
    const target = method === 'PUT' ? `${path}/autosave` : path
    const answer = await send(it, publisher, method, target, { body: saying(2, 'Ba của tôi.'), sapo: 'Của tôi', merge: true }, 1)
    expect([answer.statusCode, answer.headers.etag]).toEqual([200, '"3"'])
    if (method === 'PUT') expect(answer.json()).toMatchObject({ version: 3, merged: true })
    const article = (await send(it, publisher, 'GET', path)).json()
    expect(article).toMatchObject({ version: 3, kicker: 'Tin', sapo: 'Của tôi' })
    expect(textsOf(article.body)).toEqual(['Một của họ.', 'Hai.', 'Ba của tôi.'])
  })

  test('of the same block is refused with both texts, and with who changed it', async () => {
    const { path, body, saying } = await threeParagraphs()
    await send(it, other, 'PATCH', path, { body: saying(1, 'Hai của họ.'), sapo: 'Của họ' }, 1)
    const mine = { body: saying(1, 'Hai của tôi.'), sapo: 'Của tôi', kicker: 'Tin', merge: true }
    const answer = await unchanged(it, () => send(it, publisher, 'PATCH', path, mine, 1))
    expect([answer.statusCode, answer.json().code]).toEqual([412, 'version_stale'])
    expect(answer.json().current).toMatchObject({ version: 2, changedBy: 'Test admin', fields: ['sapo', 'body'] })
    expect(answer.json().conflicts).toEqual([
      { field: 'sapo', yours: 'Của tôi', theirs: 'Của họ' },
      {
        field: 'body',
        blockId: body.content[1]?.attrs?.id,
        yours: saying(1, 'Hai của tôi.').content[1],
        theirs: saying(1, 'Hai của họ.').content[1],
      },
    ])
  })

  test('is measured by what its version was, through versions that changed no content', async () => {
    const { id, path } = await threeParagraphs()
    await send(it, publisher, 'POST', `${path}/publish`, {}, 1)
    await send(it, publisher, 'POST', `${path}/hold`, {}, 2)
    await send(it, other, 'PATCH', path, { kicker: 'Tin' }, 3)
    const answer = await send(it, publisher, 'PATCH', path, { sapo: 'Của tôi', merge: true }, 2)
    expect([answer.statusCode, answer.json().version]).toEqual([200, 5])
    const { rows } = await it.database.db.execute(sql`SELECT version FROM article_saves WHERE article_id = ${id} ORDER BY version`)
    expect(rows).toEqual([{ version: 1 }, { version: 4 }, { version: 5 }])
  })

  test('of a version that never was, or is no longer remembered, is refused where it differs', async () => {
    const { id, path } = await threeParagraphs()
    await send(it, other, 'PATCH', path, { kicker: 'Tin' }, 1)
    const fromTheFuture = await unchanged(it, () => send(it, publisher, 'PATCH', path, { sapo: 'Của tôi', merge: true }, 9))
    await it.database.db.execute(sql`DELETE FROM article_saves WHERE article_id = ${id}`)
    const forgotten = await unchanged(it, () => send(it, publisher, 'PATCH', path, { sapo: 'Của tôi', merge: true }, 1))
    for (const answer of [fromTheFuture, forgotten]) {
      expect(answer.json()).toMatchObject({ status: 412, conflicts: [{ field: 'sapo', yours: 'Của tôi', theirs: 'Mở đầu' }] })
    }
  })

  test('that adds nothing to the newer version leaves it', async () => {
    const { path } = await threeParagraphs()
    await send(it, other, 'PATCH', path, { sapo: 'Như nhau' }, 1)
    const answer = await unchanged(it, () => send(it, publisher, 'PATCH', path, { sapo: 'Như nhau', merge: true }, 1))
    expect([answer.statusCode, answer.json().version]).toEqual([200, 2])
  })

  test('is asked for permission before its version', async () => {
    const { path } = await threeParagraphs()
    const stranger = await signIn(it, 'editor', await createUnit(it))
    const auditor = await signIn(it, 'auditor')
    expect((await unchanged(it, () => send(it, stranger, 'PATCH', path, { merge: true }))).statusCode).toBe(404)
    expect((await unchanged(it, () => send(it, auditor, 'PATCH', path, { merge: true }))).statusCode).toBe(403)
    expect((await unchanged(it, () => send(it, publisher, 'PATCH', path, { merge: true }))).statusCode).toBe(428)
  })
})

test('a stale change that does not say merge is refused, whatever it touches', async () => {
  const { path } = await threeParagraphs()
  await send(it, other, 'PATCH', path, { kicker: 'Tin' }, 1)
  const answer = await unchanged(it, () => send(it, publisher, 'PATCH', path, { sapo: 'Của tôi' }, 1))
  expect([answer.statusCode, answer.json().conflicts]).toEqual([412, undefined])
})

test('editors who merge at the same time lose no acknowledged text, and versions have no gap', async () => {
  const { path, body } = await threeParagraphs()
  const editors = await Promise.all(Array.from({ length: 6 }, () => signIn(it, 'editor')))
  const answers = await Promise.all(
    editors.map((editor, i) => {
      const added = { type: 'paragraph', attrs: { id: `them${i}` }, content: [{ type: 'text', text: `Của người ${i}.` }] }
      return send(it, editor, 'PUT', `${path}/autosave`, { body: { ...body, content: [...body.content, added] }, merge: true }, 1)
    }),
  )
  expect(answers.map((answer) => answer.json().version).sort()).toEqual([2, 3, 4, 5, 6, 7])
  const texts = textsOf((await send(it, publisher, 'GET', path)).json().body)
  expect(texts.slice(0, 3)).toEqual(['Một.', 'Hai.', 'Ba.'])
  expect(texts.slice(3).sort()).toEqual(editors.map((_editor, i) => `Của người ${i}.`))
})
