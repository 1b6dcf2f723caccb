import { type Addresses, addressesOf, deepPage, freshPages } from './lib/addresses.ts'
import { percentile } from './lib/ask-on-and-on.ts'
import { startBare } from './lib/bare-server.ts'
import { buildBarePage, template } from './lib/build-bare-page.ts'
import { compare, type Side } from './lib/compare.ts'
import { type Ground, prepareGround } from './lib/delivery-ground.ts'
import { atLeast, atMost, besideBare, besideFew, justTold, type Line } from './lib/delivery-rows.ts'
import { type LoadProcess, startLoad } from './lib/load.ts'
import { memoryAndStarts } from './lib/memory-and-starts.ts'
import { publicationRate, readsBesidePublishing, timeUntilVisible } from './lib/publishing.ts'
import { recordAnswers } from './lib/recorded-answers.ts'
import { publishReport, type Report } from './lib/report.ts'

/** `pnpm bench delivery 150000` takes a larger archive. */
const many = Number(process.argv[2] ?? 10_000)
const few = 1000
/** So many different articles are asked for where each is read from the database. */
const asked = 200
const home = '/'

const load = startLoad()
const ground = await prepareGround(few, many)
try {
  const addresses = await addressesOf(ground.large, asked)
  const lines = [...(await warmLines(ground, load, addresses)), ...(await coldLines(ground, load, addresses))]
  const bars = [...lines.flatMap(({ bar }) => bar ?? []), ...(await publishingBars(ground, load)), ...(await memoryAndStarts(ground, load))]
  bars.push(atLeast('import', ground.large.importRate, 300, 'articles a second'))
  bars.push(justTold('published one after the other', await publicationRate(ground.large, 100), 'a second'))
  const about = `Delivery of ${many} generated articles, each beside the least that could answer the same bytes, in turns`
  await publishReport({ name: 'delivery', about, rows: lines.map(({ row }) => row), bars })
} finally {
  await ground.end()
  await load.end()
}

/** Says it at once: all of it takes minutes. */
function told(line: Line): Line {
  console.log(line.bar?.what ?? line.row.what)
  return line
}

/** What comes from memory. */
async function warmLines({ folder, env, main, large }: Ground, load: LoadProcess, { list, articles, pages }: Addresses): Promise<Line[]> {
  const [article, page] = [articles[0] as string, pages[0] as string]
  const recorded = await recordAnswers(large.database, env, [list, article])
  const html = await Promise.all([home, page].map(async (path) => ({ path, bytes: await (await fetch(main.url + path)).text() })))
  const ready = [...recorded, ...html.map((each) => ({ ...each, type: 'text/html; charset=utf-8' }))]
  const bare = await startBare(folder, { answers: ready.map((each) => ({ ...each, statements: [] })) })
  const side = (path: string): Side => ({ url: main.url, pid: main.pid, paths: [path] })
  const same = async (what: string, path: string) =>
    told(besideBare(what, await compare(load, side(path), { ...bare, paths: [path] }), 0.85))
  const known = async (what: string, path: string) => {
    const tag = (await fetch(main.url + path, { headers: { 'accept-encoding': 'identity' } })).headers.get('etag') ?? ''
    return told(
      besideBare(what, await compare(load, { ...side(path), headers: { 'if-none-match': tag } }, { ...bare, paths: ['/hello'] }), 0.6),
    )
  }
  const lines = [
    await same('list, warm', list),
    await same('article, warm', article),
    await known('list, 304', list),
    await known('article, 304', article),
    await same('home page, warm', home),
    await same('article page, warm', page),
  ]
  await bare.stop()
  return lines
}

/** What is read and rendered each time. */
async function coldLines(ground: Ground, load: LoadProcess, { list, articles, pages }: Addresses): Promise<Line[]> {
  const { folder, env, main, large, small, postmaster, startNode } = ground
  const [node, nodeOfFew] = await Promise.all([large, small].map((filled) => startNode(filled, { CACHE_MB: '0' })))
  if (!node || !nodeOfFew) throw new Error('no processes to measure')
  const page = pages[0] as string
  const module = await buildBarePage(folder)
  const bare = await startBare(folder, {
    answers: await recordAnswers(large.database, env, [list, ...articles]),
    databaseUrl: large.url,
    pages: [home, page].map((path) => ({ path, module, api: node.url, template })),
  })
  // Not in memory, but what they show is, as with the bare page.
  // Four hundred in a round: of fewer the processor's clock, which ticks a hundred times a second, tells too little.
  const renew = freshPages(main.url, (await addressesOf(large, 10_000)).pages.slice(asked), 400)
  const side = (paths: string[], of = node): Side => ({ url: of.url, pid: of.pid, paths, postmaster })
  const sql = async (what: string, paths: string[]) =>
    told(besideBare(what, await compare(load, side(paths), { ...bare, paths, postmaster }), 0.8))
  const rendered = async (what: string, path: string, ours: Side) =>
    besideBare(what, await compare(load, { ...ours, connections: 8 }, { ...bare, paths: [path], connections: 8 }), 0.5)
  // That it is read anew as well is told, and asked nothing of.
  const readToo = async (what: string, path: string) => told({ row: (await rendered(what, path, side([path]))).row })
  const grown = async (what: string, paths: string[], ofFew: string[]) =>
    told(besideFew(`${what} of ${many} beside ${few}`, await compare(load, side(paths), side(ofFew, nodeOfFew)), 1.3))
  const articlesOfFew = (await addressesOf(small, asked)).articles
  const lines = [
    await sql('list, cache off', [list]),
    await sql('article, cache off', articles),
    told(await rendered('article page, rendered', page, { ...side([], main), renew })),
    await readToo('  read as well', page),
    await readToo('  home page, read as well', home),
    await grown('list', [list], [list]),
    await grown('article', articles, articlesOfFew),
    await grown('deep page', [await deepPage(node.url, many)], [await deepPage(nodeOfFew.url, few)]),
  ]
  await Promise.all([bare, node, nodeOfFew].map((each) => each.stop()))
  return lines
}

async function publishingBars({ main, large, startNode }: Ground, load: LoadProcess): Promise<Report['bars']> {
  const nodes = [main, await startNode(large), await startNode(large)]
  const took = await timeUntilVisible(large, nodes, 100)
  const { list, articles } = await addressesOf(large, 3000)
  // Half of the reads are of what everybody reads, half of anything.
  const popular = [list, ...articles.slice(0, 19)]
  const paths = articles.flatMap((path, n) => [popular[n % popular.length] as string, path])
  const { without, beside, ratio } = await readsBesidePublishing(load, large, { url: main.url, paths })
  await Promise.all(nodes.slice(1).map((node) => node.stop()))
  const times = `publishing beside 1000 reads a second (p99 ${beside.toFixed(1)} ms, ${without.toFixed(1)} without)`
  const bars = [atMost('commit to visible on three processes, p99', percentile(took, 0.99), 200, 'ms'), atMost(times, ratio, 2, '×')]
  for (const { what } of bars) console.log(what)
  return bars
}
