import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { beginLife, type Life, liveOn, noteRollUp, rollUpsOf } from '../../../test/read-history/life.ts'
import { readRollUps } from '../../../test/read-history/recount.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { countWaiting, whileLocked } from '../../../test/while-locked.ts'
import { openDatabase } from '../../db/client.ts'
import { seededRandom } from '../../lib/seeded-random.ts'
import { reopenDays, rollUp } from './roll-up.ts'

let it: TestApp
let life: Life
const dayLength = 86_400_000
const from = Date.parse('2026-01-20T00:00:00Z')
const days = 24
const at = new Date(from + days * dayLength)

/** Three weeks and a half with the end of a month, none of it rolled up. */
beforeAll(async () => {
  it = await createTestApp()
  const { db } = it.database
  await db.execute(sql`DELETE FROM sites`)
  const random = seededRandom(3)
  life = await beginLife(db, { timeZone: 'Asia/Ho_Chi_Minh', from, random })
  for (let day = 0; day < days; day += 1) await liveOn(db, life, { begin: from + day * dayLength, changes: [], random })
})
afterAll(() => it.close())

const rollUps = () => readRollUps(it.database.db, life.site.id)
const tables = ['stat_hours', 'stat_periods', 'stat_articles', 'stat_referrers', 'stat_countries', 'stat_progress']

async function forget(): Promise<void> {
  await it.database.db.execute(sql.raw(`TRUNCATE ${tables.join(', ')}`))
}

/** What there has to be when all is rolled up at the moment. */
async function expected() {
  await noteRollUp(it.database.db, life, life.dayOf(at.getTime()))
  return rollUpsOf(life)
}

test('three processes that roll up at once leave what one leaves, and once more the same rows', async () => {
  const others = await Promise.all([1, 2, 3].map(() => openDatabase({ url: it.databaseUrl, onError: () => undefined })))
  // Two wait behind the one that waits for the table.
  await whileLocked(it, sql`LOCK TABLE stat_articles IN SHARE MODE`, 3, () => Promise.all(others.map(({ db }) => rollUp(db, at))))
  await Promise.all(others.map(({ close }) => close()))
  const first = await rollUps()
  expect(first).toEqual(await expected())
  await rollUp(it.database.db, at)
  expect(await rollUps()).toEqual(first)
})

test('who is killed in the middle of a day leaves all as it was, and the next one does it all', async () => {
  await rollUp(it.database.db, at)
  const before = await rollUps()
  await reopenDays(it.database.db, life.site.id, '2026-01-30')
  const reopened = await rollUps()
  const other = await openDatabase({ url: it.databaseUrl, onError: () => undefined })
  await it.database.db.transaction(async (tx) => {
    await tx.execute(sql`LOCK TABLE stat_countries IN SHARE MODE`)
    const killed = rollUp(other.db, at).catch((error: unknown) => error)
    await expect.poll(() => countWaiting(it.database)).toBe(1)
    await it.database.db.execute(sql`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`)
    expect(await killed).toBeInstanceOf(Error)
  })
  await other.close()
  expect(await rollUps()).toEqual(reopened)
  await rollUp(it.database.db, at)
  expect(await rollUps()).toEqual(before)
})

test('days that are opened again take their months with them until they are closed again, with the hits that have come since', async () => {
  const { db } = it.database
  await forget()
  await rollUp(db, at)
  const closed = await rollUps()
  await reopenDays(db, life.site.id, '2026-01-29')
  const isWhole = (line: string) => line.startsWith('month 2026-01-01') || line.startsWith('total ')
  for (const lines of Object.values(await rollUps())) expect(lines.filter(isWhole)).toEqual([])
  await liveOn(db, life, { begin: Date.parse('2026-01-29T00:00:00Z'), changes: ['2026-01-29T06:00:00Z'], random: seededRandom(4) })
  await rollUp(db, at)
  const again = await rollUps()
  expect(again).not.toEqual(closed)
  life.closedThrough = '2026-01-28'
  expect(again).toEqual(await expected())
})

test('every cut adds up to the same, hours to their days, days to their months, months to the total, and so do articles, hosts and countries', async () => {
  const { db } = it.database
  await rollUp(db, at)
  const sums = async (table: string, figures: string, by: string) => {
    const { rows } = await db.execute(sql.raw(`SELECT ${by}, ${figures} FROM ${table} GROUP BY ${by} ORDER BY ${by}`))
    return rows
  }
  const whole = 'sum(views)::int AS views, sum(visits)::int AS visits, sum(readers)::int AS readers'
  const visits = 'sum(visits)::int AS visits'
  const periods = await sums('stat_periods', whole, 'period, starts_on, cut')
  const ofSite = periods.filter(({ cut }) => cut === 'site').map(({ cut: _, ...rest }) => rest)
  for (const cut of ['unit', 'author', 'category', 'cell']) {
    expect(periods.filter((row) => row.cut === cut).map(({ cut: _, ...rest }) => rest)).toEqual(ofSite)
  }
  expect(await sums('stat_articles', whole, 'period, starts_on')).toEqual(ofSite)
  const visitsOf = ofSite.filter((row) => Number(row.visits) > 0).map(({ views: _, readers: __, ...rest }) => rest)
  expect(await sums('stat_countries', visits, 'period, starts_on')).toEqual(visitsOf)
  for (const cut of ['site', 'unit', 'author', 'category']) {
    expect(await sums(`(SELECT * FROM stat_referrers WHERE cut = '${cut}') AS s`, visits, 'period, starts_on')).toEqual(visitsOf)
  }
  const [day, month, total] = ['day', 'month', 'total'].map((period) => ofSite.filter((row) => row.period === period))
  const add = (rows: typeof ofSite) => rows.reduce<number>((sum, row) => sum + Number(row.views) + Number(row.readers), 0)
  expect(add(month ?? [])).toBe(add((day ?? []).filter((row) => String(row.starts_on) < '2026-02-01')))
  expect([total?.length, add(total ?? [])]).toEqual([1, add(month ?? [])])
  const imported = new Set(life.imported.map((one) => one.day))
  const hours = (await sums('stat_hours', whole, 'local_day, cut')).filter(
    (row) => row.cut === 'site' && !imported.has(String(row.local_day)),
  )
  const days = (day ?? []).filter((row) => !imported.has(String(row.starts_on)))
  expect(hours.map((row) => [row.local_day, row.views, row.visits, row.readers])).toEqual(
    days.map((row) => [row.starts_on, row.views, row.visits, row.readers]),
  )
})
