import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPublished, send } from '../../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { findSite } from '../../db/find-site.ts'
import { articleSlugs } from '../../db/schema/articles.ts'

let it: TestApp
let publisher: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  publisher = await signIn(it, 'publisher')
})
afterAll(() => it.close())

interface Former {
  id: string
  version: number
  slug: string
}

/** A published article that had another address once. */
async function createMoved(): Promise<Former & { oldSlug: string }> {
  const { id, version, slug } = await createPublished(it, publisher)
  const oldSlug = `${slug}-cu`
  const { id: siteId } = await findSite(it.database.db)
  await it.database.db.insert(articleSlugs).values({ siteId, slug: oldSlug, articleId: id, current: false })
  return { id, version, slug, oldSlug }
}

async function move(article: Former, verb: string, input: object): Promise<Former> {
  const answer = await send(it, publisher, 'POST', `/articles/${article.id}/${verb}`, input, article.version)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return { ...article, version: answer.json().version }
}

const get = (idOrSlug: string) => it.app.inject(`/api/v1/articles/${idOrSlug}`)

/** What each of the article's addresses answers: all the same, or the test fails. */
async function answerOf({ id, slug, oldSlug }: Former & { oldSlug: string }) {
  const answers = await Promise.all([id, slug, oldSlug].map(get))
  const [first] = answers
  for (const answer of answers) expect(answer.rawPayload).toEqual(first?.rawPayload)
  expect(new Set(answers.map(({ headers }) => headers['cache-control']))).toEqual(new Set(['no-store']))
  return first?.json()
}

test('an old slug leads to the current address, which nobody keeps for long', async () => {
  const { slug, oldSlug } = await createMoved()
  const answer = await get(oldSlug)
  expect([answer.statusCode, answer.headers.location, answer.headers['cache-control']]).toEqual([
    308,
    `http://localhost:3000/api/v1/articles/${slug}`,
    'public, max-age=0, s-maxage=10',
  ])
})

describe('a redirected article answers 410 at its id and at every slug it had', () => {
  test('with the article that replaced it', async () => {
    const [article, target] = [await createMoved(), await createPublished(it, publisher)]
    await move(article, 'redirect', { target: target.id })
    const problem = await answerOf(article)
    expect(problem).toMatchObject({ status: 410, code: 'article_redirected', replacedBy: target.id })
    expect((await get(problem.replacedBy)).statusCode).toBe(200)
  })

  test('with the end of the way, when what replaced it was replaced itself', async () => {
    const [first, second, third] = [await createMoved(), await createMoved(), await createPublished(it, publisher)]
    await move(first, 'redirect', { target: second.id })
    await move(second, 'redirect', { target: third.id })
    for (const article of [first, second]) expect(await answerOf(article)).toMatchObject({ replacedBy: third.id })
  })

  test.each([
    ['hold', {}],
    ['remove', { answer: 'gone', reason: 'Sai' }],
    ['remove', { answer: 'vanish', reason: 'Sai' }],
  ])('as removed, naming nothing, once what replaced it is no longer public (%s %o)', async (verb, input) => {
    const [article, target] = [await createMoved(), await createPublished(it, publisher)]
    await move(article, 'redirect', { target: target.id })
    await move(target, verb, input)
    const problem = await answerOf(article)
    expect(problem).toMatchObject({ status: 410, code: 'article_removed' })
    expect(JSON.stringify(problem)).not.toContain(target.id)
  })

  test('and is there again when it is put back', async () => {
    const [article, target] = [await createMoved(), await createPublished(it, publisher)]
    await move(await move(article, 'redirect', { target: target.id }), 'put-back', {})
    expect([(await get(article.id)).statusCode, (await get(article.oldSlug)).statusCode]).toEqual([200, 308])
  })
})

describe('a removed article', () => {
  test('that says so answers 410 at its id and at every slug it had, without the reason', async () => {
    const article = await createMoved()
    await move(article, 'remove', { answer: 'gone', reason: 'Lý do chỉ để lưu' })
    const problem = await answerOf(article)
    expect(problem).toMatchObject({ status: 410, code: 'article_removed' })
    expect(JSON.stringify(problem)).not.toContain('Lý do')
  })

  test.each([
    ['that vanished', 'remove', { answer: 'vanish', reason: 'Sai' }],
    ['on hold', 'hold', { reason: 'Kiểm tra lại' }],
  ])('%s answers like one that never was, byte for byte, at all of them', async (_name, verb, input) => {
    const article = await createMoved()
    await move(article, verb, input)
    const answers = await Promise.all([article.id, article.slug, article.oldSlug].map(get))
    const missing = await get('khong-co')
    for (const answer of answers) expect([answer.statusCode, answer.rawPayload]).toEqual([404, missing.rawPayload])
  })
})

test('what is answered of an article that has left is part of what is public: it changes with a new generation, a draft without', async () => {
  const generation = async () => (await it.database.db.execute(sql`SELECT generation FROM public_generation`)).rows[0]?.generation
  const [article, target] = [await createMoved(), await createPublished(it, publisher)]
  let last = await generation()
  let former: Former = article
  for (const [verb, input] of [
    ['hold', {}],
    ['redirect', { target: target.id }],
    ['remove', { answer: 'gone', reason: 'Sai' }],
  ] as const) {
    former = await move(former, verb, input)
    expect([verb, await generation()]).toEqual([verb, Number(last) + 1])
    last = await generation()
  }
  await send(it, publisher, 'PATCH', `/articles/${article.id}`, { sapo: 'Bản nháp' }, former.version)
  expect(await generation()).toBe(last)
})
