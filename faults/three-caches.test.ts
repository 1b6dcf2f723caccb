import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { seededRandom } from '../apps/api/src/lib/seeded-random.ts'
import { dataFolder, runAppProcess } from '../apps/api/test/app-process.ts'
import { ask } from '../apps/api/test/ask.ts'
import { prepareGround } from './support/ground.ts'
import { openNewsroom } from './support/newsroom.ts'

const seed = Math.floor(Math.random() * 1_000_000)
const articles = 12
const moves = 120

/** What was public of an article from a generation on: the number in its title, or null while it was held. */
type History = { generation: number; number: number | null }[]

interface Read {
  article: number
  node: number
  /** The generation that the answer says it is of; undefined of one that says nothing. */
  claimed: number | undefined
  number: number | null
  /** How many had been asked before it. */
  order: number
}

test(`while three processes are read a thousand times a second and something is published all the time, no answer is older than it says, and nothing that was held is shown (seed ${seed})`, async () => {
  const random = seededRandom(seed)
  const ground = await prepareGround()
  const newsroom = openNewsroom(ground)
  const ids: string[] = []
  for (let n = 0; n < articles; n += 1) ids.push(await newsroom.publish(`Bài ${n} số 0`))
  const [start] = await ground.rows<{ generation: number }>('SELECT generation FROM public_generation')
  const histories: History[] = ids.map(() => [{ generation: start?.generation ?? 0, number: 0 }])
  const env = { ROLE: 'api', DATABASE_URL: ground.url, SECRET: randomBytes(36).toString('base64'), RATE_LIMIT: 'off' }
  const origins = await Promise.all([1, 2, 3].map(() => runAppProcess(dataFolder(), env).ready))

  const reads: Read[] = []
  let asked = 0
  /** Reads one article at one process, by itself or in the list. */
  const readOne = async (article: number, node: number, isList: boolean): Promise<Read> => {
    const order = asked++
    const answer = await ask(`${origins[node]}/api/v1/articles${isList ? '' : `/${ids[article]}`}`)
    const [, claimed] = /detail=(\d+)$/.exec(answer.headers['cache-status'] ?? '') ?? []
    const [, number] = new RegExp(`Bài ${article} số (\\d+)"`).exec(String(answer.bytes)) ?? []
    expect([200, 404]).toContain(answer.status)
    const read = {
      article,
      node,
      order,
      claimed: claimed === undefined ? undefined : Number(claimed),
      number: number === undefined ? null : Number(number),
    }
    reads.push(read)
    return read
  }

  const ending = new AbortController()
  const readers = readAllTheTime(ending.signal, () => readOne(Math.floor(random() * articles), Math.floor(random() * 3), random() < 0.3))
  for (let n = 1; n <= moves; n += 1) {
    const article = Math.floor(random() * articles)
    const [id, history] = [ids[article] as string, histories[article] as History]
    const isHeld = history.at(-1)?.number === null
    if (isHeld) {
      history.push({ generation: await newsroom.putBack(id), number: Number(history.findLast(({ number }) => number !== null)?.number) })
    } else if (random() < 0.2) {
      history.push({ generation: await newsroom.hold(id), number: null })
      await expectGone(article, readOne, () => reads)
    } else {
      history.push({ generation: await newsroom.retitle(id, `Bài ${article} số ${n}`), number: n })
    }
  }
  ending.abort()
  await readers

  const claimed = reads.filter((read) => read.claimed !== undefined)
  expect(claimed.length).toBeGreaterThan(moves * 10)
  expect(claimed.filter((read) => isOlderThanItSays(histories[read.article] as History, read))).toEqual([])
}, 240_000)

/** Once each process has been seen without it, it is shown by none, however often one asks. */
async function expectGone(
  article: number,
  readOne: (article: number, node: number, isList: boolean) => Promise<Read>,
  reads: () => Read[],
): Promise<void> {
  for (const node of [0, 1, 2]) {
    for (const isList of [false, true])
      await expect.poll(async () => (await readOne(article, node, isList)).number, { interval: 5 }).toBe(null)
  }
  const { order: from } = await readOne(article, 0, false)
  for (let n = 0; n < 5; n += 1) for (const node of [0, 1, 2]) await readOne(article, node, n % 2 === 0)
  const later = reads().filter((read) => read.order >= from && read.article === article && read.number !== null)
  expect(later).toEqual([])
}

/** An answer may be newer than it says, never older. */
function isOlderThanItSays(history: History, { claimed = 0, number }: Read): boolean {
  const at = history.findLastIndex(({ generation }) => generation <= claimed)
  return !history.slice(Math.max(at, 0)).some((state) => state.number === number)
}

/** A thousand a second at the most, of which no more than fifty wait at a time. */
async function readAllTheTime(signal: AbortSignal, readOne: () => Promise<unknown>): Promise<void> {
  const waiting = new Set<Promise<unknown>>()
  while (!signal.aborted) {
    for (let n = 0; n < 10 && waiting.size < 50; n += 1) {
      const read = readOne()
      waiting.add(read)
      read.finally(() => waiting.delete(read)).catch(() => undefined)
    }
    await pause(10)
  }
  await Promise.all(waiting)
}
