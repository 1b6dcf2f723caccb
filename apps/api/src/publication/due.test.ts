import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openDesk } from '../../test/events.ts'
import { createCategory, createDraft, createPublished, send } from '../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { lockArticles } from './article.ts'
import { countOverdue, doDue, findDue, postpone } from './due.ts'
import { doRound, startScheduler } from './scheduler.ts'

let it: TestApp
let publisher: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  publisher = await signIn(it, 'publisher')
})
afterAll(() => it.close())
afterEach(() => rows("UPDATE articles SET publish_at = now() + interval '1 day' WHERE work_state = 'scheduled'"))

const rows = async (query: string) => (await it.database.db.execute<Record<string, never>>(sql.raw(query))).rows
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString()

/** An article that was scheduled properly, and whose moment came so many minutes ago. */
async function createDue(minutesAgo: number, more: object = {}, input: object = {}): Promise<string> {
  const { id } = await createDraft(it, publisher, input)
  const answer = await send(it, publisher, 'POST', `/articles/${id}/schedule`, { at: inAnHour(), ...more }, 1)
  expect([answer.statusCode, answer.json().workState]).toEqual([200, 'scheduled'])
  await rows(`UPDATE articles SET publish_at = date_trunc('second', now()) - interval '${minutesAgo} minutes' WHERE id = '${id}'`)
  return id
}

async function runScheduler(until: () => Promise<void>): Promise<string[]> {
  const lines: string[] = []
  const scheduler = startScheduler(it.database.background, (line) => lines.push(line))
  await until()
  await scheduler.stop()
  return lines
}

describe('what is due', () => {
  test('is published by the scheduler with the time it was scheduled for, in the name of who scheduled it', async () => {
    const id = await createDue(90)
    expect(await countOverdue(it.database.db)).toEqual({ overdue: 1, failing: 0 })
    expect((await it.app.inject(`/api/v1/articles/${id}`)).statusCode).toBe(404)
    await runScheduler(() => expect.poll(async () => (await it.app.inject(`/api/v1/articles/${id}`)).statusCode).toBe(200))
    expect(
      await rows(`SELECT extract(epoch FROM now() - published_at) > 5300 AS earlier, first_published_at = published_at AS first,
      work_state, publish_at FROM articles WHERE id = '${id}'`),
    ).toEqual([{ earlier: true, first: true, work_state: 'none', publish_at: null }])
    expect(
      await rows(`SELECT e.published_by, e.published_at = a.published_at AS same FROM editions e JOIN articles a ON a.id = e.article_id
      WHERE a.id = '${id}'`),
    ).toEqual([{ published_by: publisher.userId, same: true }])
    expect(await countOverdue(it.database.db)).toEqual({ overdue: 0, failing: 0 })
  })

  test('is taken in the order of its time, also when it fell due while nothing ran', async () => {
    const ids = [await createDue(1), await createDue(30), await createDue(10)]
    expect(await findDue(it.database.db, 20)).toEqual([ids[1], ids[2], ids[0]])
    await runScheduler(() => expect.poll(() => findDue(it.database.db, 20)).toEqual([]))
    const feed = await rows(`SELECT entity_id FROM changes WHERE entity_id IN ('${ids.join("','")}') ORDER BY seq`)
    expect(feed.map((entry) => entry.entity_id)).toEqual([ids[1], ids[2], ids[0]])
  })

  test('is done once, however many take it at once', async () => {
    const id = await createDue(1)
    const done = await Promise.all(Array.from({ length: 8 }, () => doDue(it.database.db, id)))
    expect(done.filter(Boolean)).toHaveLength(1)
    expect(await rows(`SELECT count(*)::int AS n FROM changes WHERE entity_id = '${id}'`)).toEqual([{ n: 1 }])
  })

  test('is looked for again at once while there is more to do, and not while others have all of it', async () => {
    const ids: string[] = []
    while (ids.length < 20) ids.push(await createDue(1))
    const { signal } = new AbortController()
    const mayBeMore = () => doRound(it.database.background, () => undefined, signal)
    await it.database.db.transaction(async (tx) => {
      await lockArticles(tx, ids)
      expect(await mayBeMore()).toBe(false)
    })
    expect([await mayBeMore(), await mayBeMore()]).toEqual([true, false])
  })

  test('and fails is counted, tried later, and keeps nobody else waiting', async () => {
    const category = await createCategory(it)
    const poisoned = await createDue(60, {}, { categoryIds: [category] })
    const other = await createDue(1)
    await rows(`DELETE FROM categories WHERE id = '${category}'`)
    const lines = await runScheduler(() => expect.poll(async () => (await it.app.inject(`/api/v1/articles/${other}`)).statusCode).toBe(200))
    expect(lines).toEqual([expect.stringContaining(poisoned)])
    expect(await countOverdue(it.database.db)).toEqual({ overdue: 1, failing: 1 })
    const { schedule, version } = (await send(it, publisher, 'GET', `/articles/${poisoned}`)).json()
    expect([schedule.failures, version]).toEqual([1, 2])
    expect(await findDue(it.database.db, 20)).toEqual([])
    await rows(`UPDATE articles SET due_retry_at = now() WHERE id = '${poisoned}'`)
    expect(await findDue(it.database.db, 20)).toEqual([poisoned])
  })
})

test('what fails is an event of the desk once, which changes nothing of the article, until it is scheduled anew', async () => {
  const id = await createDue(1)
  const desk = await openDesk(it, publisher)
  for (let tries = 0; tries < 3; tries++) await postpone(it.database.db, id)
  await send(it, publisher, 'POST', `/articles/${id}/unschedule`, {}, 2)
  await send(it, publisher, 'POST', `/articles/${id}/schedule`, { at: inAnHour() }, 3)
  await rows(`UPDATE articles SET publish_at = now() - interval '1 minute' WHERE id = '${id}'`)
  await postpone(it.database.db, id)
  const events = await desk.take(4)
  expect(events.map(({ action, version }) => [action, version])).toEqual([
    ['article.dueFailed', null],
    ['article.unschedule', 3],
    ['article.schedule', 4],
    ['article.dueFailed', null],
  ])
  expect(events[0]).toMatchObject({ articleId: id, by: { id: null, name: 'clock' }, fields: [] })
  const { current } = (await send(it, publisher, 'POST', `/articles/${id}/unschedule`, {}, 2)).json()
  expect(current).toMatchObject({ version: 4, changedBy: 'Test publisher' })
})

test('a new schedule begins anew: what failed before does not hold it back', async () => {
  const { id } = await createDraft(it, publisher)
  await rows(`UPDATE articles SET due_attempts = 3, due_retry_at = now() + interval '5 minutes' WHERE id = '${id}'`)
  const scheduled = await send(it, publisher, 'POST', `/articles/${id}/schedule`, { at: inAnHour() }, 1)
  expect(scheduled.json().schedule.failures).toBe(0)
  await rows(`UPDATE articles SET publish_at = now() - interval '1 minute' WHERE id = '${id}'`)
  expect(await findDue(it.database.db, 20)).toEqual([id])
})

describe('what people took down after they had scheduled it', () => {
  test.each([
    ['hold', {}],
    ['remove', { answer: 'gone', reason: 'Sai sự thật' }],
  ])('%s: is not put back by the clock, and goes by itself again once it is put back', async (verb, input) => {
    const first = await createPublished(it, publisher)
    const edited = (await send(it, publisher, 'PATCH', `/articles/${first.id}`, { sapo: 'Bản mới.' }, first.version)).json()
    const planned = { at: inAnHour(), kind: 'minor' }
    const scheduled = (await send(it, publisher, 'POST', `/articles/${first.id}/schedule`, planned, edited.version)).json()
    const down = (await send(it, publisher, 'POST', `/articles/${first.id}/${verb}`, input, scheduled.version)).json()
    await rows(`UPDATE articles SET publish_at = now() - interval '1 minute' WHERE id = '${first.id}'`)
    expect(await findDue(it.database.db, 20)).toEqual([])
    expect(await doDue(it.database.db, first.id)).toBe(false)
    await send(it, publisher, 'POST', `/articles/${first.id}/put-back`, {}, down.version)
    expect(await doDue(it.database.db, first.id)).toBe(true)
    expect((await it.app.inject(`/api/v1/articles/${first.id}`)).json()).toMatchObject({ edition: 2, sapo: 'Bản mới.' })
  })

  test('but what was held first and scheduled then is published', async () => {
    const first = await createPublished(it, publisher)
    const held = (await send(it, publisher, 'POST', `/articles/${first.id}/hold`, {}, first.version)).json()
    const edited = (await send(it, publisher, 'PATCH', `/articles/${first.id}`, { sapo: 'Đã sửa.' }, held.version)).json()
    await send(it, publisher, 'POST', `/articles/${first.id}/schedule`, { at: inAnHour(), kind: 'major' }, edited.version)
    await rows(`UPDATE articles SET publish_at = now() - interval '1 minute' WHERE id = '${first.id}'`)
    expect(await doDue(it.database.db, first.id)).toBe(true)
    expect((await it.app.inject(`/api/v1/articles/${first.id}`)).json().sapo).toBe('Đã sửa.')
  })
})

describe('a planned withdrawal', () => {
  test('is not kept waiting by a publication that keeps failing', async () => {
    const category = await createCategory(it)
    const id = await createDue(5, { until: new Date(Date.now() + 7_200_000).toISOString(), untilReason: 'Hết hạn' })
    await doDue(it.database.db, id)
    const { version } = (await send(it, publisher, 'GET', `/articles/${id}`)).json()
    const edited = (await send(it, publisher, 'PATCH', `/articles/${id}`, { categoryIds: [category] }, version)).json()
    await send(it, publisher, 'POST', `/articles/${id}/schedule`, { at: inAnHour(), kind: 'minor' }, edited.version)
    await rows(`DELETE FROM categories WHERE id = '${category}'`)
    await rows(`UPDATE articles SET publish_at = now() - interval '1 minute', withdraw_at = now() - interval '1 minute', due_attempts = 1
      WHERE id = '${id}'`)
    expect(await doDue(it.database.db, id)).toBe(true)
    expect((await it.app.inject(`/api/v1/articles/${id}`)).json().withdrawn.reason).toBe('Hết hạn')
  })

  test('happens at its time with its reason, and leaves a held article alone', async () => {
    const until = { until: new Date(Date.now() + 7_200_000).toISOString(), untilReason: 'Hết thời hạn lấy ý kiến' }
    const id = await createDue(5, until)
    expect(await doDue(it.database.db, id)).toBe(true)
    const published = (await send(it, publisher, 'GET', `/articles/${id}`)).json()
    expect(published.plannedWithdrawal).toMatchObject({ reason: until.untilReason })
    await send(it, publisher, 'POST', `/articles/${id}/hold`, {}, published.version)
    await rows(`UPDATE articles SET withdraw_at = now() - interval '1 minute' WHERE id = '${id}'`)
    expect(await findDue(it.database.db, 20)).toEqual([])
    await send(it, publisher, 'POST', `/articles/${id}/put-back`, {}, published.version + 1)
    expect(await doDue(it.database.db, id)).toBe(true)
    const withdrawn = (await it.app.inject(`/api/v1/articles/${id}`)).json()
    expect(withdrawn.withdrawn.reason).toBe(until.untilReason)
  })

  test('can be called off', async () => {
    const id = await createDue(5, { until: new Date(Date.now() + 7_200_000).toISOString(), untilReason: 'Tạm thời' })
    await doDue(it.database.db, id)
    const { version } = (await send(it, publisher, 'GET', `/articles/${id}`)).json()
    const answer = await send(it, publisher, 'POST', `/articles/${id}/unschedule`, {}, version)
    expect([answer.statusCode, answer.json().plannedWithdrawal, answer.json().publicState]).toEqual([200, null, 'published'])
  })
})
