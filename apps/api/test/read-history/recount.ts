import { sql } from 'drizzle-orm'
import type { Db } from '../../src/db/client.ts'

/** One unit, one author and one category, or none, for whom an article counts. */
export interface Filing {
  unit: string
  author: string | null
  category: string | null
}

/** What a hit says of itself; day and hour are not asked, they are counted again. */
export interface RawHit {
  id: string
  at: number
  articleId: string | null
  visit: boolean
  visitor: string | null
  host: string | null
  country: string | null
}

export interface Recounted {
  hits: RawHit[]
  timeZone: string
  imported: { day: string; views: number; visits: number }[]
  /** Under what articles stood when the day was last rolled up. */
  filingsOf: (day: string) => Map<string, Filing>
  closedThrough: string
  classOf: (host: string) => string
}

/** Roll-ups as lines of text, each with what it is of and its figures: the way in which both sides are compared. */
export type Lines = Record<'stat_hours' | 'stat_periods' | 'stat_articles' | 'stat_referrers' | 'stat_countries', string[]>

/** The local day and hour of a moment, by the runtime's own knowledge of time zones. */
export function localTimes(timeZone: string): (at: number) => { day: string; hour: number } {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  return (at) => {
    const text = format.format(at)
    return { day: text.slice(0, 10), hour: Number(text.slice(11, 13)) }
  }
}

const nowhere = { unit: null, author: null, category: null }
const cuts = {
  site: () => nowhere,
  unit: ({ unit }: Place) => ({ ...nowhere, unit }),
  author: ({ author }: Place) => ({ ...nowhere, author }),
  category: ({ category }: Place) => ({ ...nowhere, category }),
  cell: (place: Place) => place,
}
type Place = Filing | typeof nowhere
type Figures = { views: number; visits: number; readers: number }

/** Every roll-up that there has to be, counted hit by hit. */
export function recount({ hits, timeZone, imported, filingsOf, closedThrough, classOf }: Recounted): Lines {
  const tables = { stat_hours: sums(), stat_periods: sums(), stat_articles: sums(), stat_referrers: sums(), stat_countries: sums() }
  const count = (day: string, hour: number | null, article: string | null, from: string[], country: string, figures: Figures): void => {
    const place: Place = (article && filingsOf(day).get(article)) || nowhere
    for (const [cut, placeIn] of Object.entries(cuts)) {
      const { unit, author, category } = placeIn(place)
      if (cut !== 'cell' && hour !== null) tables.stat_hours.add([day, hour, cut, unit, author, category], figures)
      for (const period of periodsOf(day, closedThrough)) {
        tables.stat_periods.add([...period, cut, unit, author, category], figures)
        if (cut !== 'cell' && figures.visits > 0)
          tables.stat_referrers.add([...period, cut, ...from, unit, author, category], { visits: figures.visits })
      }
    }
    for (const period of periodsOf(day, closedThrough)) {
      const { unit, author, category } = period[0] === 'total' ? nowhere : place
      tables.stat_articles.add([...period, article, unit, author, category], figures)
      if (figures.visits > 0) tables.stat_countries.add([...period, country], { visits: figures.visits })
    }
  }
  const seen = new Set<string>()
  const timesOf = localTimes(timeZone)
  for (const { at, articleId, visit, visitor, host, country } of hits.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))) {
    const { day, hour } = timesOf(at)
    const reader = `${day} ${articleId} ${visitor}`
    const isReader = articleId !== null && visitor !== null && !seen.has(reader)
    if (isReader) seen.add(reader)
    const from = [host ?? '', host === null ? 'direct' : classOf(host)]
    count(day, hour, articleId, from, country ?? '', { views: 1, visits: Number(visit), readers: Number(isReader) })
  }
  for (const { day, views, visits } of imported) count(day, null, null, ['', 'unknown'], '', { views, visits, readers: 0 })
  return Object.fromEntries(Object.entries(tables).map(([name, { lines }]) => [name, lines()])) as Lines
}

/** The day, and its month and the total where the month is over. */
function periodsOf(day: string, closedThrough: string): string[][] {
  const [year = 0, month = 0] = day.split('-').map(Number)
  const isOver = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) <= closedThrough
  return [
    ['day', day],
    ...(isOver
      ? [
          ['month', `${day.slice(0, 7)}-01`],
          ['total', '0001-01-01'],
        ]
      : []),
  ]
}

function sums() {
  const found = new Map<string, Record<string, number>>()
  return {
    add(of: unknown[], figures: Record<string, number>) {
      const key = of.map((one) => one ?? '-').join(' ')
      const sum = found.get(key) ?? {}
      for (const [name, figure] of Object.entries(figures)) sum[name] = (sum[name] ?? 0) + figure
      found.set(key, sum)
    },
    lines: () => Array.from(found, ([key, sum]) => `${key}: ${Object.values(sum).join(' ')}`).sort(),
  }
}

const columns: Record<keyof Lines, [of: string, figures: string]> = {
  stat_hours: ['local_day, local_hour, cut, unit_id, author_id, category_id', 'views, visits, readers'],
  stat_periods: ['period, starts_on, cut, unit_id, author_id, category_id', 'views, visits, readers'],
  stat_articles: ['period, starts_on, article_id, unit_id, author_id, category_id', 'views, visits, readers'],
  stat_referrers: ['period, starts_on, cut, host, class, unit_id, author_id, category_id', 'visits'],
  stat_countries: ['period, starts_on, country', 'visits'],
}

/** Every roll-up that there is of the site. */
export async function readRollUps(db: Db, siteId: string): Promise<Lines> {
  const lines: Partial<Lines> = {}
  for (const [table, [of, figures]] of Object.entries(columns) as [keyof Lines, [string, string]][]) {
    const { rows } = await db.execute<{ line: string }>(sql`
      SELECT concat_ws(' ', ${sql.raw(of.replaceAll(/\w+/g, "coalesce($&::text, '-')"))}) || ': ' || concat_ws(' ', ${sql.raw(figures)}) AS line
      FROM ${sql.identifier(table)} WHERE site_id = ${siteId}::uuid`)
    lines[table] = rows.map(({ line }) => line).sort()
  }
  return lines as Lines
}

/** The hits that there are of the site, from the moment on. */
export async function readRawHits(db: Db, siteId: string, since = 0): Promise<RawHit[]> {
  const { rows } = await db.execute<RawHit & Record<string, unknown>>(sql`
    SELECT id, (extract(epoch FROM at) * 1000)::bigint AS at, article_id AS "articleId", visit, encode(visitor, 'hex') AS visitor,
      referrer_host AS host, country FROM hits WHERE site_id = ${siteId}::uuid AND at >= ${new Date(since)}`)
  return rows
}
