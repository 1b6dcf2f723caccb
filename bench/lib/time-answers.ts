import { percentile } from './ask-on-and-on.ts'

const rounds = 5

export interface Times {
  /** Milliseconds. */
  p50: number
  p95: number
  /** What took longest in its best round, and how long that was. */
  slowest: { path: string; took: number }
}

/** How long answers take, one after the other, after each was asked for once so that what it reads is in memory. */
export async function timeAnswers(url: string, paths: string[]): Promise<Times> {
  for (const path of paths) await timeOne(url + path)
  const took = new Map(paths.map((path): [string, number[]] => [path, []]))
  for (let round = 0; round < rounds; round += 1) for (const [path, each] of took) each.push(await timeOne(url + path))
  const all = [...took.values()].flat()
  const [slowest] = Array.from(took, ([path, each]) => ({ path, took: Math.min(...each) })).toSorted((a, b) => b.took - a.took)
  return { p50: percentile(all, 0.5), p95: percentile(all, 0.95), slowest: slowest ?? { path: '', took: 0 } }
}

async function timeOne(url: string): Promise<number> {
  const begun = performance.now()
  const answer = await fetch(url)
  await answer.arrayBuffer()
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}.`)
  return performance.now() - begun
}
