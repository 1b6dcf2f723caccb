import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addDays } from '@bantin/shared/days'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newReader, sendHit } from '../../test/hits.ts'
import { temporaryFolder } from '../../test/temporary-folder.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { unchanged } from '../../test/unchanged.ts'
import { readClocks } from '../analytics/clocks.repository.ts'
import { readSummary } from '../analytics/counters/summary.repository.ts'
import { rollUp } from '../analytics/roll-ups/roll-up.ts'
import { findSite } from '../db/find-site.ts'
import { analyticsImport } from './analytics-import.ts'

let it: TestApp
let siteId: string
let today: string
beforeAll(async () => {
  it = await createTestApp()
  siteId = (await findSite(it.database.db)).id
  today = (await readClocks(it.database.db))[0]?.localDay ?? ''
  await sendHit(it.app, newReader())
})
afterAll(() => it.close())
beforeEach(async () => {
  await it.database.db.execute(sql`
    TRUNCATE imported_days, stat_progress, stat_hours, stat_periods, stat_articles, stat_referrers, stat_countries`)
  await rollUp(it.database.db)
})

/** Runs the command on the test's database with a file of its own; answers its exit code and the lines it said. */
async function runImport(content: string | Uint8Array): Promise<{ code: number; said: string[]; complained: string[] }> {
  const file = join(temporaryFolder(), 'lượt truy cập.csv')
  writeFileSync(file, content)
  const [said, complained]: [string[], string[]] = [[], []]
  const env = { DATABASE_URL: it.databaseUrl, SECRET: 'k3Jw9vXq2LmZ7pTt4RbYc8NdFgHs1AaE' }
  const code = await analyticsImport.run([file], { env, say: (line) => said.push(line), complain: (line) => complained.push(line) })
  return { code, said, complained }
}

async function figures(): Promise<string[]> {
  const { rows } = await it.database.db.execute<{ line: string }>(sql`
    SELECT concat_ws(' ', period, starts_on, views, visits) AS line FROM stat_periods WHERE cut = 'site' AND starts_on < '2026-01-01' ORDER BY period, starts_on`)
  return rows.map(({ line }) => line)
}

describe('day totals of an older system', () => {
  test('are in the roll-ups of their days, their months and the total, and in the public counter', async () => {
    const before = await readSummary(it.database.db, siteId)
    const { code, said } = await runImport('day,visits,views\n2024-11-30,10,30\n2024-12-01,20,40\n31/12/2024,5\n')
    expect([code, said]).toEqual([0, ['Days with 35 visits: 3 new or changed, 0 as they were.']])
    expect(await figures()).toEqual([
      'day 2024-11-30 30 10',
      'day 2024-12-01 40 20',
      'day 2024-12-31 5 5',
      'month 2024-11-01 30 10',
      'month 2024-12-01 45 25',
      'total 0001-01-01 75 35',
    ])
    const after = await readSummary(it.database.db, siteId)
    expect([after.total - before.total, after.week - before.week, after.today]).toEqual([35, 0, before.today])
  })

  test('imported again change nothing; other numbers of a day replace it', async () => {
    const file = '2024-12-01,20,40\n2024-12-31,5\n'
    await runImport(file)
    const { said } = await unchanged(it, () => runImport(file))
    expect(said).toEqual(['Days with 25 visits: 0 new or changed, 2 as they were.'])
    await runImport('2024-12-31,6\n')
    expect(await figures()).toEqual(['day 2024-12-01 40 20', 'day 2024-12-31 6 6', 'month 2024-12-01 46 26', 'total 0001-01-01 46 26'])
    await rollUp(it.database.db)
    expect(await figures()).toHaveLength(4)
  })

  test('of yesterday are in the figures of its day; its month has them when it is over', async () => {
    const yesterday = addDays(today, -1)
    await runImport(`${yesterday},7\n`)
    const { rows } = await it.database.db.execute(
      sql`SELECT period, visits FROM stat_periods WHERE cut = 'site' AND visits = 7 AND starts_on = ${yesterday} AND period = 'day'`,
    )
    expect(rows).toHaveLength(1)
  })

  test('are noted in the audit log, with what they are of', async () => {
    await runImport('2024-12-01,20\n2024-12-31,5\n')
    const { rows } = await it.database.db.execute(sql`SELECT actor_name, action, detail FROM audit_log ORDER BY id DESC LIMIT 1`)
    const detail = { from: '2024-12-01', to: '2024-12-31', days: 2 }
    expect(rows).toEqual([{ actor_name: 'command line', action: 'site.import_visits', detail }])
  })
})

describe('a file with lines that cannot be taken', () => {
  test('is refused as a whole: each of them is named with why, in the order of the file', async () => {
    const tomorrow = addDays(today, 1)
    const lines = ['2024-12-01,20', '2024-12-02,5,4', `${today},9`, '2024-12-01,20', `${tomorrow},1`, 'x,-1']
    const { code, said, complained } = await unchanged(it, () => runImport(lines.join('\n')))
    expect([code, said]).toEqual([1, []])
    expect(complained).toEqual([
      'Line 2: fewer views (4) than visits (5): each visit is a view at least.',
      `Line 3: ${today} is not before ${today}, since when this site counts by itself.`,
      'Line 4: 2024-12-01 stands twice, first on line 1.',
      `Line 5: ${tomorrow} is not before ${today}, since when this site counts by itself.`,
      'Line 6: "x" is no day of the calendar since 1990: write 2024-12-31 or 31/12/2024.',
      'Nothing was imported: 5 of 6 lines cannot be taken.',
    ])
  })

  test('also where the first own hit was forgotten since, and only its figures are left', async () => {
    await it.database.db.execute(sql`
      INSERT INTO stat_hours (site_id, local_day, local_hour, cut, views, visits, readers) VALUES (${siteId}, '2025-01-01', 9, 'site', 1, 1, 0)`)
    const { complained } = await unchanged(it, () => runImport('2024-12-31,5\n2025-01-01,5\n'))
    expect(complained[0]).toBe('Line 2: 2025-01-01 is not before 2025-01-01, since when this site counts by itself.')
  })

  test('before any own hit days that are not over are refused too', async () => {
    await it.database.db.execute(sql`TRUNCATE hits`)
    await it.database.db.execute(sql`TRUNCATE stat_hours`)
    const { complained } = await unchanged(it, () => runImport(`${addDays(today, -1)},5\n${today},5\n`))
    expect(complained[0]).toBe(`Line 2: ${today} is not over.`)
  })

  test.each([
    ['without a day', 'day,visits\n', /^The file has no days/],
    ['in another encoding', Buffer.from('2024-12-01,5\nl\xfc', 'latin1'), /^The file is not UTF-8 text/],
  ])('%s is refused in one line', async (_name, content, message) => {
    await unchanged(it, () => expect(runImport(content)).rejects.toThrow(message))
  })
})
