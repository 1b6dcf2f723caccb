import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDraft, send } from '../../test/factories.ts'
import { signIn } from '../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'

const metricsToken = 'a token of the tests for metrics'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp({ metricsToken })
})
afterAll(() => it.close())

const read = (authorization?: string) => it.app.inject({ url: '/metrics', headers: authorization ? { authorization } : {} })

test('what is overdue and what fails is counted', async () => {
  const publisher = await signIn(it, 'publisher')
  const { id } = await createDraft(it, publisher)
  await send(it, publisher, 'POST', `/articles/${id}/schedule`, { at: new Date(Date.now() + 3_600_000).toISOString() }, 1)
  expect((await read(`Bearer ${metricsToken}`)).body).toContain('\nbantin_articles_overdue 0\n')
  await it.database.db.execute(sql`UPDATE articles SET publish_at = now() - interval '1 minute', due_attempts = 2 WHERE id = ${id}`)
  const answer = await read(`Bearer ${metricsToken}`)
  expect(answer.headers['content-type']).toMatch(/^text\/plain; version=/)
  expect(answer.body).toContain('\nbantin_articles_overdue 1\n')
  expect(answer.body).toContain('\nbantin_articles_failing 1\n')
})

test('jobs that nobody does and those that were given up are counted', async () => {
  const add = (name: string) => it.database.db.execute(sql`SELECT graphile_worker.add_job(${name}, max_attempts => 1)`)
  for (const name of ['done', 'late', 'failed', 'failed too']) await add(name)
  await it.database.db.execute(sql`UPDATE graphile_worker._private_jobs SET run_at = now() - interval '2 minutes'
    WHERE task_id <> (SELECT id FROM graphile_worker._private_tasks WHERE identifier = 'done')`)
  await it.database.db.execute(sql`UPDATE graphile_worker._private_jobs SET attempts = 1
    WHERE task_id IN (SELECT id FROM graphile_worker._private_tasks WHERE identifier LIKE 'failed%')`)
  const { body } = await read(`Bearer ${metricsToken}`)
  expect(body).toContain('\nbantin_jobs_late 1\n')
  expect(body).toContain('\nbantin_jobs_given_up 2\n')
})

test('nobody reads them without the token, and where there is none they are not there', async () => {
  expect((await read()).statusCode).toBe(401)
  expect((await read('Bearer wrong')).statusCode).toBe(401)
  const other = await createTestApp()
  expect((await other.app.inject({ url: '/metrics', headers: { authorization: 'Bearer undefined' } })).statusCode).toBe(404)
  await other.close()
})
