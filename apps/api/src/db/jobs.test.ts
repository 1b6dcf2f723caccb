import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { addJob, addJobs } from './jobs.ts'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
})
afterAll(() => it.close())

test('ways to sign in come before news, and chats wait for each other alone and are given up sooner', async () => {
  const { db } = it.app
  await addJobs(db, 'sendNotification', [
    { notificationId: 'a', by: 'chat' },
    { notificationId: 'a', by: 'mail' },
  ])
  await addJob(db, 'sendTrial', { userId: 'b', by: 'chat' })
  await addJob(db, 'sendTrial', { userId: 'b', by: 'mail' })
  await addJob(db, 'mailPasswordLink', { linkId: 'c' })
  const { rows } = await db.execute(sql`
    SELECT task_identifier AS name, priority, queue_name AS queue, max_attempts AS tries FROM graphile_worker.jobs ORDER BY priority, id`)
  expect(rows).toEqual([
    { name: 'mailPasswordLink', priority: -10, queue: null, tries: 12 },
    { name: 'sendNotification', priority: 0, queue: 'chat', tries: 8 },
    { name: 'sendNotification', priority: 0, queue: null, tries: 12 },
    { name: 'sendTrial', priority: 0, queue: 'chat', tries: 8 },
    { name: 'sendTrial', priority: 0, queue: null, tries: 3 },
  ])
})
