import { expect, test } from 'vitest'
import { fewTimes } from './few-times.ts'

test('so many times are let through in any span, each person’s counted apart; what is refused says how long to wait', () => {
  let now = 0
  const count = fewTimes({ most: 2, within: 60_000, now: () => now })
  const refused = expect.objectContaining({ code: 'too_many_requests', retryAfter: 50 })
  count('a')
  now = 5000
  count('a')
  now = 10_000
  expect(() => count('a')).toThrow(refused)
  count('b')
  now = 60_000
  count('a')
  now = 64_999
  expect(() => count('a')).toThrow(expect.objectContaining({ retryAfter: 1 }))
  now = 65_000
  count('a')
})
