import { sql } from 'drizzle-orm'
import type { Db } from '../../apps/api/src/db/client.ts'

const tables = ['stat_hours', 'stat_periods', 'stat_articles', 'stat_referrers', 'stat_countries']

/**
 * Fills the tables first and makes their indexes then, which takes a fraction of the time. They are not written to the server's log either:
 * they are measured and thrown away.
 */
export async function withoutIndexes(tx: Db, fill: () => Promise<void>): Promise<void> {
  const again: string[] = []
  for (const table of tables) {
    await tx.execute(sql.raw(`ALTER TABLE ${table} SET UNLOGGED`))
    const { rows: rules } = await tx.execute<{ name: string; made: string }>(sql`
      SELECT conname AS name, pg_get_constraintdef(oid) AS made FROM pg_constraint
      WHERE conrelid = ${table}::regclass AND contype IN ('u', 'p')`)
    for (const { name, made } of rules) {
      await tx.execute(sql.raw(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`))
      again.push(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${made}`)
    }
    const { rows: indexes } = await tx.execute<{ name: string; made: string }>(sql`
      SELECT indexname AS name, indexdef AS made FROM pg_indexes WHERE schemaname = 'public' AND tablename = ${table}`)
    for (const { name, made } of indexes) {
      await tx.execute(sql.raw(`DROP INDEX ${name}`))
      again.push(made)
    }
  }
  await fill()
  for (const statement of again) await tx.execute(sql.raw(statement))
}

/** Figures of hours go back so many days only: no panel shows more than a month by the hour. */
const daysByHour = 62
/** From so many hosts visits come; fewer of them a day to one author, unit or category. */
const hosts = { site: 60, author: 1, other: 3 }

const cut = sql`CASE GROUPING(unit_id, author_id, category_id)
  WHEN 7 THEN 'site' WHEN 3 THEN 'unit' WHEN 5 THEN 'author' WHEN 6 THEN 'category' ELSE 'cell' END`
const alone = (of: string) => sql.raw(`(${of}), (${of}, unit_id), (${of}, author_id), (${of}, category_id)`)
const sums = sql`sum(views), sum(visits), sum(readers)`
/** The part of a number that falls to the k-th of so many: parts add up to the whole (Hermite’s identity). */
const part = (of: string, k: string, among: string) => sql.raw(`(${of} + ${k} - 1) / ${among}`)

/** From `reads`: what was read of each article on each day. Rows of a day lie together, as they do where days come one after the other. */
export async function fillFromReads(tx: Db, siteId: string, today: string): Promise<void> {
  const site = sql`${siteId}::uuid`
  await tx.execute(sql`
    INSERT INTO stat_articles SELECT ${site}, 'day', day, article_id, unit_id, author_id, category_id, views, visits, readers FROM reads ORDER BY day`)
  await tx.execute(sql`
    INSERT INTO stat_periods SELECT ${site}, 'day', day, ${cut}, unit_id, author_id, category_id, ${sums} FROM reads GROUP BY GROUPING SETS (${alone('day')}, (day, unit_id, author_id, category_id)) ORDER BY day`)
  await tx.execute(sql`
    INSERT INTO stat_hours SELECT ${site}, day, hour, ${cut}, unit_id, author_id, category_id, ${sums}
    FROM (
      SELECT day, unit_id, author_id, category_id, 7 + (n + 4 * k) % 15 AS hour, ${part('views', 'k', '4')} AS views,
        ${part('visits', 'k', '4')} AS visits, ${part('readers', 'k', '4')} AS readers
      FROM reads, generate_series(1, 4) AS k WHERE day > ${today}::date - ${daysByHour}::int
    ) AS hourly WHERE views > 0 GROUP BY GROUPING SETS (${alone('day, hour')}) ORDER BY day`)
  await tx.execute(sql`
    INSERT INTO stat_referrers
    SELECT ${site}, 'day', starts_on, cut, CASE WHEN place = 0 THEN '' ELSE 'www.noi-den-' || place || '.vn' END,
      CASE WHEN place = 0 THEN 'direct' ELSE (ARRAY['search', 'social', 'portal', 'other'])[1 + place % 4] END, unit_id, author_id, category_id, visits
    FROM (
      SELECT starts_on, cut, unit_id, author_id, category_id, ${part('visits', 'k', 'among')} AS visits,
        CASE WHEN cut = 'site' THEN k - 1 ELSE ((hashtext(concat(unit_id, author_id, category_id)) & 65535) + k) % ${hosts.site}::int END AS place
      FROM stat_periods,
        LATERAL (SELECT CASE cut WHEN 'site' THEN ${hosts.site}::int WHEN 'author' THEN ${hosts.author}::int ELSE ${hosts.other}::int END AS among) AS so_many,
        generate_series(1, among) AS k
      WHERE cut <> 'cell'
    ) AS came WHERE visits > 0 ORDER BY starts_on`)
  await tx.execute(sql`
    INSERT INTO stat_countries
    SELECT ${site}, 'day', starts_on, (ARRAY['VN', '', 'LA', 'KH', 'US', 'JP', 'KR', 'FR', 'DE', 'AU'])[k], ${part('visits', 'k', '10')}
    FROM stat_periods, generate_series(1, 10) AS k WHERE cut = 'site' AND ${part('visits', 'k', '10')} > 0 ORDER BY starts_on`)
  await sumUpMonths(tx, today)
}

const summed: [table: string, of: string, ofTotal: string, figures: string[]][] = [
  ['stat_periods', 'cut, unit_id, author_id, category_id', 'cut, unit_id, author_id, category_id', ['views', 'visits', 'readers']],
  ['stat_articles', 'article_id, unit_id, author_id, category_id', 'article_id', ['views', 'visits', 'readers']],
  ['stat_referrers', 'cut, host, class, unit_id, author_id, category_id', 'cut, host, class, unit_id, author_id, category_id', ['visits']],
  ['stat_countries', 'country', 'country', ['visits']],
]

/** Months that are over, and their total, as the application makes them one by one. */
async function sumUpMonths(tx: Db, today: string): Promise<void> {
  for (const [table, of, ofTotal, figures] of summed) {
    const sumsOf = figures.map((figure) => `sum(${figure})`).join(', ')
    const month = `date_trunc('month', starts_on::timestamp)::date`
    await tx.execute(
      sql.raw(`
      INSERT INTO ${table} (site_id, period, starts_on, ${of}, ${figures.join(', ')})
      SELECT site_id, 'month', ${month}, ${of}, ${sumsOf} FROM ${table}
      WHERE starts_on < '${today.slice(0, 7)}-01' GROUP BY site_id, ${month}, ${of} ORDER BY ${month}`),
    )
    await tx.execute(
      sql.raw(`
      INSERT INTO ${table} (site_id, period, starts_on, ${ofTotal}, ${figures.join(', ')})
      SELECT site_id, 'total', '0001-01-01', ${ofTotal}, ${sumsOf} FROM ${table} WHERE period = 'month' GROUP BY site_id, ${ofTotal}`),
    )
  }
}
