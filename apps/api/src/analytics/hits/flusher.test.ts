import { describe, expect, test, vi } from 'vitest'
import { TurnedAway } from '../../errors.ts'
import { createFlusher } from './flusher.ts'

/** A write that records its batches and holds each until it is let go. */
function heldWrite() {
  const batches: string[][] = []
  const gates: (() => void)[] = []
  const write = async (batch: string[]) => {
    batches.push(batch)
    await new Promise<void>((open) => gates.push(open))
  }
  return { batches, write, letGo: () => gates.shift()?.() }
}

const poisoned = (batch: string[]) =>
  batch.includes('poison') ? Promise.reject(new Error('invalid: poison 203.0.113.7')) : Promise.resolve()

describe('the flusher', () => {
  test('writes the first item at once and everything that arrived meanwhile as the next batch', async () => {
    const { batches, write, letGo } = heldWrite()
    const flusher = createFlusher({ write })
    const adds = ['a', 'b', 'c'].map((item) => flusher.add(item))
    expect(batches).toEqual([['a']])
    letGo()
    await adds[0]
    await Promise.resolve()
    expect(batches).toEqual([['a'], ['b', 'c']])
    letGo()
    await Promise.all(adds)
    const last = flusher.add('d')
    expect(batches).toEqual([['a'], ['b', 'c'], ['d']])
    letGo()
    await last
  })

  test('acknowledges nothing before its batch is committed', async () => {
    const { write, letGo } = heldWrite()
    let acknowledged = false
    const added = createFlusher({ write })
      .add('a')
      .then(() => {
        acknowledged = true
      })
    await new Promise(setImmediate)
    expect(acknowledged).toBe(false)
    letGo()
    await added
    expect(acknowledged).toBe(true)
  })

  test('one poison item fails alone and its neighbours are written once each', async () => {
    const written: string[] = []
    const write = async (batch: string[]) => {
      await poisoned(batch)
      written.push(...batch)
    }
    const flusher = createFlusher({ write })
    const items = ['first', ...Array.from({ length: 40 }, (_, i) => `item ${i}`)]
    items[17] = 'poison'
    const outcomes = await Promise.allSettled(items.map((item) => flusher.add(item)))
    expect(outcomes.flatMap(({ status }, i) => (status === 'rejected' ? [i] : []))).toEqual([17])
    expect(written.toSorted()).toEqual(items.filter((item) => item !== 'poison').toSorted())
  })

  test('a rejection tells a problem and nothing of what failed', async () => {
    const failure = await createFlusher({ write: poisoned })
      .add('poison')
      .catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 'internal' })
    expect(JSON.stringify([failure, (failure as Error).message, (failure as Error).stack])).not.toMatch(/203\.0\.113\.7/)
  })

  test('a database that is away is asked once for each batch, not once for each item', async () => {
    let calls = 0
    const write = async () => {
      calls += 1
      throw Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
    }
    const flusher = createFlusher({ write })
    const outcomes = await Promise.allSettled(Array.from({ length: 100 }, () => flusher.add('a')))
    expect(outcomes.every((outcome) => outcome.status === 'rejected' && outcome.reason instanceof TurnedAway)).toBe(true)
    expect(calls).toBe(2)
  })

  test('refuses at once what finds too many waiting', async () => {
    const { batches, write, letGo } = heldWrite()
    let turnedAway = 0
    const flusher = createFlusher({ write, maxWaiting: 2, onTurnAway: () => (turnedAway += 1) })
    const adds = ['a', 'b', 'c'].map((item) => flusher.add(item))
    expect(turnedAway).toBe(0)
    const refused = flusher.add('d')
    await expect(refused).rejects.toBeInstanceOf(TurnedAway)
    await expect(refused).rejects.toMatchObject({ code: 'unavailable', retryAfter: 5 })
    expect(turnedAway).toBe(1)
    letGo()
    await adds[0]
    await Promise.resolve()
    letGo()
    await Promise.all(adds)
    expect(batches).toEqual([['a'], ['b', 'c']])
  })

  test('refuses what waited too long and never writes it', async () => {
    const { batches, write, letGo } = heldWrite()
    let turnedAway = 0
    const flusher = createFlusher({ write, maxWaitMs: 10, onTurnAway: () => (turnedAway += 1) })
    const adds = ['a', 'b'].map((item) => flusher.add(item))
    await Promise.all(adds.map((add) => expect(add).rejects.toBeInstanceOf(TurnedAway)))
    expect(turnedAway).toBeGreaterThan(0)
    letGo()
    await flusher.close()
    expect(batches).toEqual([['a']])
  })

  test('gives each its time, also those who come while others wait already', async () => {
    vi.useFakeTimers()
    const flusher = createFlusher({ write: () => new Promise(() => undefined), maxWaitMs: 1000 })
    const gone: string[] = []
    const add = (item: string) => flusher.add(item).catch(() => gone.push(item))
    add('a')
    await vi.advanceTimersByTimeAsync(600)
    add('b')
    await vi.advanceTimersByTimeAsync(399)
    expect(gone).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(gone).toEqual(['a'])
    await vi.advanceTimersByTimeAsync(600)
    expect(gone).toEqual(['a', 'b'])
    vi.useRealTimers()
  })

  test('when closed, drains what waits and takes nothing more', async () => {
    const { batches, write, letGo } = heldWrite()
    const flusher = createFlusher({ write })
    const adds = ['a', 'b'].map((item) => flusher.add(item))
    const closed = flusher.close()
    await expect(flusher.add('c')).rejects.toMatchObject({ code: 'unavailable' })
    letGo()
    await adds[0]
    await Promise.resolve()
    letGo()
    await closed
    await Promise.all(adds)
    expect(batches).toEqual([['a'], ['b']])
  })
})
