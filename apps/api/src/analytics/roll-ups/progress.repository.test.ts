import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testConfig } from '../../../test/test-app.ts'
import { createTestDatabase, type TestDatabase } from '../../../test/test-database.ts'
import { type Database, type Db, openDatabase } from '../../db/client.ts'
import { ensureSite } from '../../db/ensure-site.ts'
import { findSite } from '../../db/find-site.ts'
import { toProblem } from '../../errors.ts'
import { type Clock, readClocks } from '../clocks.repository.ts'
import { insertHits, type NewHit } from '../hits/hits.repository.ts'
import { writeArrivals } from '../hits/write-arrivals.ts'
import { createSalts } from '../visitors/salts.ts'
import { keepDaysOpen } from './progress.repository.ts'
import { rollUp } from './roll-up.ts'

let own: TestDatabase
let database: Database
let clock: Clock
beforeAll(async () => {
  own = await createTestDatabase()
  database = await openDatabase({
    url: own.url,
    onError: (error) => {
      throw error
    },
  })
  await ensureSite(database.db, { host: 'localhost', timeZone: 'Asia/Ho_Chi_Minh' })
})
afterAll(async () => {
  await database.close()
  await own.drop()
})

/** Every test begins with one hit of today, and yesterday closed. */
beforeEach(async () => {
  await database.db.execute(sql`TRUNCATE hits, stat_progress, stat_periods`)
  clock = (await readClocks(database.db))[0] as Clock
  await database.db.transaction((tx) => insertHits(tx, clock, [hit()]))
  await rollUp(database.db)
})

function hit(): NewHit {
  return { id: randomUUID(), articleId: null, path: '/', entry: true, visitor: null, country: null, referrerHost: null }
}

/** When the day of `clock` is over and may be closed. */
const later = () => new Date(Date.parse(`${clock.localDay}T00:10:00+07:00`) + 86_400_000)

/** What the roll-up says of the day of `clock`, and whether that is final. */
async function rolledUp() {
  const { rows } = await database.db.execute<{ isClosed: boolean; visits: number }>(sql`
    SELECT closed_through >= ${clock.localDay}::date AS "isClosed", coalesce(sum(visits), 0)::int AS visits
    FROM stat_progress LEFT JOIN stat_periods s ON s.site_id = stat_progress.site_id AND cut = 'site' AND period = 'day' AND starts_on = ${clock.localDay}
    GROUP BY closed_through`)
  return rows[0]
}

async function countHits(): Promise<number> {
  return (await database.db.execute(sql`SELECT FROM hits`)).rows.length
}

/** A node that has read its clock and stands still then, for so many seconds. */
function standingStill(seconds: number): Db {
  const isClock = (rows: Record<string, unknown>[]) => rows.some((row) => 'dayIsYoung' in row)
  const execute: Db['execute'] = (async (query: Parameters<Db['execute']>[0]) => {
    const answer = await database.db.execute<Record<string, unknown>>(query)
    if (isClock(answer.rows)) {
      for (const row of answer.rows) row.at = new Date(Date.parse(String(row.at)) - seconds * 1000).toISOString()
    }
    return answer
  }) as never
  return new Proxy(database.db, {
    get: (db, name) => (name === 'execute' ? execute : (Reflect.get(db, name).bind?.(db) ?? Reflect.get(db, name))),
  })
}

describe('the days that are closed', () => {
  test('get no hit of who read the clock and stood still for a minute: nothing is written, nothing acknowledged', async () => {
    const salts = createSalts(testConfig.secrets)
    const { id: siteId } = await findSite(database.db)
    const arrival = () => ({ siteId, kind: 'hit' as const, hit: hit(), sender: null })
    await writeArrivals(standingStill(30), salts, [arrival()])
    expect(await countHits()).toBe(2)
    const failure = await writeArrivals(standingStill(60), salts, [arrival()]).catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 'unavailable' })
    expect(await countHits()).toBe(2)
  })

  test('are not closed while somebody who read the clock before midnight still writes, and have what he wrote; what others wrote is shown meanwhile', async () => {
    await database.db.transaction(async (writer) => {
      expect(await keepDaysOpen(writer, clock.at)).toBe(true)
      await database.db.transaction((tx) => insertHits(tx, clock, [hit()]))
      const failure = await rollUp(database.db, later()).catch((error: unknown) => error)
      expect(toProblem(failure).code).toBe('unavailable')
      expect(await rolledUp()).toEqual({ isClosed: false, visits: 2 })
      await insertHits(writer, clock, [hit()])
    })
    await rollUp(database.db, later())
    expect(await rolledUp()).toEqual({ isClosed: true, visits: 3 })
  })

  test('are given up for this time rather than that writers wait: they come in as soon as closing has gone, and beside each other', async () => {
    await database.db.transaction(async (writer) => {
      await keepDaysOpen(writer, clock.at)
      const closing = rollUp(database.db, later()).catch((error: unknown) => error)
      const others = Array.from({ length: 3 }, () =>
        database.db.transaction(async (other) => {
          expect(await keepDaysOpen(other, clock.at)).toBe(true)
          await insertHits(other, clock, [hit()])
        }),
      )
      await Promise.all(others)
      expect(toProblem(await closing).code).toBe('unavailable')
    })
    expect(await countHits()).toBe(4)
  })
})
