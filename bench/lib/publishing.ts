import { setTimeout as pause } from 'node:timers/promises'
import { operator } from '../../apps/api/src/lib/acting-person.ts'
import { importArticles } from '../../apps/api/src/publication/import-articles.ts'
import type { AppProcess } from './app-process.ts'
import { percentile } from './ask-on-and-on.ts'
import { median } from './compare.ts'
import type { Filled } from './delivery-ground.ts'
import { arrivingArticle } from './import-generated.ts'
import type { LoadProcess } from './load.ts'

/** Numbers of articles that no import had. */
let next = 1_000_000

/** Publishes one more article, now; answers its id, and the moment at which all was done but to commit it. */
async function publishOne({ database, organization }: Filled): Promise<{ id: string; at: number }> {
  const arriving = { ...arrivingArticle(next++, organization), publish: {} }
  return await database.db.transaction(async (tx) => {
    const [article] = await importArticles(tx, [arriving], operator)
    return { id: article?.id ?? '', at: performance.now() }
  })
}

/** How many articles a second are published one after the other, each in a transaction of its own, as people do it. */
export async function publicationRate(filled: Filled, times: number): Promise<number> {
  const begun = performance.now()
  for (let time = 0; time < times; time += 1) await publishOne(filled)
  return (times * 1000) / (performance.now() - begun)
}

/** Milliseconds from before the commit until the newest list of every process has the article, each time but the first: new processes warm up. */
export async function timeUntilVisible(filled: Filled, nodes: AppProcess[], times: number): Promise<number[]> {
  const took: number[] = []
  for (let time = 0; time <= times; time += 1) {
    const { id, at } = await publishOne(filled)
    await Promise.all(nodes.map((node) => untilNewest(node, id)))
    took.push(performance.now() - at)
    await pause(50)
  }
  return took.slice(1)
}

async function untilNewest({ url }: AppProcess, id: string): Promise<void> {
  for (;;) {
    const answer = await fetch(`${url}/api/v1/articles?limit=1`)
    const { data } = (await answer.json()) as { data: { id: string }[] }
    if (data[0]?.id === id) return
    await pause(2)
  }
}

const betweenPublications = 500
const [perSecond, seconds, turns] = [1000, 6, 3]

/** How long 99 of 100 reads of the steady load take at the most, in milliseconds: without and with publications all the while. */
export async function readsBesidePublishing(
  load: LoadProcess,
  filled: Filled,
  { url, paths }: { url: string; paths: string[] },
): Promise<{ without: number; beside: number; ratio: number }> {
  const pairs: [number, number][] = []
  const read = async () => percentile((await load.ask({ url, paths, perSecond, seconds })).took, 0.99)
  await load.ask({ url, paths, perSecond, seconds })
  for (let turn = 0; turn < turns; turn += 1) {
    const without = await read()
    const publishing = publishOnAndOn(filled)
    const beside = await read()
    await publishing.end()
    pairs.push([without, beside])
  }
  const ratio = median(pairs.map(([without, beside]) => beside / without))
  return { without: median(pairs.map(([without]) => without)), beside: median(pairs.map(([, beside]) => beside)), ratio }
}

function publishOnAndOn(filled: Filled): { end(): Promise<void> } {
  let isEnding = false
  const work = async () => {
    while (!isEnding) {
      await publishOne(filled)
      await pause(betweenPublications)
    }
  }
  const working = work()
  working.catch(() => undefined)
  return {
    end: async () => {
      isEnding = true
      await working
    },
  }
}
