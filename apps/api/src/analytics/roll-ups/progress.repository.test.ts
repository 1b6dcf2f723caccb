import { randomUUID } from 'node:crypto'
import { addDays } from '@bantin/shared/days'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testConfig } from '../../../test/test-app.ts'
import { createTestDatabase, type TestDatabase } from '../../../test/test-database.ts'
import { type Database, type Db, openDatabase } from '../../db/client.ts'
import { ensureSite } from '../../db/ensure-site.ts'
import { findSite } from '../../db/find-site.ts'
import { toProblem } from '../../errors.ts'
import { type Clock, readClocks } from '../clocks.repository.ts'
import { insertPart, type NewHit } from '../hits/hits.repository.ts'
import { writeArrivals } from '../hits/write-arrivals.ts'
import { createSiteDays } from '../visitors/site-days.ts'
import { waitForWriters } from './progress.repository.ts'
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
  await insert(database.db)
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

/** One hit of today; whether it was written. */
const insert = (db: Db, of = clock) => insertPart(db, of, { hits: [hit()], present: [], drops: new Map() })

describe('the days that are closed', () => {
  test('get no hit of who still believes that they go on: nothing is written, and what is remembered of days is read anew', async () => {
    const yesterday = { ...clock, localDay: addDays(clock.localDay, -1) }
    expect(await insert(database.db, yesterday)).toBe(false)
    expect(await countHits()).toBe(1)

    const { id: siteId } = await findSite(database.db)
    const siteDays = createSiteDays(testConfig.secrets)
    const [today] = (await siteDays.of(database.db, null)).values()
    Object.assign(today ?? {}, yesterday)
    await writeArrivals(database.db, siteDays, [{ siteId, kind: 'hit', hit: hit(), sender: null }])
    const { rows } = await database.db.execute(sql`SELECT count(*)::int AS hits FROM hits WHERE local_day = ${clock.localDay}`)
    expect(rows).toEqual([{ hits: 2 }])
  })

  test('are not closed while somebody still writes who began before, and have what he wrote; what others wrote is shown meanwhile', async () => {
    await database.db.transaction(async (writer) => {
      await insert(writer)
      await insert(database.db)
      const failure = await rollUp(database.db, later()).catch((error: unknown) => error)
      expect(toProblem(failure).code).toBe('unavailable')
      expect(await rolledUp()).toEqual({ isClosed: false, visits: 2 })
    })
    await rollUp(database.db, later())
    expect(await rolledUp()).toEqual({ isClosed: true, visits: 3 })
  })

  test('are given up for this time rather than that writers wait: they come in as soon as closing has gone, and beside each other', async () => {
    await database.db.transaction(async (writer) => {
      await insert(writer)
      const closing = rollUp(database.db, later()).catch((error: unknown) => error)
      expect(await Promise.all(Array.from({ length: 3 }, () => insert(database.db)))).toEqual([true, true, true])
      expect(toProblem(await closing).code).toBe('unavailable')
    })
    expect(await countHits()).toBe(5)
  })

  test('are over for who waited for them to be closed: the moment of a hit is read behind that', async () => {
    const writing = database.db.transaction(async (closing) => {
      await waitForWriters(closing)
      const late = insert(database.db)
      await expect.poll(async () => (await database.db.execute(sql`SELECT FROM pg_locks WHERE NOT granted`)).rows.length).toBeGreaterThan(0)
      const { rows } = await closing.execute<{ now: string }>(sql`SELECT clock_timestamp() AS now`)
      return { late, released: rows[0]?.now }
    })
    const { late, released } = await writing
    expect(await late).toBe(true)
    const { rows } = await database.db.execute(
      sql`SELECT count(*)::int AS hits FROM hits WHERE at >= date_trunc('milliseconds', ${released}::timestamptz)`,
    )
    expect(rows).toEqual([{ hits: 1 }])
  })
})
