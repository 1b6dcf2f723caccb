import { addDays } from '@bantin/shared/days'
import { sql } from 'drizzle-orm'
import { readSummary } from '../../src/analytics/counters/summary.repository.ts'
import type { Db } from '../../src/db/client.ts'
import { hosts, takeHitsAround, writeDay } from './history.ts'
import { addReadSite, holdOrPutBack, pick, type ReadSite } from './read-site.ts'
import { type Filing, type Lines, localTimes, type RawHit, readRawHits, recount } from './recount.ts'

type Random = () => number

const dayLength = 86_400_000

/** A site as it is read day after day, with all that its figures have to be counted from. */
export interface Life {
  site: ReadSite
  dayOf(at: number): string
  refile(article: string): Promise<void>
  hits: Map<string, RawHit>
  imported: { day: string; views: number; visits: number }[]
  /** Under what articles stood when a day was last rolled up. */
  filed: Map<string, Map<string, Filing>>
  closedThrough: string
}

export async function beginLife(db: Db, { timeZone, from, random }: { timeZone: string; from: number; random: Random }): Promise<Life> {
  const made = await addReadSite(db, { timeZone, articles: 6, random })
  const timesOf = localTimes(timeZone)
  const dayOf = (at: number) => timesOf(at).day
  return { ...made, dayOf, hits: new Map(), imported: [], filed: new Map(), closedThrough: addDays(dayOf(from), -1) }
}

/**
 * The 24 hours from the moment on, in which much is read, more around a `change` of the clocks, perhaps something held, put back or filed
 * elsewhere, perhaps a day counted by another system too.
 */
export async function liveOn(db: Db, life: Life, { begin, changes, random }: { begin: number; changes: string[]; random: Random }) {
  const { site, refile, imported, hits } = life
  await writeDay(db, site, begin, 24, random)
  for (const change of changes) {
    if (Math.floor((Date.parse(change) - begin) / dayLength) === 0) await takeHitsAround(db, site, change, random)
  }
  for (const hit of await readRawHits(db, site.id, begin - dayLength / 2)) hits.set(hit.id, hit)
  const article = pick([...site.filings.keys()], random)
  const event = random()
  if (event < 0.2) await holdOrPutBack(db, site, article)
  else if (event < 0.4) await refile(article)
  if (random() > 0.1) return
  const counted = { day: life.dayOf(begin + dayLength / 2), views: 50, visits: Math.floor(random() * 50) }
  await db.execute(sql`INSERT INTO imported_days VALUES (${site.id}, ${counted.day}, ${counted.views}, ${counted.visits})`)
  imported.push(counted)
}

/** What is rolled up, up to that day, is filed as articles stand now, if it was not closed before. Answers up to where days are closed. */
export async function noteRollUp(db: Db, life: Life, upTo?: string): Promise<string> {
  const { rows } = await db.execute<{ closed: string }>(sql`
    SELECT closed_through AS closed FROM stat_progress WHERE site_id = ${life.site.id}`)
  const closed = rows[0]?.closed ?? life.closedThrough
  for (let day = addDays(life.closedThrough, 1); day <= (upTo ?? closed); day = addDays(day, 1)) {
    life.filed.set(day, new Map(life.site.filings))
  }
  life.closedThrough = closed
  return closed
}

/** Every roll-up that there has to be, when all is rolled up. */
export function rollUpsOf({ site, hits, imported, filed, closedThrough }: Life): Lines {
  const filingsOf = (day: string) => filed.get(day) ?? new Map<string, Filing>()
  const classOf = (host: string) => hosts[host] ?? 'other'
  return recount({ hits: [...hits.values()], timeZone: site.timeZone, imported, filingsOf, closedThrough, classOf })
}

/** The counters as the widget shows them and as they are counted visit by visit; imported days count from their end on. */
export async function countersOf(db: Db, { site, dayOf, hits, imported, closedThrough }: Life, now: Date) {
  const { today, week, total } = await readSummary(db, site.id, now)
  const thisDay = dayOf(now.getTime())
  const monday = addDays(thisDay, -((new Date(`${thisDay}T00:00:00Z`).getUTCDay() + 6) % 7))
  const days = [...hits.values()].filter(({ visit }) => visit).map(({ at }) => ({ day: dayOf(at), visits: 1 }))
  const all = [...days, ...imported.filter(({ day }) => day <= closedThrough)]
  const since = (first: string) => all.filter(({ day }) => day >= first).reduce((sum, { visits }) => sum + visits, 0)
  return { shown: { today, week, total }, counted: { today: since(thisDay), week: since(monday), total: since('0001-01-01') } }
}
