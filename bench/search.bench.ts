import { judge, summaryOf } from '../apps/api/test/relevance/judge.ts'
import { publishCorpus } from '../apps/api/test/relevance/publish-corpus.ts'
import { type Ground, prepareGround } from './lib/delivery-ground.ts'
import { atLeast, atMost } from './lib/delivery-rows.ts'
import { indexingCost } from './lib/indexing-cost.ts'
import { publishReport, type Report } from './lib/report.ts'
import { queryGroups } from './lib/search-queries.ts'
import { timeAnswers } from './lib/time-answers.ts'

/** `pnpm bench search 150000` takes the archive that the bars are set for. */
const many = Number(process.argv[2] ?? 20_000)
const readFromDatabase = { CACHE_MB: '0' }

const ground = await prepareGround(0, many)
try {
  const { rows, bars } = await times(ground)
  bars.push(...(await publishing(ground)))
  await publishReport({ name: 'search', about: `Searching ${many} generated articles, one search after the other`, rows, bars })
  await publishReport({
    name: 'search-relevance',
    about: 'How well what is found fits, nDCG and recall of ten',
    ...(await relevance(ground)),
  })
} finally {
  await ground.end()
}

async function times({ large, startNode }: Ground): Promise<Pick<Report, 'rows' | 'bars'>> {
  const { url, stop } = await startNode(large, readFromDatabase)
  const rows: Report['rows'] = []
  const bars: Report['bars'] = []
  const newest = { what: 'no search: the newest list', paths: ['/api/v1/articles?limit=20'], bar: undefined }
  for (const { what, paths, bar } of [newest, ...queryGroups(many)]) {
    const { p50, p95, best95, slowest } = await timeAnswers(url, paths)
    const asked = new URL(slowest, url).searchParams.get('q') ?? ''
    rows.push({ what, 'p50 ms': tenths(p50), 'p95 ms': tenths(p95), 'of best rounds': tenths(best95), slowest: asked })
    if (bar !== undefined) bars.push(atMost(`${what}, p95`, p95, bar, 'ms'))
  }
  await stop()
  return { rows, bars }
}

async function publishing({ large, postmaster }: Ground): Promise<Report['bars']> {
  const { withIndexing, without, making } = await indexingCost(large, postmaster)
  const paces = [withIndexing, without].map(({ rate, ofProcessors }) => `${Math.round(rate)} and ${Math.round(ofProcessors)}`)
  console.log(
    `Articles published a second, and by a second of the processors: ${paces[0]}; without rows and indexes of search ${paces[1]}.`,
  )
  console.log(`Making the words of one takes ${tenths(making)} ms.`)
  const part = withIndexing.ofProcessors / without.ofProcessors
  return [atLeast('publishing with rows and indexes of search, of what it is without', part, 0.5, '×')]
}

async function relevance({ small, startNode }: Ground): Promise<Pick<Report, 'rows' | 'bars'>> {
  const keys = await publishCorpus(small.database)
  const { url, stop } = await startNode(small, readFromDatabase)
  const judged = await judge(async (q) => {
    const answer = await fetch(`${url}/api/v1/search?limit=10&q=${encodeURIComponent(q)}`)
    const { data } = (await answer.json()) as { data: { id: string }[] }
    return data.map(({ id }) => keys.get(id) ?? '')
  })
  await stop()
  const rows = summaryOf(judged)
  const all = rows.at(-1)
  return { rows: rows.map((row) => ({ ...row })), bars: [atLeast('nDCG of all', all?.ndcg ?? 0, 0.9, '')] }
}

function tenths(figure: number): number {
  return Math.round(figure * 10) / 10
}
