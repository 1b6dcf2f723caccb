import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { send } from '../../../test/factories.ts'
import { articleOf, handOver, type Leaving, prepareLeaving } from '../../../test/leaver.ts'
import { signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { countWaiting, whileLocked } from '../../../test/while-locked.ts'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
  await signIn(it, 'admin')
})
afterAll(() => it.close())

type Sending = () => ReturnType<typeof send>
const lockOfUsers = (...ids: string[]) => sql`SELECT FROM users WHERE id IN (${sql.join(ids, sql`, `)}) FOR UPDATE`
const lockOfArticle = (id: string) => sql`SELECT FROM articles WHERE id = ${id} FOR UPDATE`

/** Both wait for the lock, the first one before the second, when it is let go. Answers the statuses. */
async function meet(lock: ReturnType<typeof sql>, first: Sending, second: Sending): Promise<number[]> {
  const answers = await whileLocked(it, lock, 2, async () => {
    const running = first()
    await expect.poll(() => countWaiting(it.database)).toBe(1)
    return await Promise.all([running, second()])
  })
  return answers.map(({ statusCode }) => statusCode)
}

/** Two publishers of one unit, each with work of his own. */
async function prepareTwo(): Promise<[Leaving, Leaving]> {
  const [one, other] = [await prepareLeaving(it), await prepareLeaving(it)]
  await it.app.db.execute(sql`UPDATE grants SET unit_id = ${one.unit} WHERE user_id IN (${other.leaver.userId}, ${other.admin.userId})`)
  await it.app.db.execute(sql`UPDATE articles SET unit_id = ${one.unit} WHERE unit_id = ${other.unit}`)
  return [one, other]
}

describe('two hand-overs at once', () => {
  test('crosswise are made one after the other: all the work is with the one who was given it last', async () => {
    const [one, other] = await prepareTwo()
    const give = (from: Leaving, to: Leaving) => () =>
      handOver(it, from.admin, from.leaver.userId, { to: to.leaver.userId, articles: 'give', schedules: 'give', links: 'give' }, 1)
    const statuses = await meet(lockOfUsers(one.leaver.userId, other.leaver.userId), give(one, other), give(other, one))
    expect(statuses).toEqual([200, 200])
    for (const { draft, inReview } of [one, other]) {
      for (const id of [draft, inReview]) expect((await articleOf(it, id)).assigneeId).toBe(one.leaver.userId)
    }
    for (const { scheduled } of [one, other]) expect((await articleOf(it, scheduled)).scheduledBy).toBe(one.leaver.userId)
  })

  test('crosswise with the roles: whoever comes second is told that the account has changed', async () => {
    const [one, other] = await prepareTwo()
    await it.app.db.execute(sql`UPDATE grants SET role = 'reporter' WHERE user_id = ${other.leaver.userId}`)
    const give = (from: Leaving, to: Leaving) => () =>
      handOver(it, from.admin, from.leaver.userId, { to: to.leaver.userId, grants: 'give', disable: true }, 1)
    const statuses = await meet(lockOfUsers(one.leaver.userId, other.leaver.userId), give(one, other), give(other, one))
    expect(statuses).toEqual([200, 412])
  })

  test('of one person: one is made, and the other is told', async () => {
    const { leaver, admin, successor } = await prepareLeaving(it)
    const give = () => handOver(it, admin, leaver.userId, { to: successor.userId, articles: 'give' }, 1)
    expect(await meet(lockOfUsers(leaver.userId), give, give)).toEqual([200, 412])
  })

  test('to one successor, who has each role once', async () => {
    const [one, other] = await prepareTwo()
    const give = (from: Leaving) => () => handOver(it, from.admin, from.leaver.userId, { to: one.successor.userId, grants: 'give' }, 1)
    expect(await meet(lockOfUsers(one.successor.userId), give(one), give(other))).toEqual([200, 200])
    const { rows } = await it.app.db.execute(sql`SELECT role FROM grants WHERE user_id = ${one.successor.userId}`)
    expect(rows).toEqual([{ role: 'publisher' }])
  })
})

describe('a hand-over against who works on an article', () => {
  const everything = { articles: 'give', schedules: 'give', links: 'revoke', grants: 'remove', disable: true } as const

  test.each(['first', 'second'])('an autosave of the person himself that comes %s is kept', async (place) => {
    const { leaver, admin, successor, draft } = await prepareLeaving(it)
    const { version } = await articleOf(it, draft)
    const save = () => send(it, leaver, 'PUT', `/articles/${draft}/autosave`, { sapo: 'Chữ cuối cùng' }, version)
    const give = () => handOver(it, admin, leaver.userId, { to: successor.userId, ...everything })
    const statuses = await meet(lockOfArticle(draft), ...((place === 'first' ? [save, give] : [give, save]) as [Sending, Sending]))
    expect(statuses).toEqual([200, 200])
    expect(await articleOf(it, draft)).toMatchObject({ version: version + 1, assigneeId: successor.userId })
    const seen = await send(it, successor, 'GET', `/articles/${draft}`)
    expect(seen.json().sapo).toBe('Chữ cuối cùng')
    expect((await save()).statusCode).toBe(401)
  })

  test.each(['first', 'second'])('a publication that comes %s is made, and nothing that is public is handed over', async (place) => {
    const { leaver, admin, successor, draft } = await prepareLeaving(it)
    const { version } = await articleOf(it, draft)
    const publish = () => send(it, successor, 'POST', `/articles/${draft}/publish`, {}, version)
    const give = () => handOver(it, admin, leaver.userId, { to: successor.userId, ...everything })
    const statuses = await meet(lockOfArticle(draft), ...((place === 'first' ? [publish, give] : [give, publish]) as [Sending, Sending]))
    expect(statuses).toEqual([200, 200])
    const assigneeId = place === 'first' ? null : successor.userId
    expect(await articleOf(it, draft)).toMatchObject({ publicState: 'published', workState: 'none', assigneeId })
  })

  test.each(['first', 'second'])('who takes an article off the schedule %s leaves it as a draft, once', async (place) => {
    const { leaver, admin, successor, scheduled } = await prepareLeaving(it)
    const { version } = await articleOf(it, scheduled)
    const unschedule = () => send(it, successor, 'POST', `/articles/${scheduled}/unschedule`, {}, version)
    const give = () => handOver(it, admin, leaver.userId, { ...everything, articles: 'leave', schedules: 'unschedule' })
    const requests = (place === 'first' ? [unschedule, give] : [give, unschedule]) as [Sending, Sending]
    expect(await meet(lockOfArticle(scheduled), ...requests)).toEqual(place === 'first' ? [200, 200] : [200, 412])
    expect(await articleOf(it, scheduled)).toMatchObject({ workState: 'draft', scheduledBy: null, version: version + 1 })
  })
})
