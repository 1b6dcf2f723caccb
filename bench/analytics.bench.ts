import { addDays } from '@bantin/shared/days'
import { sql } from 'drizzle-orm'
import { readSummary } from '../apps/api/src/analytics/counters/summary.repository.ts'
import { prepareReadGround, type ReadGround, type ReadSite } from './lib/analytics-ground.ts'
import { startBare } from './lib/bare-server.ts'
import { median } from './lib/compare.ts'
import { type CostSide, compareCosts } from './lib/compare-costs.ts'
import { atLeast, atMost, besideFew, justTold, type Line } from './lib/delivery-rows.ts'
import { todayOf, viewsPerDay } from './lib/generated-hits.ts'
import { startSender } from './lib/hit-load.ts'
import { publishReport, type Report } from './lib/report.ts'

/** `pnpm bench analytics 1` takes fewer years than the bars are set for. */
const years = Number(process.argv[2] ?? 10)
const days = Math.round(years * 365)
/** A million hits. */
const fewDays = Math.round(1_000_000 / viewsPerDay)
const rawDays = 89
const panels = ['timeseries', 'articles', 'units', 'authors', 'categories', 'referrers', 'countries']

const begun = performance.now()
const ground = await prepareReadGround(days, fewDays, rawDays, viewsPerDay)
try {
  // First, while both have as many hits today: those that are sent next are the large one's alone.
  const counting = await counters(ground)
  const hits = await acknowledgedHits(ground)
  const { large, small } = ground
  const lines = [...(await panelLines(ground)), ...(await publicLines(ground))]
  const bars = [...hits, ...lines.flatMap(({ bar }) => bar ?? []), counting]
  const about = `Figures of ${Math.round((days * viewsPerDay) / 1e6)} million page views in ${days} days and ${large.rawHits} hits, beside those of a million in the last ${fewDays} days and ${small.rawHits} hits; a request each time, read from the database`
  console.log(`All of it took ${Math.round((performance.now() - begun) / 1000)} s.`)
  await publishReport({ name: 'analytics', about, rows: lines.map(({ row }) => row), bars })
} finally {
  await ground.end()
}

function told(line: Line): Line {
  console.log(line.bar?.what ?? `${line.row.what}: costs ${line.row['µs of a processor']} µs beside ${line.row['bare µs']}`)
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
    const [slowest, ofBare] = [await sender.slowest(ours, half), await sender.slowest(bare, half)]
    const all = slowest.map((p99) => p99.toFixed(1)).join(', ')
    const bars = [
      atLeast(`hits acknowledged a second, ${Math.round(our.rate)} beside ${Math.round(other.rate)} of a bare route`, ratio.rate, 0.4, '×'),
      justTold('processor time of a hit with PostgreSQL’s', our.cost, `µs, of a bare route ${Math.round(other.cost)}`),
      atMost(
        `hits at half that rate, ${half} a second, p99 (of ${all} the middle, ${median(ofBare).toFixed(1)} of the bare route)`,
        median(slowest),
        25,
        'ms',
      ),
    ]
    for (const { what } of bars) console.log(what)
    return bars
  } finally {
    await bare.stop()
    await sender.end()
  }
}

/** Panels of days that both have, and of all days that each has. What only the large one has is told with what the small one has instead. */
async function panelLines(ground: ReadGround): Promise<Line[]> {
  const { large, small } = ground
  const today = await todayOf(large.database.db)
  const [first, firstOfFew, year] = [-days, 1 - fewDays, -364].map((age) => addDays(today, age))
  const lines: Line[] = []
  for (const panel of panels) {
    const headers = [await large.signIn(), await small.signIn()]
    const both = async (what: string, from: string | undefined, ofFew = from) => {
      const path = (begin: string | undefined) => `/api/v1/editorial/analytics/${panel}?from=${begin}&to=${today}`
      const sides = [side(ground, large, path(from), headers[0]), side(ground, small, path(ofFew), headers[1])] as const
      return besideFew(`${panel}, ${what}`, await compareCosts(...sides), 1.3)
    }
    lines.push(told(await both('30 days', addDays(today, -29))))
    lines.push(told(await both(`${fewDays} days, as much as both have of 12 months`, firstOfFew)))
    lines.push(told(await both(`since the beginning, ${days} days beside ${fewDays}`, first, firstOfFew)))
    const { row } = await both(`12 months beside ${fewDays} days`, year, firstOfFew)
    lines.push(told({ row }))
  }
  return lines
}

async function publicLines(ground: ReadGround): Promise<Line[]> {
  const lines: Line[] = []
  for (const period of ['day', 'week', 'month']) {
    const of = (site: ReadSite) => side(ground, site, `/api/v1/analytics/top?period=${period}`)
    lines.push(told(besideFew(`the most read, ${period}`, await compareCosts(of(ground.large), of(ground.small)), 1.3)))
  }
  return lines
}

function side({ postmaster }: ReadGround, { node: { url, pid } }: ReadSite, path: string, headers: CostSide['headers'] = {}): CostSide {
  return { url, path, headers, pid, postmaster }
}

/** What is asked of the database for the public counters, at most once in ten seconds. The fastest counts: another program makes it slower. */
async function counters({ large, small }: ReadGround): Promise<Report['bars'][number]> {
  const took = async ({ database, siteId }: ReadSite) => {
    const asked = performance.now()
    await readSummary(database.db, siteId)
    return performance.now() - asked
  }
  let [ours, few] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let round = 0; round < 40; round += 1) [ours, few] = [Math.min(ours, await took(large)), Math.min(few, await took(small))]
  return atMost(`the public counters, ${ours.toFixed(1)} ms, ${few.toFixed(1)} of a million: costs`, ours / few, 1.3, '×')
}
