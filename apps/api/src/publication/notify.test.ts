import type { NotificationKind } from '@bantin/shared/notifications'
import { type ArticleAction, can, type Role, roles, type Subject } from '@bantin/shared/permissions'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createCategory, createDraft, createUnit, send } from '../../test/factories.ts'
import { takeJobs } from '../../test/mails.ts'
import { askFor, inHours, letTimeCome, makeMoves } from '../../test/moves.ts'
import { notificationsOf, tellBy } from '../../test/notifications.ts'
import { type SignedInForTest, signIn } from '../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { unchanged } from '../../test/unchanged.ts'
import { operator } from '../lib/acting-person.ts'
import { lockArticles } from './article.ts'
import { appendChanges } from './changes.ts'
import { doDue, postpone } from './due.ts'
import { transition } from './transition.ts'

interface Person extends SignedInForTest {
  role: Role
  place: keyof typeof places
}

const places = { site: null, above: '', here: '', below: '', elsewhere: '' }
let it: TestApp
let everybody: Person[]
let admin: Person
beforeAll(async () => {
  it = await createTestApp()
  places.above = await createUnit(it)
  places.here = await createUnit(it, { parentId: places.above })
  places.below = await createUnit(it, { parentId: places.here })
  places.elsewhere = await createUnit(it, { parentId: places.above })
  everybody = []
  for (const place of Object.keys(places) as Person['place'][]) {
    for (const role of roles) everybody.push({ ...(await signIn(it, role, places[place])), role, place })
  }
  admin = personOf('admin', 'site')
})
afterAll(() => it.close())
beforeEach(() => takeJobs(it, 'sendNotification'))

const personOf = (role: Role, place: Person['place']) => everybody.find((one) => one.role === role && one.place === place) as Person
const change = (query: string) => it.database.db.execute(sql.raw(query))

/** The people who may do it to an article of the unit here, by can(). */
function whoMay(action: ArticleAction, of: Partial<Subject> = {}): string[] {
  const subject = { unitPath: [places.here, places.above], ...of }
  const able = everybody.filter(({ userId, role, place }) => can({ userId, grants: [{ role, unitId: places[place] }] }, action, subject))
  return able.map(({ userId }) => userId)
}

/** An article of the unit here, begun by its reporter. */
async function begin(input: object = {}): Promise<{ id: string; version: number; author: Person }> {
  const author = personOf('reporter', 'here')
  return { ...(await createDraft(it, author, { unitId: places.here, ...input })), author }
}

async function assign(id: string, userId: string): Promise<void> {
  await change(`UPDATE articles SET assignee_id = '${userId}' WHERE id = '${id}'`)
}

async function told(id: string, kind: NotificationKind): Promise<string[]> {
  const all = await notificationsOf(it, id)
  return all.filter((one) => one.kind === kind).map(({ userId }) => userId)
}

const others = (ids: string[], ...actors: Person[]) => ids.filter((id) => !actors.some(({ userId }) => userId === id)).sort()

/** Leads an article of the author and another assignee to the end of the moves. */
const moves: Record<Exclude<NotificationKind, 'schedule_failed' | 'not_received'>, [string, object?][]> = {
  submitted: [['submit']],
  returned: [['submit'], ['return', { note: 'Sửa' }]],
  approved: [['submit'], ['approve']],
  published: [['publish']],
  held: [['publish'], ['hold']],
}

describe('who is told agrees with can(), for every role everywhere', () => {
  test.each(Object.entries(moves))('%s', async (kind, way) => {
    const article = await begin()
    const assignee = personOf('reporter', 'above')
    await assign(article.id, assignee.userId)
    await makeMoves(it, admin, article, ...way)
    const own = whoMay('article.read', { createdBy: article.author.userId, assigneeId: assignee.userId }).filter((id) =>
      [article.author.userId, assignee.userId].includes(id),
    )
    expect(own).toHaveLength(2)
    const action = ({ submitted: 'article.return', held: 'article.hold' } as const)[kind as 'submitted']
    const expected = new Set([...(kind === 'submitted' ? [] : own), ...(action ? whoMay(action) : [])])
    expect((await told(article.id, kind as NotificationKind)).sort()).toEqual(others([...expected], admin))
    expect(expected.size).toBeGreaterThan(1)
  })

  test('schedule_failed, and whoever had set the time', async () => {
    const article = await begin()
    await makeMoves(it, personOf('publisher', 'above'), article, ['schedule', { at: inHours(1) }])
    await change(`UPDATE articles SET publish_at = now() - interval '1 minute' WHERE id = '${article.id}'`)
    await postpone(it.database.db, article.id)
    expect((await told(article.id, 'schedule_failed')).sort()).toEqual([...whoMay('article.publish'), article.author.userId].sort())
  })

  test('only those of its people who may read it still', async () => {
    const article = await begin()
    for (const role of roles) {
      const stranger = personOf(role, 'elsewhere')
      await assign(article.id, stranger.userId)
      await change(`UPDATE articles SET scheduled_by = '${personOf(role, 'below').userId}' WHERE id = '${article.id}'`)
      await it.database.db.transaction(async (tx) => {
        const [row] = await lockArticles(tx, [article.id])
        if (row) await transition(tx, { ...row, workState: 'draft' }, 'publish', operator, { kind: 'major' })
      })
      await change(`UPDATE articles SET work_state = 'draft' WHERE id = '${article.id}'`)
    }
    expect(new Set(await told(article.id, 'published'))).toEqual(new Set([article.author.userId]))
  })
})

describe('what is due', () => {
  test('tells who had set the time that it is published, in nobody’s name, with the note of the plan', async () => {
    const article = await begin()
    const publisher = personOf('publisher', 'here')
    await makeMoves(it, publisher, article, ['schedule', { at: inHours(1), note: 'Theo kế hoạch' }])
    await letTimeCome(it, article.id, 'publishDue')
    const all = await notificationsOf(it, article.id)
    expect(all.map(({ userId }) => userId).sort()).toEqual([article.author.userId, publisher.userId].sort())
    expect(all[0]).toMatchObject({ kind: 'published', by: null, note: 'Theo kế hoạch' })
  })

  test('and fails is told once, until it is scheduled anew', async () => {
    const category = await createCategory(it)
    const article = await begin({ categoryIds: [category] })
    const publisher = personOf('publisher', 'here')
    const { version } = await makeMoves(it, publisher, article, ['schedule', { at: inHours(1) }])
    await change(`DELETE FROM categories WHERE id = '${category}'`)
    const fail = async () => {
      await change(`UPDATE articles SET publish_at = now() - interval '1 minute', due_retry_at = NULL WHERE id = '${article.id}'`)
      await expect(doDue(it.database.db, article.id)).rejects.toThrow()
      await postpone(it.database.db, article.id)
      return (await told(article.id, 'schedule_failed')).filter((id) => id === publisher.userId).length
    }
    expect([await fail(), await fail()]).toEqual([1, 1])
    await change(`UPDATE articles SET due_attempts = 0 WHERE id = '${article.id}'`)
    expect([await fail(), version]).toEqual([2, 2])
  })
})

test('whoever changes accounts at the same time holds nobody’s publication up', async () => {
  const article = await begin()
  await it.database.db.transaction(async (tx) => {
    await tx.execute(sql`SELECT FROM users FOR NO KEY UPDATE`)
    await makeMoves(it, admin, article, ['submit'], ['return', { note: 'Sửa' }], ['publish'])
  })
  expect(await told(article.id, 'published')).toEqual([article.author.userId])
})

describe('nobody is told', () => {
  test('who cannot sign in, by being disabled or not having accepted yet, or has muted the kind', async () => {
    const { author, ...article } = await begin()
    const publisher = personOf('publisher', 'here')
    await makeMoves(it, admin, article, ['submit'])
    const before = await told(article.id, 'submitted')
    const [disabled, invited, muted] = ['editor', 'publisher', 'admin'].map((role) => personOf(role as Role, 'above'))
    if (!disabled || !invited || !muted) throw new Error('they are there')
    await change(`UPDATE users SET disabled_at = now() WHERE id = '${disabled.userId}'`)
    await change(`UPDATE users SET password_hash = NULL WHERE id = '${invited.userId}'`)
    await tellBy(it, muted, { muted: ['submitted', 'held'] })
    const second = await createDraft(it, author, { unitId: places.here })
    await makeMoves(it, publisher, second, ['submit'])
    expect(await told(second.id, 'submitted')).toEqual(others(before, disabled, invited, muted, publisher).concat(admin.userId).sort())
    await change(`UPDATE users SET disabled_at = NULL, password_hash = 'none' WHERE id IN ('${disabled.userId}', '${invited.userId}')`)
    await tellBy(it, muted, { muted: [] })
  })

  test('of his own deed, of a move that is no news, and of a reason that is given later', async () => {
    const author = personOf('publisher', 'here')
    const article = await createDraft(it, author, { unitId: places.here })
    const { version } = await makeMoves(it, author, article, ['publish'], ['hold'])
    await makeMoves(it, admin, { id: article.id, version }, ['hold', { reason: 'Kiểm tra' }], ['put-back'], ['withdraw', { reason: 'Cũ' }])
    const all = await notificationsOf(it, article.id)
    expect(all.filter(({ userId }) => userId === author.userId)).toEqual([])
    expect(new Set(all.map(({ kind, note }) => `${kind} ${note}`))).toEqual(new Set(['held null']))
  })

  test('of an import', async () => {
    const { id } = await begin()
    await it.database.db.transaction(async (tx) => {
      const [row] = await lockArticles(tx, [id])
      if (!row) throw new Error('it was just made')
      await appendChanges(tx, (await transition(tx, row, 'publish', operator, { at: new Date('2020-01-01'), backfill: true })).entries)
    })
    expect(await notificationsOf(it, id)).toEqual([])
  })

  test('of a move that is refused', async () => {
    const article = await begin()
    await askFor(it, 'review')
    await unchanged(it, () => send(it, admin, 'POST', `/articles/${article.id}/publish`, {}, article.version))
    await askFor(it, 'direct')
    expect([await notificationsOf(it, article.id), await takeJobs(it, 'sendNotification')]).toEqual([[], []])
  })
})

describe('what is told', () => {
  test('has the name of whoever did it and the words given with it, at most 500 letters of them', async () => {
    const article = await begin()
    const { version } = await makeMoves(it, admin, article, ['submit', { note: '  ' }], ['return', { note: `Sửa ${'ế'.repeat(600)}` }])
    await makeMoves(
      it,
      admin,
      { id: article.id, version },
      ['submit'],
      ['approve', { note: 'Tốt' }],
      ['publish', { note: 'Bổ sung' }],
      ['hold', { reason: 'Sai số' }],
    )
    const all = await notificationsOf(it, article.id)
    const own = all.filter(({ userId }) => userId === article.author.userId).map(({ kind, by, note }) => [kind, by, note])
    expect(own).toEqual([
      ['returned', 'Test admin', `Sửa ${'ế'.repeat(495)}…`],
      ['approved', 'Test admin', 'Tốt'],
      ['published', 'Test admin', 'Bổ sung'],
      ['held', 'Test admin', 'Sai số'],
    ])
    expect(all.find(({ kind }) => kind === 'submitted')).toMatchObject({ by: 'Test admin', note: null })
  })

  test('goes by mail and chat as each has set it, by jobs of the same transaction', async () => {
    const [mailed, chatting, both] = [personOf('editor', 'here'), personOf('publisher', 'here'), personOf('admin', 'here')]
    const chatUrl = Buffer.from('sealed')
    await tellBy(it, mailed, { mail: 'at_once' })
    await tellBy(it, chatting, { mail: 'off', chatUrl })
    await tellBy(it, both, { mail: 'at_once', chatUrl })
    const article = await begin()
    await makeMoves(it, article.author, article, ['submit'])
    const { rows } = await it.database.db.execute<{ id: string; user_id: string }>(
      sql`SELECT id, user_id FROM notifications WHERE article_id = ${article.id}`,
    )
    const idOf = ({ userId }: Person) => rows.find((row) => row.user_id === userId)?.id
    const jobs = await takeJobs(it, 'sendNotification')
    expect(jobs).toHaveLength(4)
    expect(jobs).toEqual(
      expect.arrayContaining([
        { notificationId: idOf(mailed), by: 'mail' },
        { notificationId: idOf(chatting), by: 'chat' },
        { notificationId: idOf(both), by: 'mail' },
        { notificationId: idOf(both), by: 'chat' },
      ]),
    )
    for (const person of [mailed, chatting, both]) await tellBy(it, person, { mail: 'daily', chatUrl: null })
  })

  test('loses its words when the article is redacted, and goes with an article that is deleted', async () => {
    const article = await begin()
    const { version } = await makeMoves(
      it,
      admin,
      article,
      ['publish', { note: 'Có tên nạn nhân' }],
      ['hold', { reason: 'Lộ tên nạn nhân' }],
    )
    await makeMoves(it, admin, { id: article.id, version }, ['redact', { editions: [1], reason: 'Dữ liệu cá nhân' }])
    const left = await notificationsOf(it, article.id)
    expect([left.length > 2, new Set(left.map(({ note }) => note))]).toEqual([true, new Set([null])])
    const draft = await begin()
    const returned = await makeMoves(it, admin, draft, ['submit'], ['return', { note: 'Bỏ' }])
    expect((await send(it, admin, 'DELETE', `/articles/${draft.id}`, undefined, returned.version)).statusCode).toBe(204)
    expect(await notificationsOf(it, draft.id)).toEqual([])
  })
})
