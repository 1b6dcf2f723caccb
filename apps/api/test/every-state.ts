import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { tags } from '../src/db/schema/categories.ts'
import { clock } from '../src/lib/acting-person.ts'
import { lockArticles } from '../src/publication/article.ts'
import { appendChanges } from '../src/publication/changes.ts'
import { transition } from '../src/publication/transition.ts'
import { everyBlock } from './every-block.ts'
import { createAuthor, createCategory, createDocument, createDraft, createPicture, createUnit, send } from './factories.ts'
import type { SignedInForTest } from './sign-in.ts'
import type { TestApp } from './test-app.ts'

type Move = [path: string, input: object]

const rewritten: Move = ['', { title: 'Tít đã sửa', sapo: 'Sapo đã sửa' }]
const corrected: Move = ['publish', { kind: 'correction', correction: { wrong: 'Sai', right: 'Đúng', note: 'Ghi chú' }, note: 'Vì sao' }]
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString()

/** What each article goes through behind its draft. */
const lives = {
  draft: [],
  inReview: [['submit', {}]],
  approved: [
    ['submit', {}],
    ['approve', {}],
  ],
  scheduled: [['schedule', { at: inAnHour() }]],
  published: [['publish', {}]],
  datedBack: [['publish', { firstPublishedAt: '2021-12-28T07:05:00.000+07:00' }], rewritten, ['publish', { kind: 'minor' }]],
  updated: [['publish', {}], rewritten, ['publish', { kind: 'major', note: 'Thêm số liệu' }]],
  corrected: [['publish', {}], rewritten, corrected],
  toBeUpdated: [['publish', {}], rewritten, ['schedule', { at: inAnHour(), kind: 'minor' }]],
  held: [['publish', {}], rewritten, corrected, ['', { title: 'Sửa tiếp' }], ['hold', { reason: 'Kiểm tra' }]],
  putBack: [
    ['publish', {}],
    ['hold', {}],
    ['put-back', {}],
  ],
  withdrawn: [
    ['publish', {}],
    ['withdraw', { reason: 'Hết hiệu lực' }],
  ],
  gone: [
    ['publish', {}],
    ['remove', { answer: 'gone', reason: 'Đăng nhầm' }],
  ],
  vanished: [
    ['publish', {}],
    ['remove', { answer: 'vanish', reason: 'Đăng nhầm' }],
  ],
  redactedBefore: [['publish', {}], rewritten, corrected, ['redact', { editions: [1], reason: 'Dữ liệu cá nhân' }]],
  redacted: [
    ['publish', {}],
    ['hold', {}],
    ['redact', { editions: [1], reason: 'Dữ liệu cá nhân' }],
  ],
} satisfies Record<string, Move[]>

export type LifeName = keyof typeof lives | 'redirected' | 'redirectedToo' | 'publishedDue' | 'withdrawnDue'

/** An article in every state that an article can be in, by what it went through: their ids. `admin` acts through the API, and the clock. */
export async function createEveryState(it: TestApp, admin: SignedInForTest): Promise<Record<LifeName, string>> {
  const content = await richContent(it)
  const ids: Partial<Record<LifeName, string>> = {}
  for (const [name, moves] of Object.entries(lives)) ids[name as LifeName] = await live(it, admin, content, moves as Move[])
  const target = ids.published as string
  for (const name of ['redirected', 'redirectedToo'] as const)
    ids[name] = await live(it, admin, content, [
      ['publish', {}],
      ['redirect', { target }],
    ])
  const until = { until: new Date(Date.now() + 7_200_000).toISOString(), untilReason: 'Hết hạn' }
  for (const name of ['publishedDue', 'withdrawnDue'] as const)
    ids[name] = await live(it, admin, content, [['schedule', { at: inAnHour(), ...until }]])
  await passTime(it, [ids.publishedDue as string, ids.withdrawnDue as string], 'publishDue')
  await passTime(it, [ids.withdrawnDue as string], 'withdrawDue')
  return ids as Record<LifeName, string>
}

async function live(it: TestApp, as: SignedInForTest, content: object, moves: Move[]): Promise<string> {
  const { id, version } = await createDraft(it, as, content)
  let current = version
  for (const [path, input] of moves) {
    const answer = await send(it, as, path === '' ? 'PATCH' : 'POST', `/articles/${id}${path && `/${path}`}`, input, current)
    if (answer.statusCode !== 200) throw new Error(`no ${path || 'edit'}: ${answer.body}`)
    current = answer.json().version
  }
  return id
}

/** Everything that an article can carry. */
async function richContent(it: TestApp) {
  const { id: siteId } = (await it.database.db.execute<{ id: string }>(sql`SELECT id FROM sites`)).rows[0] ?? { id: '' }
  const tagId = uuidv7()
  await it.database.db.insert(tags).values({ id: tagId, siteId, slug: `the-${tagId}`, name: 'Thẻ thử' })
  const unitId = await createUnit(it)
  const { id: heroMediaId } = await createPicture(it)
  return {
    unitId,
    kicker: 'Tít phụ thử',
    sapo: 'Sapo thử',
    heroMediaId,
    body: everyBlock(heroMediaId, (await createPicture(it)).id, (await createDocument(it)).id),
    bylines: [
      { authorId: await createAuthor(it), role: 'text' },
      { authorId: await createAuthor(it), role: 'photo' },
    ],
    units: [
      { unitId, role: 'lead' },
      { unitId: await createUnit(it), role: 'mentioned' },
    ],
    categoryIds: [await createCategory(it), await createCategory(it)],
    tagIds: [tagId],
    event: { startsOn: '2026-11-23', endsOn: null, place: 'Hội trường thử' },
    source: { name: 'Báo thử', url: 'https://example.test/', author: null },
  }
}

/** Lets the clock reach what was planned, a minute ago. */
async function passTime({ database: { db } }: TestApp, ids: string[], verb: 'publishDue' | 'withdrawDue'): Promise<void> {
  await db.transaction(async (tx) => {
    const planned = sql.raw(verb === 'publishDue' ? 'publish_at' : 'withdraw_at')
    const entries = []
    for (const { id } of await lockArticles(tx, ids)) {
      await tx.execute(sql`UPDATE articles SET ${planned} = date_trunc('milliseconds', now()) - interval '1 minute' WHERE id = ${id}`)
      const [article] = await lockArticles(tx, [id])
      if (article) entries.push(...(await transition(tx, article, verb, clock, {})).entries)
    }
    await appendChanges(tx, entries)
  })
}
