import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { findSite } from '../../db/find-site.ts'
import { rollUp } from '../roll-ups/roll-up.ts'
import { readSummary } from './summary.repository.ts'

let it: TestApp
let siteId: string
beforeAll(async () => {
  it = await createTestApp()
  siteId = (await findSite(it.database.db)).id
})
afterAll(() => it.close())

const hour = 3_600_000
const start = Date.parse('2026-02-20T00:00:00Z')
const zones = ['Asia/Ho_Chi_Minh', 'Europe/Paris', 'America/Santiago', 'Asia/Kathmandu', 'Pacific/Auckland']

/** Some hours go by, then there are visits, and perhaps roll-ups. */
const step = fc.record({ hours: fc.integer({ min: 1, max: 90 }), visits: fc.integer({ min: 0, max: 9 }), isRolledUp: fc.boolean() })

test('whatever comes when and whatever is closed by then: today ≤ this week ≤ all, and the days add up to all', async () => {
  const { db } = it.database
  const life = fc.record({ zone: fc.constantFrom(...zones), steps: fc.array(step, { minLength: 5, maxLength: 20 }), imported: fc.nat(1e6) })
  await fc.assert(
    fc.asyncProperty(life, async ({ zone, steps, imported }) => {
      await db.execute(sql`TRUNCATE hits, stat_progress, stat_hours, stat_periods, stat_articles, stat_referrers, stat_countries`)
      await db.execute(sql`UPDATE sites SET time_zone = ${zone}, settings = ${JSON.stringify({ startingVisits: imported })}::jsonb`)
      let [at, sum] = [start, imported]
      for (const { hours, visits, isRolledUp } of steps) {
        at += hours * hour
        sum += visits
        await addVisits(at, visits)
        if (isRolledUp) await rollUp(db, new Date(at))
        const { today, week, total } = await readSummary(db, siteId, new Date(at))
        expect(today <= week && week <= total, `${today} ≤ ${week} ≤ ${total}`).toBe(true)
        expect(today).toBeGreaterThanOrEqual(visits)
        expect(total).toBe(sum)
      }
      await rollUp(db, new Date(at))
      const { rows } = await db.execute<{ sum: number }>(sql`
        SELECT coalesce(sum(visits), 0)::int AS sum FROM stat_periods WHERE cut = 'site' AND period = 'day'`)
      expect((rows[0]?.sum ?? 0) + imported).toBe(sum)
    }),
    { numRuns: 12 },
  )
})

async function addVisits(at: number, count: number): Promise<void> {
  await it.database.db.execute(sql`
    INSERT INTO hits (local_day, id, at, local_hour, site_id, path, visit)
    SELECT local::date, gen_random_uuid(), moment, extract(hour FROM local), id, '/', true
    FROM sites, LATERAL (SELECT ${new Date(at)}::timestamptz AS moment) AS clock,
      LATERAL (SELECT moment AT TIME ZONE time_zone AS local) AS wall, generate_series(1, ${count}::int)`)
}
