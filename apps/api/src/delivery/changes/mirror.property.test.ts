import type { Article } from '@bantin/shared/articles'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDraft, createPublished, send } from '../../../test/factories.ts'
import { readFeed } from '../../../test/feed.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { operator } from '../../lib/acting-person.ts'
import { beginEpoch } from '../../publication/begin-epoch.ts'

let it: TestApp
let admin: SignedInForTest
let target: string
beforeAll(async () => {
  it = await createTestApp()
  admin = await signIn(it, 'admin')
  target = (await createPublished(it, admin)).id
})
afterAll(() => it.close())

/** A portal that follows the feed, with or without articles in its pages. */
interface Mirror {
  articles: Map<string, Article>
  cursor: string | undefined
  include: object
}

const newMirror = (include: object): Mirror => ({ articles: new Map(), cursor: undefined, include })

/** Applies a page, and stores its cursor unless it dies before. Answers whether there is more. */
async function pull(mirror: Mirror, limit: number, dies = false): Promise<boolean> {
  const { articles, cursor, include } = mirror
  const page = await readFeed(it, { limit, ...include, ...(cursor !== undefined && { cursor }) })
  for (const entry of page.data) {
    const shown = entry.action === 'put' && ('article' in entry ? entry.article : await readArticle(entry.id))
    if (shown) articles.set(entry.id, shown)
    else if (entry.action === 'delete') articles.delete(entry.id)
  }
  if (!dies) mirror.cursor = page.cursor
  return page.more
}

async function readArticle(id: string): Promise<Article | undefined> {
  const answer = await it.app.inject(`/api/v1/articles/${id}`)
  return answer.statusCode === 200 ? (answer.json() as Article) : undefined
}

/** Everything that the public lists name, and what they leave out but is readable at its address. */
async function shownByDelivery(): Promise<Map<string, Article>> {
  const list = (await it.app.inject('/api/v1/articles?limit=100')).json() as { data: Article[]; page: { next: string | null } }
  // Else this would be the first of several pages.
  expect(list.page.next).toBeNull()
  const listed = list.data.map(({ id }) => id)
  const { rows } = await it.database.db.execute<{ id: string }>(sql`SELECT id FROM articles WHERE public_state = 'withdrawn'`)
  const all = await Promise.all([...listed, ...rows.map(({ id }) => id)].map(readArticle))
  return new Map(all.flatMap((article) => (article ? [[article.id, article] as const] : [])))
}

const verbs: Record<string, () => object> = {
  edit: () => ({ title: 'Lần viết khác' }),
  publish: () => ({ kind: 'minor' }),
  correct: () => ({ kind: 'correction', correction: { wrong: 'Bảy', right: 'Tám' } }),
  update: () => ({}),
  hold: () => ({}),
  'put-back': () => ({}),
  withdraw: () => ({ reason: 'Hết hạn' }),
  redirect: () => ({ target }),
  remove: () => ({ answer: 'gone', reason: 'Yêu cầu' }),
  redact: () => ({ editions: [1], reason: 'Tên người' }),
}
const publishing = ['publish', 'correct', 'update']

/** Does it where the states allow it; what is refused changes nothing. */
async function perform(id: string, verb: string): Promise<void> {
  const { version } = (await send(it, admin, 'GET', `/articles/${id}`)).json()
  const [method, path] =
    verb === 'edit' ? (['PATCH', ''] as const) : (['POST', `/${publishing.includes(verb) ? 'publish' : verb}`] as const)
  const answer = await send(it, admin, method, `/articles/${id}${path}`, verbs[verb]?.(), version)
  if (publishing.includes(verb) && answer.statusCode === 422) {
    // A first edition is neither a minor one nor a correction.
    await send(it, admin, 'POST', `/articles/${id}/publish`, {}, version)
    return
  }
  expect([200, 409, 422]).toContain(answer.statusCode)
}

type Step =
  | { does: 'perform'; article: number; verb: string }
  | { does: 'pull'; mirror: number; limit: number; dies: boolean }
  | { does: 'begin anew'; mirror: number }
  | { does: 'new epoch' }

const mirror = fc.nat(1)
const steps = fc.array(
  fc.oneof(
    {
      weight: 12,
      arbitrary: fc.record({ does: fc.constant('perform' as const), article: fc.nat(3), verb: fc.constantFrom(...Object.keys(verbs)) }),
    },
    {
      weight: 8,
      arbitrary: fc.record({ does: fc.constant('pull' as const), mirror, limit: fc.integer({ min: 1, max: 5 }), dies: fc.boolean() }),
    },
    { weight: 4, arbitrary: fc.record({ does: fc.constant('begin anew' as const), mirror }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('new epoch' as const) }) },
  ),
  { minLength: 15, maxLength: 40 },
)

async function take(step: Step, articles: string[], mirrors: Mirror[]): Promise<void> {
  if (step.does === 'perform') return await perform(articles[step.article] as string, step.verb)
  if (step.does === 'new epoch') return void (await beginEpoch(it.database.db, operator))
  const pulling = mirrors[step.mirror] as Mirror
  if (step.does === 'pull') await pull(pulling, step.limit, step.dies)
  // Its copies it keeps: what was taken away meanwhile has to leave them all the same.
  else pulling.cursor = undefined
}

// What fails is printed with its seed and path: give both to fc.assert to run it again.
test('whoever applies pages at whatever moments ends with exactly what delivery shows', async () => {
  const property = fc.asyncProperty(steps, async (all) => {
    const articles = await Promise.all([1, 2, 3, 4].map(async () => (await createDraft(it, admin)).id))
    const mirrors = [newMirror({ include: 'article' }), newMirror({})]
    for (const step of all) await take(step, articles, mirrors)
    const shown = await shownByDelivery()
    for (const each of mirrors) {
      while (await pull(each, 40)) {}
      expect(each.articles).toEqual(shown)
      expect(each.cursor).toMatch(/^\d+:\d+$/)
    }
  })
  await fc.assert(property, { numRuns: 8, interruptAfterTimeLimit: 60_000 })
}, 90_000)
