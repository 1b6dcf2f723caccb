import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { totalStartsOn } from '../../db/schema/stats.ts'

interface Table {
  /** What its rows are of. */
  of: string
  sum: string[]
  /** What the rows of its total are of, if that is less. */
  ofTotal?: string
}

const tables: Record<string, Table> = {
  stat_periods: { of: 'cut, unit_id, author_id, category_id', sum: ['views', 'visits', 'readers'] },
  // One row of an article in the total, so that the index has the most read in order.
  stat_articles: { of: 'article_id, unit_id, author_id, category_id', sum: ['views', 'visits', 'readers'], ofTotal: 'article_id' },
  stat_referrers: { of: 'cut, host, class, unit_id, author_id, category_id', sum: ['visits'] },
  stat_countries: { of: 'country', sum: ['visits'] },
}

/** Makes the month of the day anew, as the sum of its days. Twice gives the same rows. */
export async function rollUpMonth(tx: Db, siteId: string, day: string): Promise<void> {
  const month = sql`date_trunc('month', ${day}::date)::date`
  const isOfMonth = sql`period = 'day' AND starts_on >= ${month} AND starts_on < ${month} + interval '1 month'`
  await sumUp(tx, { siteId, period: 'month', startsOn: month, from: isOfMonth })
}

/** Makes the total anew, as the sum of all months that are there. Twice gives the same rows. */
export async function rollUpTotal(tx: Db, siteId: string): Promise<void> {
  await sumUp(tx, { siteId, period: 'total', startsOn: sql`${totalStartsOn}::date`, from: sql`period = 'month'` })
}

interface Sum {
  siteId: string
  period: 'month' | 'total'
  startsOn: SQL
  /** Of which rows of the site. */
  from: SQL
}

async function sumUp(tx: Db, { siteId, period, startsOn, from }: Sum): Promise<void> {
  for (const [name, { of, sum, ofTotal = of }] of Object.entries(tables)) {
    const table = sql.identifier(name)
    const columns = sql.raw(period === 'total' ? ofTotal : of)
    await tx.execute(sql`DELETE FROM ${table} WHERE site_id = ${siteId}::uuid AND period = ${period} AND starts_on = ${startsOn}`)
    await tx.execute(sql`
      INSERT INTO ${table} (site_id, period, starts_on, ${columns}, ${sql.raw(sum.join(', '))})
      SELECT ${siteId}::uuid, ${period}, ${startsOn}, ${columns}, ${sql.raw(sum.map((column) => `sum(${column})`).join(', '))}
      FROM ${table} WHERE site_id = ${siteId}::uuid AND ${from} GROUP BY ${columns}`)
  }
}
