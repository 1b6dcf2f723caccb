import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { seldom } from './seldom.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('is said at once, and then once in the time, however often it is asked for', () => {
  let said = 0
  const say = seldom(1000, () => {
    said += 1
  })
  for (let n = 0; n < 5; n += 1) say()
  expect(said).toBe(1)
  vi.advanceTimersByTime(999)
  say()
  expect(said).toBe(1)
  vi.advanceTimersByTime(1)
  for (let n = 0; n < 5; n += 1) say()
  expect(said).toBe(2)
})
