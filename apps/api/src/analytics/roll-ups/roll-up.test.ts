import { addDays } from '@bantin/shared/days'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dying } from '../../../test/read-history/history.ts'
import { beginLife, countersOf, type Life, liveOn, noteRollUp, rollUpsOf } from '../../../test/read-history/life.ts'
import { readRollUps } from '../../../test/read-history/recount.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { seededRandom } from '../../lib/seeded-random.ts'
import { rollUp } from './roll-up.ts'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
  await it.database.db.execute(sql`DELETE FROM sites`)
})
afterAll(() => it.close())

const [minute, dayLength] = [60_000, 86_400_000]
const zones = ['Asia/Ho_Chi_Minh', 'Europe/Paris', 'America/Santiago']

/** Ninety days in which summer time begins in Santiago, at midnight, and ends in Paris; a month in which it is the other way round. */
const spans = [
  { days: 90, since: '2026-08-15T00:00:00Z', changes: ['2026-09-06T04:00:00Z', '2026-10-25T01:00:00Z'] },
  { days: 30, since: '2027-03-15T00:00:00Z', changes: ['2027-03-28T01:00:00Z', '2027-04-04T03:00:00Z'] },
]

test.each(spans)(
  'over $days days since $since, in three time zones, roll-ups are what all hits give when they are counted again, and so are the counters on every day, however much of it is closed by then',
  async ({ days, since, changes }) => {
    const random = seededRandom(days)
    const { db } = it.database
    await db.execute(sql`
    TRUNCATE hits, imported_days, stat_progress, stat_hours, stat_periods, stat_articles, stat_referrers, stat_countries`)
    const from = Date.parse(since)
    const lives: Life[] = []
    for (const timeZone of zones) lives.push(await beginLife(db, { timeZone, from, random }))
    for (let day = 1; day <= days; day += 1) {
      const end = from + day * dayLength
      for (const life of lives) await liveOn(db, life, { begin: end - dayLength, changes, random })
      const now = new Date(end + Math.floor(random() * 30) * minute)
      if (random() < 0.3) {
        await expect(rollUp(dying(db, 1 + Math.floor(random() * 12)), now)).rejects.toThrow('killed')
        for (const life of lives) await noteRollUp(db, life)
      }
      await expectCounters(lives, now)
      if (random() < 0.25 || day === days) await expectRolledUp(lives, now)
    }
    for (const life of lives) {
      const counted = rollUpsOf(life)
      expect(counted.stat_periods.length).toBeGreaterThan(days * 5)
      expect(await readRollUps(db, life.site.id)).toEqual(counted)
    }
  },
  300_000,
)

async function expectRolledUp(lives: Life[], now: Date): Promise<void> {
  await rollUp(it.database.db, now)
  for (const life of lives) {
    const closed = await noteRollUp(it.database.db, life, life.dayOf(now.getTime()))
    expect(closed).toBe(addDays(life.dayOf(now.getTime() - 10 * minute), -1))
  }
  await expectCounters(lives, now)
}

async function expectCounters(lives: Life[], now: Date): Promise<void> {
  for (const life of lives) {
    const { shown, counted } = await countersOf(it.database.db, life, now)
    expect(shown).toEqual(counted)
  }
}
