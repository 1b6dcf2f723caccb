import { expect } from 'vitest'
import type { Ground } from './ground.ts'
import type { Portal } from './portals.ts'
import type { Call } from './receivers.ts'

/** A message as it was written with an entry of the feed. */
export interface Told {
  id: string
  seq: number
  thing: string
  status: string
}

/** What an endpoint was to be told, in the order of the feed. */
export async function toldOf({ rows }: Ground, { endpointId }: Portal): Promise<Told[]> {
  return await rows<Told & Record<string, unknown>>(
    `SELECT id, seq, entity_id AS thing, status FROM webhook_deliveries WHERE endpoint_id = '${endpointId}' AND seq IS NOT NULL ORDER BY seq`,
  )
}

/** Resolves when nothing waits any more. */
export async function settled({ rows }: Ground): Promise<void> {
  const waiting = "SELECT count(*)::int AS count FROM webhook_deliveries WHERE status = 'waiting'"
  await expect.poll(async () => (await rows<{ count: number }>(waiting))[0]?.count, { interval: 200, timeout: 120_000 }).toBe(0)
}

/**
 * Everything arrived, what arrived more than once under the same id, and nothing of a thing before the receiver had said to have all that the
 * feed has of it before.
 */
export function expectInOrder({ calls }: Portal, told: Told[]): void {
  const ids = new Map(told.map(({ id, seq }) => [id, seq]))
  expect(calls.filter((call) => ids.get(call.id) !== seqOf(call))).toEqual([])
  const thingOf = new Map(told.map(({ seq, thing }) => [seq, thing]))
  const toCome = new Map<string, number[]>()
  for (const { thing, seq } of told) toCome.set(thing, [...(toCome.get(thing) ?? []), seq])
  const tooEarly = calls.filter((call) => {
    const seq = seqOf(call)
    const queue = toCome.get(thingOf.get(seq) ?? '') ?? []
    const isEarly = seq > (queue[0] ?? seq)
    if (call.answer === 204 && seq === queue[0]) queue.shift()
    return isEarly
  })
  expect(tooEarly).toEqual([])
  expect([...toCome.values()].flat()).toEqual([])
}

function seqOf({ message }: Call): number {
  return 'seq' in message.data ? message.data.seq : 0
}
