import { randomUUID } from 'node:crypto'
import { addDays } from '@bantin/shared/days'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { underLock } from '../../test/while-locked.ts'
import { findSite } from '../db/find-site.ts'
import { sites } from '../db/schema/sites.ts'
import { readClocks } from './clocks.repository.ts'
import { deleteOldHits } from './old-hits.repository.ts'
import { makePartitions } from './partitions.repository.ts'
import { reopenDays, rollUp } from './roll-ups/roll-up.ts'

let it: TestApp
// The day may end while they run.
const now = new Date()
let today: string
beforeAll(async () => {
  it = await createTestApp()
  today = (await readClocks(it.database.db, now))[0]?.localDay ?? ''
})
afterAll(() => it.close())

/** Ten days with a hit each: eight with partitions, the two before them in the default one. */
beforeEach(async () => {
  const { db } = it.database
  await db.execute(sql`TRUNCATE hits, stat_progress`)
  await makePartitions(db, addDays(today, -7))
  for (let ago = 0; ago < 10; ago++) await addHit(addDays(today, -ago))
  await rollUp(db, now)
})

async function addHit(day: string): Promise<void> {
  const { id: siteId } = await findSite(it.database.db)
  await it.database.db.execute(sql`
    INSERT INTO hits (local_day, id, at, local_hour, site_id, path, visit)
    VALUES (${day}, ${randomUUID()}, ${`${day}T05:00:00Z`}, 12, ${siteId}, '/', true)`)
}

async function daysLeft(): Promise<string[]> {
  const { rows } = await it.database.db.execute<{ day: string }>(sql`SELECT local_day AS day FROM hits ORDER BY 1`)
  return rows.map(({ day }) => day)
}

const daysBack = (count: number) => Array.from({ length: count }, (_, i) => addDays(today, i + 1 - count))

describe('old hits', () => {
  test('go with their partitions and out of the default one, and the days that are to be kept stay whole', async () => {
    expect(await daysLeft()).toEqual(daysBack(10))
    expect(await deleteOldHits(it.database.db, 5, now)).toEqual([addDays(today, -7), addDays(today, -6)])
    expect(await daysLeft()).toEqual(daysBack(6))
    expect(await deleteOldHits(it.database.db, 5, now)).toEqual([])
    const { rows } = await it.database.db.execute(sql`SELECT to_regclass(${`hits_${addDays(today, -7).replaceAll('-', '')}`}) AS partition`)
    expect(rows).toEqual([{ partition: null }])
  })

  const figures = async () => (await it.database.db.execute(sql`SELECT * FROM stat_periods ORDER BY starts_on, cut, period`)).rows

  test('leave their figures behind', async () => {
    const before = await figures()
    await deleteOldHits(it.database.db, 5, now)
    await rollUp(it.database.db, now)
    expect(await figures()).toEqual(before)
    expect(await daysLeft()).toEqual(daysBack(6))
  })

  test('are not missed when days are opened again: the days that they were of keep their figures, those behind them are made anew', async () => {
    const { db } = it.database
    const { id } = await findSite(db)
    const before = await figures()
    await deleteOldHits(db, 5, now)
    await addHit(addDays(today, -9))
    await addHit(addDays(today, -3))
    await reopenDays(db, id, addDays(today, -9))
    await rollUp(db, now)
    const after = await figures()
    const isOf = (ago: number) => (row: Record<string, unknown>) => row.period === 'day' && row.starts_on === addDays(today, -ago)
    for (const ago of [8, 7, 6, 5, 4]) expect(after.filter(isOf(ago))).toEqual(before.filter(isOf(ago)))
    expect(after.find(isOf(3))).toMatchObject({ views: 2 })
  })

  test('of a day that is not closed stay', async () => {
    await it.database.db.execute(sql`UPDATE stat_progress SET closed_through = ${addDays(today, -8)}`)
    expect(await deleteOldHits(it.database.db, 5, now)).toEqual([])
    expect(await daysLeft()).toEqual(daysBack(8))
  })

  test('stay while any site has never been rolled up', async () => {
    const id = randomUUID()
    await it.database.db.insert(sites).values({ id, host: 'xa', name: 'Xã', timeZone: 'Europe/Paris', locales: ['vi'] })
    expect(await deleteOldHits(it.database.db, 5, now)).toEqual([])
    expect(await daysLeft()).toEqual(daysBack(10))
    await it.database.db.execute(sql`DELETE FROM sites WHERE id = ${id}`)
  })

  test('in use are left for the next time, without an error', async () => {
    await underLock(it, sql`LOCK TABLE hits IN ROW EXCLUSIVE MODE`, async () => {
      expect(await deleteOldHits(it.database.db, 5, now)).toEqual([])
    })
    expect(await daysLeft()).toEqual(daysBack(10))
    expect(await deleteOldHits(it.database.db, 5, now)).toHaveLength(2)
  })
})
