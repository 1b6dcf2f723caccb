import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { findSite } from '../db/find-site.ts'
import { readSummary } from './counters/summary.repository.ts'
import { insertPastVisits } from './past-visits.ts'
import { planDay } from './past-visits-plan.ts'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
})
afterAll(() => it.close())

const oldArticle = { id: '00000000-0000-7000-8000-000000000001', since: '2020-01-01' }
const futureArticle = { id: '00000000-0000-7000-8000-000000000002', since: '2999-01-01' }

describe('past visits', () => {
  test('fill some weeks with some thousands of views that every counter sees, and once only', async () => {
    const { db } = it.database
    const { id: siteId } = await findSite(db)
    const added = await insertPastVisits(db, { siteId, articles: [oldArticle, futureArticle] })
    expect(added).toBeGreaterThan(3000)
    expect(added).toBeLessThan(20_000)
    const { rows } = await db.execute<{ days: number; future: number; misplaced: number; visits: number }>(sql`
      SELECT count(DISTINCT local_day) AS days, count(*) FILTER (WHERE at > now()) AS future, count(*) FILTER (WHERE visit) AS visits,
        count(*) FILTER (WHERE local_day <> (at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
          OR local_hour <> extract(hour FROM at AT TIME ZONE 'Asia/Ho_Chi_Minh') OR tableoid = 'hits_default'::regclass) AS misplaced
      FROM hits`)
    expect(rows[0]).toMatchObject({ future: 0, misplaced: 0 })
    expect(rows[0]?.days).toBeGreaterThanOrEqual(28)
    const summary = await readSummary(db, siteId)
    expect(summary.total).toBe(rows[0]?.visits)
    expect(summary.week).toBeLessThan(summary.total)
    expect(await insertPastVisits(db, { siteId, articles: [oldArticle] })).toBeLessThan(100)
  })

  test('are the same for the same seed and day, others for another', () => {
    expect(planDay('2026-11-20', [oldArticle], 1)).toEqual(planDay('2026-11-20', [oldArticle], 1))
    expect(planDay('2026-11-20', [oldArticle], 2)).not.toEqual(planDay('2026-11-20', [oldArticle], 1))
  })

  test('are more on working days and by day, and never of an article before its time', () => {
    const [friday, sunday] = [planDay('2026-11-20', [oldArticle, futureArticle], 1), planDay('2026-11-22', [], 1)]
    expect(friday.length).toBeGreaterThan(sunday.length * 1.5)
    const hour = ({ localTime }: { localTime: string }) => Number(localTime.slice(11, 13))
    expect(friday.filter((hit) => hour(hit) >= 7 && hour(hit) < 18).length).toBeGreaterThan(friday.length / 2)
    expect(friday.some(({ articleId }) => articleId === oldArticle.id)).toBe(true)
    expect([...friday, ...sunday].some(({ articleId }) => articleId === futureArticle.id)).toBe(false)
    expect(sunday.every(({ path }) => path === '/')).toBe(true)
  })
})
