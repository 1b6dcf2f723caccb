import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDraft, send } from '../../../test/factories.ts'
import { articleOf, handOver, prepareLeaving, readSheet } from '../../../test/leaver.ts'
import { inHours, makeMoves } from '../../../test/moves.ts'
import { signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { countWaiting, underLock } from '../../../test/while-locked.ts'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
  await signIn(it, 'admin')
})
afterAll(() => it.close())

test('what a person wrote and another one put on the schedule is his work: it stays there, and comes back to the successor', async () => {
  const { unit, leaver: publisher, admin, successor } = await prepareLeaving(it)
  const reporter = await signIn(it, 'reporter', unit)
  const written = await createDraft(it, reporter, { unitId: unit, title: 'Của phóng viên' })
  const { id, version } = await makeMoves(it, publisher, written, ['schedule', { at: inHours(5) }])
  const { drafts, inReview, schedules } = await readSheet(it, admin, reporter.userId)
  expect([drafts.total, inReview.data.map((one) => [one.id, one.workState]), schedules.total]).toEqual([0, [[id, 'scheduled']], 0])
  const input = { to: successor.userId, articles: 'give', schedules: 'unschedule', disable: true } as const
  expect((await handOver(it, admin, reporter.userId, input)).json()).toMatchObject({ articles: 1, schedules: 0 })
  expect(await articleOf(it, id)).toMatchObject({ workState: 'scheduled', scheduledBy: publisher.userId, assigneeId: successor.userId })
  await send(it, publisher, 'POST', `/articles/${id}/unschedule`, {}, version)
  expect((await readSheet(it, admin, successor.userId)).drafts.data.map((one) => one.id)).toEqual([id])
})

test('what a person wrote and put on the schedule comes back to whoever was given both', async () => {
  const { admin, successor, leaver, scheduled } = await prepareLeaving(it)
  const input = { to: successor.userId, articles: 'give', schedules: 'give', disable: true } as const
  expect((await handOver(it, admin, leaver.userId, input)).json()).toMatchObject({ articles: 3, schedules: 1 })
  const { version } = await articleOf(it, scheduled)
  await send(it, successor, 'POST', `/articles/${scheduled}/unschedule`, {}, version)
  expect(await articleOf(it, scheduled)).toMatchObject({ workState: 'draft', assigneeId: successor.userId })
})

test('what a person was just beginning stands on the sheet of the disabled account, and is handed over from there', async () => {
  const { unit, leaver, admin, successor } = await prepareLeaving(it)
  const { beginning } = await underLock(it, sql`LOCK TABLE article_revisions IN SHARE MODE`, async () => {
    const started = createDraft(it, leaver, { unitId: unit })
    started.catch(() => undefined)
    await expect.poll(() => countWaiting(it.database)).toBe(1)
    const given = await handOver(it, admin, leaver.userId, { to: successor.userId, articles: 'give', disable: true })
    expect(given.json()).toMatchObject({ articles: 3, disabled: true })
    return { beginning: started }
  })
  const { id } = await beginning
  expect((await articleOf(it, id)).assigneeId).toBeNull()
  const { user, drafts } = await readSheet(it, admin, leaver.userId)
  expect([user.disabledAt !== null, drafts.data.map((one) => one.id)]).toEqual([true, [id]])
  expect((await handOver(it, admin, leaver.userId, { to: successor.userId, articles: 'give' })).json().articles).toBe(1)
})
