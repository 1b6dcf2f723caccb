import { addDays } from '@bantin/shared/days'
import { sql } from 'drizzle-orm'
import { readSummary } from '../apps/api/src/analytics/counters/summary.repository.ts'
import { prepareReadGround, type ReadGround, type ReadSite } from './lib/analytics-ground.ts'
import { startBare } from './lib/bare-server.ts'
import { compare, median, type Side } from './lib/compare.ts'
import { atLeast, atMost, besideFew, justTold, type Line } from './lib/delivery-rows.ts'
import { viewsPerDay } from './lib/generated-hits.ts'
import { startSender } from './lib/hit-load.ts'
import { type LoadProcess, startLoad } from './lib/load.ts'
import { publishReport, type Report } from './lib/report.ts'

/** `pnpm bench analytics 1` takes fewer years than the bars are set for. */
const years = Number(process.argv[2] ?? 10)
const days = Math.round(years * 365)
/** A million hits. */
const fewDays = Math.round(1_000_000 / viewsPerDay)
const rawDays = 89
const panels = ['timeseries', 'articles', 'units', 'authors', 'categories', 'referrers', 'countries']

const load = startLoad()
const ground = await prepareReadGround(days, fewDays, rawDays, viewsPerDay)
try {
  const hits = await acknowledgedHits(ground)
  const { large, small } = ground
  const lines = [...(await panelLines(ground, load)), ...(await publicLines(ground, load))]
  const bars = [...hits, ...lines.flatMap(({ bar }) => bar ?? []), await counters(ground)]
  const about = `Figures of ${Math.round((days * viewsPerDay) / 1e6)} million page views in ${days} days and ${large.rawHits} hits, beside those of a million in the last ${fewDays} days and ${small.rawHits} hits; a request each time, read from the database`
  publishReport({ name: 'analytics', about, rows: lines.map(({ row }) => row), bars })
} finally {
  await ground.end()
  await load.end()
}

function told(line: Line): Line {
  console.log(line.bar?.what ?? line.row.what)
  return line
}

/** Hits that are committed when they are acknowledged, beside a route that takes the same and does nothing. */
async function acknowledgedHits({ folder, postmaster, large }: ReadGround): Promise<Report['bars']> {
  const { rows } = await large.database.db.execute<{ id: string }>(sql`SELECT id FROM published.articles ORDER BY id LIMIT 200`)
  const sender = startSender(rows.map(({ id }) => id))
  const bare = await startBare(folder, {})
  const ours = { url: large.node.url, pid: large.node.pid, postmaster }
  try {
    const { ratio, ours: our, other } = await sender.compare(ours, bare)
    const half = Math.round(our.rate / 2)
    const p99 = await sender.slowest(ours, half)
    const bars = [
      atLeast(`hits acknowledged a second, ${Math.round(our.rate)} beside ${Math.round(other.rate)} of a bare route`, ratio.rate, 0.4, '×'),
      justTold('processor time of a hit with PostgreSQL’s', our.cost, `µs, of a bare route ${Math.round(other.cost)}`),
      atMost(`hits at half that rate, ${half} a second, p99`, p99, 25, 'ms'),
    ]
    for (const { what } of bars) console.log(what)
    return bars
  } finally {
    await bare.stop()
    await sender.end()
  }
}

/** Panels of days that both have, and of all days that each has. What only the large one has is told with what the small one has instead. */
async function panelLines({ postmaster, large, small }: ReadGround, load: LoadProcess): Promise<Line[]> {
  const today = await todayOf(large)
  const [first, firstOfFew, year] = [-days, 1 - fewDays, -364].map((age) => addDays(today, age))
  const lines: Line[] = []
  const side = ({ node, headers }: ReadSite, panel: string, from: string | undefined): Side => {
    const paths = [`/api/v1/editorial/analytics/${panel}?from=${from}&to=${today}`]
    return { url: node.url, pid: node.pid, postmaster, headers, paths, connections: 4 }
  }
  for (const panel of panels) {
    const both = async (what: string, from: string | undefined, ofFew = from) =>
      besideFew(`${panel}, ${what}`, await compare(load, side(large, panel, from), side(small, panel, ofFew)), 1.3)
    lines.push(told(await both('30 days', addDays(today, -29))))
    lines.push(told(await both(`${fewDays} days, as much as both have of 12 months`, firstOfFew)))
    lines.push(told(await both(`since the beginning, ${days} days beside ${fewDays}`, first, firstOfFew)))
    const { row } = await both(`12 months beside ${fewDays} days`, year, firstOfFew)
    lines.push(told({ row }))
  }
  return lines
}

async function publicLines({ postmaster, large, small }: ReadGround, load: LoadProcess): Promise<Line[]> {
  const lines: Line[] = []
  for (const period of ['day', 'week', 'month']) {
    const side = ({ node: { url, pid } }: ReadSite): Side => ({
      url,
      pid,
      postmaster,
      paths: [`/api/v1/analytics/top?period=${period}`],
      connections: 4,
    })
    lines.push(told(besideFew(`the most read, ${period}`, await compare(load, side(large), side(small)), 1.3)))
  }
  return lines
}

/** What is asked of the database for the public counters, at most once in ten seconds. */
async function counters({ large, small }: ReadGround): Promise<Report['bars'][number]> {
  const took = async ({ database, siteId }: ReadSite) => {
    const begun = performance.now()
    await readSummary(database.db, siteId)
    return performance.now() - begun
  }
  const pairs: [number, number][] = []
  for (let round = 0; round < 40; round += 1) pairs.push([await took(large), await took(small)])
  const [ours, few] = [median(pairs.map(([one]) => one)), median(pairs.map(([, one]) => one))]
  const what = `the public counters, ${ours.toFixed(1)} ms, ${few.toFixed(1)} of a million: costs`
  return atMost(what, median(pairs.map(([one, other]) => one / other)), 1.3, '×')
}

async function todayOf({ database }: ReadSite): Promise<string> {
  const { rows } = await database.db.execute<{ today: string }>(sql`SELECT published.today()::text AS today`)
  return rows[0]?.today ?? ''
}
