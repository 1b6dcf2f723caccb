import { percentile } from './ask-on-and-on.ts'

const rounds = 5

export interface Times {
  /** Milliseconds. */
  p50: number
  p95: number
  /** The same of the best round of each: what else the machine does spoils less of it. */
  best95: number
  /** What took longest in its best round. */
  slowest: string
}

/** How long answers take, one after the other, after each was asked for once so that what it reads is in memory. */
export async function timeAnswers(url: string, paths: string[]): Promise<Times> {
  for (const path of paths) await timeOne(url + path)
  const took = new Map(paths.map((path): [string, number[]] => [path, []]))
  for (let round = 0; round < rounds; round += 1) for (const [path, each] of took) each.push(await timeOne(url + path))
  const all = [...took.values()].flat()
  const best = Array.from(took, ([path, each]) => ({ path, took: Math.min(...each) })).toSorted((a, b) => a.took - b.took)
  return {
    p50: percentile(all, 0.5),
    p95: percentile(all, 0.95),
    best95: percentile(
      best.map((each) => each.took),
      0.95,
    ),
    slowest: best.at(-1)?.path ?? '',
  }
}

async function timeOne(url: string): Promise<number> {
  const begun = performance.now()
  const answer = await fetch(url)
  await answer.arrayBuffer()
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}.`)
  return performance.now() - begun
}
