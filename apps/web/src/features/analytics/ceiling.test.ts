import { expect, test } from 'vitest'
import { ceilingOf } from './ceiling.ts'

test('the top of a scale is round, at most twice what is highest, and has a whole half', () => {
  for (let highest = 0; highest < 2000; highest++) {
    const ceiling = ceilingOf(highest)
    expect(ceiling).toBeGreaterThanOrEqual(highest)
    expect(ceiling).toBeLessThanOrEqual(Math.max(2, highest * 2))
    expect(ceiling % 2).toBe(0)
  }
  expect([0, 1, 3, 9, 10, 11, 412, 6359, 714_464].map(ceilingOf)).toEqual([2, 2, 4, 10, 10, 12, 500, 8000, 800_000])
})
