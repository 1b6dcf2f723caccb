import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { percentile } from './ask-on-and-on.ts'
import { type Compared, type Round, summary } from './compare.ts'
import { processorTime } from './processor-time.ts'

export interface HitLoad {
  url: string
  articles: string[]
  connections: number
  seconds: number
  /** Absent: as many as are answered. */
  perSecond?: number
  /** Of a steady load: so many seconds before those whose hits are timed, in which connections are made. */
  warmUp?: number
}

export interface SentHits {
  count: number
  failures: number
  seconds: number
  /** Milliseconds each took from when it was to be sent; of a steady load alone, after its warm-up. */
  took: number[]
}

export interface HitSide {
  url: string
  pid: number
  postmaster?: number
}

const program = fileURLToPath(new URL('../programs/send-hits.ts', import.meta.url))
const [connections, warmUp, roundLength, rounds] = [256, 2, 3, 4]
/** Rounds at a steady rate, and seconds of each. One alone says what else the machine does, too: of the same program 17 ms, then 50. */
const [steadyRounds, steadyLength] = [5, 8]

/** The program that sends hits of the articles. */
export function startSender(articles: string[]) {
  const child = fork(program, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const send = async (load: Omit<HitLoad, 'articles' | 'connections'>): Promise<SentHits> => {
    child.send({ ...load, articles, connections })
    const [sent] = (await once(child, 'message')) as [SentHits | { failure: string }]
    if ('failure' in sent) throw new Error(sent.failure)
    if (sent.failures > 0) throw new Error(`${sent.failures} of ${sent.count} hits were not acknowledged`)
    return sent
  }
  return {
    compare: (ours: HitSide, bare: HitSide) => compareSides(send, ours, bare),
    /** How long 99 of 100 take at the most at that rate, in milliseconds: of each round, the shortest first. */
    slowest: async ({ url }: HitSide, perSecond: number) => {
      const found: number[] = []
      for (let round = 0; round < steadyRounds; round += 1)
        found.push(percentile((await send({ url, seconds: steadyLength, perSecond, warmUp })).took, 0.99))
      return found.toSorted((a, b) => a - b)
    },
    end: async () => {
      child.disconnect()
      await once(child, 'exit')
    },
  }
}

type Send = (load: Omit<HitLoad, 'articles' | 'connections'>) => Promise<SentHits>

/** Both sides in short turns. */
async function compareSides(send: Send, ours: HitSide, bare: HitSide): Promise<Compared> {
  for (const { url } of [ours, bare]) {
    // One that knows a single program and a single kind of request answers it faster than any that serves people: see compare.ts.
    for (const path of ['/hello', '/nothing-is-here']) await (await fetch(url + path)).arrayBuffer()
    await send({ url, seconds: warmUp })
  }
  const pairs: [Round, Round][] = []
  for (let round = 0; round < rounds; round += 1) {
    const first = await measure(send, round % 2 === 0 ? ours : bare)
    const second = await measure(send, round % 2 === 0 ? bare : ours)
    pairs.push(round % 2 === 0 ? [first, second] : [second, first])
  }
  return summary(pairs)
}

async function measure(send: Send, { url, pid, postmaster }: HitSide): Promise<Round> {
  const time = () => processorTime([pid], postmaster === undefined ? [] : [postmaster])
  const before = time()
  const { count, seconds } = await send({ url, seconds: roundLength })
  return { rate: count / seconds, cost: (time() - before) / count }
}
