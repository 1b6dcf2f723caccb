import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditOn, handOver, prepareLeaving, readSheet } from '../../../test/leaver.ts'
import { addManyLike } from '../../../test/many-articles.ts'
import { signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import type { Fault } from '../../publication/verify/fault.ts'
import { verify } from '../../publication/verify/verify.ts'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
  await signIn(it, 'admin')
})
afterAll(() => it.close())

test('two thousand articles are handed over in one request, one more is refused, and each is noted once', async () => {
  const { leaver, admin, successor, draft, scheduled } = await prepareLeaving(it)
  await addManyLike(it, draft, 1999)
  await it.app.db.execute(sql`UPDATE articles SET created_by = ${leaver.userId} WHERE created_by IS NULL`)
  const { drafts } = await readSheet(it, admin, leaver.userId)
  expect([drafts.total, drafts.data.length]).toEqual([2000, 100])
  const give = () => handOver(it, admin, leaver.userId, { to: successor.userId, articles: 'give', disable: true })
  // With the one in review and the one on the schedule there are 2002.
  const refused = await unchanged(it, give)
  expect([refused.statusCode, refused.json().code]).toEqual([409, 'conflict'])
  await it.app.db.execute(sql`UPDATE articles SET assignee_id = ${admin.userId} WHERE id IN (${draft}, ${scheduled})`)
  expect((await give()).json()).toMatchObject({ articles: 2000, disabled: true })
  const { rows } = await it.app.db.execute(sql`SELECT count(*)::int AS noted, count(DISTINCT entity_id)::int AS articles FROM audit_log
    WHERE action = 'article.assign'`)
  expect(rows).toEqual([{ noted: 2000, articles: 2000 }])
})

test('a hundred articles are taken off the schedule in one request, and one more is refused', async () => {
  const { leaver, admin, draft, scheduled } = await prepareLeaving(it)
  await addManyLike(it, draft, 100)
  await it.app.db.execute(sql`UPDATE articles a SET work_state = 'scheduled', publish_at = s.publish_at, scheduled_by = s.scheduled_by,
      scheduled_publication = s.scheduled_publication, scheduled_revision_id = a.head_revision_id, scheduled_at = s.scheduled_at
    FROM articles s WHERE s.id = ${scheduled} AND a.created_by IS NULL`)
  const unschedule = () => handOver(it, admin, leaver.userId, { schedules: 'unschedule' })
  const refused = await unchanged(it, unschedule)
  expect([refused.statusCode, refused.json().code]).toEqual([409, 'conflict'])
  await it.app.db.execute(sql`UPDATE articles SET scheduled_by = ${admin.userId} WHERE id = ${scheduled}`)
  expect((await unschedule()).json().schedules).toBe(100)
})

test('what was handed over holds before `bantin verify`', async () => {
  const own = await createTestApp()
  try {
    await signIn(own, 'admin')
    for (const schedules of ['give', 'unschedule'] as const) {
      const { leaver, admin, successor } = await prepareLeaving(own)
      const input = { to: successor.userId, articles: 'give', schedules, links: 'give', grants: 'give', disable: true } as const
      expect((await handOver(own, admin, leaver.userId, input)).statusCode).toBe(200)
      expect(await auditOn(own, leaver.userId, 'user.handOver')).toHaveLength(1)
    }
    const faults: Fault[] = []
    await verify(own.database.db, [], (fault) => faults.push(fault))
    expect(faults).toEqual([])
  } finally {
    await own.close()
  }
})
