import type { LoadProcess } from './load.ts'
import { processorTime } from './processor-time.ts'

/** What is asked, and which processes work for the answers. */
export interface Side {
  url: string
  paths: string[]
  headers?: Record<string, string>
  pid: number
  /** Of the server of PostgreSQL, where its sessions work too. */
  postmaster?: number
  /** Requests at a time: few of what takes long, so that a round has some. */
  connections?: number
  /** Gives the addresses of the next round, of which each is asked for once; what it does itself is not counted. */
  renew?: () => Promise<string[]>
}

/** A run of one side: answers a second, and what each has taken of processors, in microseconds. */
export interface Round {
  rate: number
  cost: number
}

export interface Compared {
  ours: Round
  other: Round
  /** Our rate as part of the other's: of answers a second as they came, and of answers that a second of a processor makes. */
  ratio: { rate: number; cost: number }
}

/**
 * Seconds before what counts, in which what is asked first is made ready, and of each round. After one second the larger of two programs is
 * not yet compiled as it is for the rest of its life, and of four rounds the middle was another each time.
 */
const [warmUp, roundLength] = [3, 1.2]
const rounds = 8
/** So often a side is given new addresses before what counts. */
const renewals = 10

/**
 * Asks both sides in short turns, so that what else happens on the machine hits both. Middle values, and the middle of the rounds' ratios.
 * Processor time is the fairer of the two: on few cores the program that asks takes as long as the one that answers.
 */
export async function compare(load: LoadProcess, ours: Side, other: Side): Promise<Compared> {
  await prepare(load, ours)
  await prepare(load, other)
  const pairs: [Round, Round][] = []
  for (let round = 0; round < rounds; round += 1) {
    const isOursFirst = round % 2 === 0
    const first = await measure(load, isOursFirst ? ours : other, roundLength)
    const second = await measure(load, isOursFirst ? other : ours, roundLength)
    pairs.push(isOursFirst ? [first, second] : [second, first])
  }
  return summary(pairs)
}

/**
 * Compiled is what runs often: what asks for each address once needs several rounds for what the other side does within its second. Before
 * that each is asked by another client, also for what is not there: a process that has seen one kind of request from one program alone
 * answers it a fourth faster than one that has lived, and ours has.
 */
async function prepare(load: LoadProcess, side: Side): Promise<void> {
  for (const path of [...side.paths.slice(0, 1), '/nothing-is-here']) await (await fetch(side.url + path)).arrayBuffer()
  for (let time = 0; time < (side.renew ? renewals : 1); time += 1) await measure(load, side, warmUp)
}

/** Of rounds of both sides, ours first. */
export function summary(pairs: [Round, Round][]): Compared {
  const middle = (side: 0 | 1): Round => ({
    rate: median(pairs.map((pair) => pair[side].rate)),
    cost: median(pairs.map((pair) => pair[side].cost)),
  })
  const ratio = {
    rate: median(pairs.map(([ours, other]) => ours.rate / other.rate)),
    cost: median(pairs.map(([ours, other]) => other.cost / ours.cost)),
  }
  return { ours: middle(0), other: middle(1), ratio }
}

/** The middle one, or the mean of the two in the middle. */
export function median(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN, sorted[Math.floor(sorted.length / 2)] ?? Number.NaN]
  return (low + high) / 2
}

/** So many seconds of one side. */
export async function measure(load: LoadProcess, side: Side, seconds: number): Promise<Round> {
  const { url, headers = {}, pid, postmaster, connections = 32, renew } = side
  const paths = renew ? await renew() : side.paths
  const time = () => processorTime([pid], postmaster === undefined ? [] : [postmaster])
  const before = time()
  const asked = await load.ask({ url, paths, headers, connections, seconds, isOnce: renew !== undefined })
  return { rate: asked.count / asked.seconds, cost: (time() - before) / asked.count }
}
