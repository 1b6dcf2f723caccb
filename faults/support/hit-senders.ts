import { setTimeout as pause } from 'node:timers/promises'
import type { History } from './history.ts'
import { openPipeline, type Pipeline } from './pipeline.ts'
import type { ServedNodes } from './served-nodes.ts'

export interface Sending {
  nodes: ServedNodes
  /** Each is sent until it is acknowledged, by whichever process. */
  ids: string[]
  requestOf(id: string): string
  history: History
  random(): number
  /** Hears how many are acknowledged, each time that there are more. */
  onAcknowledged(sum: number): void
}

/** Connections, and how many requests are on their way on each. */
const [lanes, atOnce] = [24, 40]

/** Sends everything, and again what was not acknowledged, by another process than the one that did not. Resolves when all is. */
export async function sendAll(sending: Sending): Promise<void> {
  const work = { ...sending, left: [...sending.ids], acknowledged: 0 }
  await Promise.all(Array.from({ length: lanes }, () => runLane(work)))
}

type Work = Sending & { left: string[]; acknowledged: number }

async function runLane(work: Work): Promise<void> {
  let [node, pipeline]: [number, Pipeline | undefined] = [-1, undefined]
  while (work.acknowledged < work.ids.length) {
    if (!pipeline?.isOpen()) {
      node = anotherNode(work, node)
      const origin = work.nodes.originOf(node)
      pipeline = origin === undefined ? undefined : openPipeline(origin)
    }
    const batch = pipeline ? work.left.splice(-atOnce) : []
    if (!pipeline || batch.length === 0) {
      await pause(20)
      continue
    }
    const again = settle(work, node, batch, await pipeline.ask(batch.map(work.requestOf)))
    if (again.length === 0) continue
    pipeline.close()
    work.left.push(...again)
    await pause(50)
  }
  pipeline?.close()
}

/** One that serves, and not the same one again if there is another. */
function anotherNode({ nodes, random }: Work, last: number): number {
  const serving = Array.from({ length: nodes.count }, (_, node) => node).filter((node) => nodes.originOf(node) !== undefined)
  const others = serving.filter((node) => node !== last)
  const from = others.length > 0 ? others : serving
  return from[Math.floor(random() * from.length)] ?? -1
}

/** Writes down how each attempt ended, and answers what has to be sent again. */
function settle(work: Work, node: number, batch: string[], statuses: number[]): string[] {
  const again: string[] = []
  let acknowledged = 0
  for (const [index, id] of batch.entries()) {
    const status = statuses[index]
    if (status !== undefined && status !== 204 && status !== 503)
      throw new Error(`A hit was answered with ${status}: ${work.nodes.saidBy(node)}`)
    work.history.write({ id, node, outcome: status === 204 ? 'ok' : status === undefined ? 'unknown' : 'fail' })
    if (status === 204) acknowledged += 1
    else again.push(id)
  }
  work.acknowledged += acknowledged
  if (acknowledged > 0) work.onAcknowledged(work.acknowledged)
  return again
}
