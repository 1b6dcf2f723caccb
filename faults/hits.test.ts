import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readSummary } from '../apps/api/src/analytics/counters/summary.repository.ts'
import { rollUp } from '../apps/api/src/analytics/roll-ups/roll-up.ts'
import { startEmbedded } from '../apps/api/src/db/embedded.ts'
import { seededRandom } from '../apps/api/src/lib/seeded-random.ts'
import { runningServer, usedDataFolder } from '../apps/api/test/app-process.ts'
import { temporaryFolder } from '../apps/api/test/temporary-folder.ts'
import { type Ground, openGround } from './support/ground.ts'
import { type History, openHistory } from './support/history.ts'
import { sendAll } from './support/hit-senders.ts'
import { openNewsroom } from './support/newsroom.ts'
import { postRequest } from './support/pipeline.ts'
import { startServedNodes } from './support/served-nodes.ts'

const hits = 300_000
/** By progress, not by the clock: each time that so many more are acknowledged, every few seconds, a process is killed in the middle of it. */
const betweenKills = 27_000
const seed = Math.floor(Math.random() * 1_000_000)

test(`of ${hits} hits sent to three processes that are killed in turn, each is there once, though PostgreSQL crashes in the middle, and all figures are those of a recount (seed ${seed})`, async () => {
  const random = seededRandom(seed)
  const dataDir = usedDataFolder()
  const server = await startEmbedded({ dataDir })
  onTestFinished(() => server.stop())
  const ground = await openGround(server.url)
  const nodes = await startServedNodes(server.url, 3)
  const history = openHistory(join(temporaryFolder(), 'hits.jsonl'))

  let [nextKill, hasCrashed] = [betweenKills, false]
  const onAcknowledged = (sum: number) => {
    if (!hasCrashed && sum >= hits / 2) {
      hasCrashed = true
      // As a crash does it: no session ends in order, and what was committed stands in the server's log.
      runningServer(dataDir).then(({ pid }) => process.kill(pid, 'SIGQUIT'))
    }
    if (sum < nextKill || sum === hits) return
    nextKill += betweenKills
    nodes.kill(Math.floor(random() * nodes.count))
  }
  const ids = Array.from({ length: hits }, (_, n) => idOf(n, random))
  const requestOf = await prepareRequests(ground)
  await sendAll({ nodes, ids, requestOf, history, random, onAcknowledged })
  nodes.leave()

  expect([nodes.killed, hasCrashed]).toEqual([Math.floor((hits - 1) / betweenKills), true])
  await expectEachOnce(ground, history)
  await expectFigures(ground)
}, 600_000)

function idOf(n: number, random: () => number): string {
  const hex = (length: number, number: number) => Math.floor(number).toString(16).padStart(length, '0')
  return `${hex(8, random() * 2 ** 32)}-${hex(4, random() * 2 ** 16)}-4000-8000-${hex(12, n)}`
}

/** Some of other pages, most of articles; by two thousand readers, of whom some ask for privacy; a third are entries. */
async function prepareRequests(ground: Ground): Promise<(id: string) => string> {
  const newsroom = openNewsroom(ground)
  const articles: string[] = []
  while (articles.length < 20) articles.push(await newsroom.publish(`Bài ${articles.length}`))
  return (id) => {
    const n = Number.parseInt(id.slice(24), 16)
    const headers = { 'user-agent': `Mozilla/5.0 (X11; Linux x86_64) Firefox/142.0 reader/${n % 1999}`, ...(n % 7 === 0 && { dnt: '1' }) }
    const what = n % 5 === 0 ? { path: '/' } : { articleId: articles[n % articles.length] }
    return postRequest('/api/v1/analytics/hits', headers, { id, ...what, entry: n % 3 === 0, referrer: 'https://zalo.me/' })
  }
}

/** Acknowledged ⊆ there ⊆ attempted, and nothing twice. */
async function expectEachOnce({ rows }: Ground, history: History): Promise<void> {
  const { acknowledged, attempted, counts } = await history.close()
  const found = await rows<{ id: string }>('SELECT id FROM hits')
  const there = new Set(found.map(({ id }) => id))
  expect(found.length - there.size).toBe(0)
  expect([...acknowledged].filter((id) => !there.has(id))).toEqual([])
  expect([...there].filter((id) => !attempted.has(id))).toEqual([])
  expect([acknowledged.size, counts.ok, there.size]).toEqual([hits, hits, hits])
  // Else nothing was in the way.
  expect(counts.unknown).toBeGreaterThan(100)
}

/** Counters and roll-ups, of days that go on and of days that are closed, are what the rows are when they are counted one by one. */
async function expectFigures({ db, siteId, rows }: Ground): Promise<void> {
  const readers = new Set<string>()
  const counted = { views: 0, visits: 0, readers: 0 }
  const all = await rows<{ article: string | null; visit: boolean; visitor: string | null; day: string }>(
    `SELECT article_id AS article, visit, encode(visitor, 'hex') AS visitor, local_day AS day FROM hits`,
  )
  for (const { article, visit, visitor, day } of all) {
    counted.views += 1
    if (visit) counted.visits += 1
    if (article && visitor) readers.add(`${day} ${article} ${visitor}`)
  }
  counted.readers = readers.size
  const inTwoDays = new Date(Date.now() + 2 * 86_400_000)
  for (const at of [null, inTwoDays]) {
    expect((await readSummary(db, siteId)).total).toBe(counted.visits)
    await rollUp(db, at)
    for (const table of ['stat_hours', 'stat_periods']) {
      const period = table === 'stat_periods' ? "AND period = 'day'" : ''
      const [sums] = await rows(`SELECT sum(views)::int AS views, sum(visits)::int AS visits, sum(readers)::int AS readers
        FROM ${table} WHERE cut = 'site' ${period}`)
      expect(sums).toEqual(counted)
    }
    expect((await readSummary(db, siteId)).total).toBe(counted.visits)
  }
}
