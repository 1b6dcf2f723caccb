import { afterEach, expect, test, vi } from 'vitest'
import { cachedFor } from './cached-for.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

function countedLoad() {
  const loads: string[] = []
  return { loads, load: async (key: string) => `${key}${loads.push(key)}` }
}

test('a value is loaded once for all who ask in its time, each key for itself, and anew after it', async () => {
  const clock = vi.spyOn(performance, 'now').mockReturnValue(1000)
  const { loads, load } = countedLoad()
  const read = cachedFor(10, load)
  expect(await Promise.all([read('a'), read('a'), read('b')])).toEqual(['a1', 'a1', 'b2'])
  clock.mockReturnValue(1009)
  expect(await read('a')).toBe('a1')
  clock.mockReturnValue(1010)
  expect(await read('a')).toBe('a3')
  expect(loads).toEqual(['a', 'b', 'a'])
})

test('a failed load is told to all who asked and tried again by the next', async () => {
  let fails = true
  const read = cachedFor(10_000, async () => {
    if (fails) throw new Error('away')
    return 'there'
  })
  const outcomes = await Promise.allSettled([read('a'), read('a')])
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  fails = false
  expect(await read('a')).toBe('there')
})
