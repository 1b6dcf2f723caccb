import type { Compared, Round } from './compare.ts'
import { processorTime } from './processor-time.ts'

/** What is asked for one request after the other, and which processes work for the answers. */
export interface CostSide {
  url: string
  path: string
  headers?: Record<string, string>
  pid: number
  /** Of the server of PostgreSQL, where its sessions work too. */
  postmaster: number
}

/** Microseconds of processor time that a round takes about: Linux counts hundredths of a second. */
const roundLength = 400_000
const [fewestRounds, mostRounds] = [4, 12]

/**
 * Compares what answers of both sides cost when they take long. Each round asks so many times and ends with its last answer: nothing is
 * cut off in the middle, whose work would go on in the round of the other side. The cheapest round of each counts, since whatever else
 * the machine does makes a round dearer and none cheaper; so rounds go on until it has been reached twice.
 */
export async function compareCosts(ours: CostSide, other: CostSide): Promise<Compared> {
  const times = [await timesOf(ours), await timesOf(other)] as const
  const measured: [Round[], Round[]] = [[], []]
  for (let round = 0; round < mostRounds && !(round >= fewestRounds && measured.every(isSettled)); round += 1) {
    measured[0].push(await measure(ours, times[0]))
    measured[1].push(await measure(other, times[1]))
  }
  const [our, their] = [best(measured[0]), best(measured[1])]
  return { ours: our, other: their, ratio: { rate: our.rate / their.rate, cost: their.cost / our.cost } }
}

/** How often it is asked in a round. Asks some times first, so that all is read and compiled. */
async function timesOf(side: CostSide): Promise<number> {
  await measure(side, 5)
  const { cost } = await measure(side, 5)
  return Math.max(5, Math.min(400, Math.ceil(roundLength / Math.max(cost, 1))))
}

async function measure({ url, path, headers = {}, pid, postmaster }: CostSide, times: number): Promise<Round> {
  const [before, begun] = [processorTime([pid], [postmaster]), performance.now()]
  for (let time = 0; time < times; time += 1) {
    const answer = await fetch(url + path, { headers })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${url}${path} answered ${answer.status}: ${text}`)
  }
  const seconds = (performance.now() - begun) / 1000
  return { rate: times / seconds, cost: (processorTime([pid], [postmaster]) - before) / times }
}

/** Whether the two cheapest rounds cost the same but for a twentieth. */
function isSettled(measured: Round[]): boolean {
  const [first = 0, second = Number.POSITIVE_INFINITY] = measured.map(({ cost }) => cost).toSorted((a, b) => a - b)
  return second <= first * 1.05
}

function best(measured: Round[]): Round {
  return { rate: Math.max(...measured.map(({ rate }) => rate)), cost: Math.min(...measured.map(({ cost }) => cost)) }
}
