import fc from 'fast-check'
import { expect, test } from 'vitest'
import { longestCommonOrder } from './longest-common-order.ts'

test('what stays is in the same order on both sides, and no other choice keeps more', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
  const list = fc.shuffledSubarray(ids)
  const model = fc.property(list, list, (from, to) => {
    const stays = longestCommonOrder(from, to)
    expect(to.filter((id) => stays.has(id))).toEqual(from.filter((id) => stays.has(id)))
    expect(stays.size).toBe(longestByTable(from, to))
  })
  fc.assert(model)
})

/** The textbook's way, whose time grows with the square. */
function longestByTable(from: string[], to: string[]): number {
  const lengths = from.map(() => to.map(() => 0))
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0
  for (const [i, a] of from.entries()) {
    for (const [j, b] of to.entries()) {
      const row = lengths[i]
      if (row) row[j] = a === b ? at(i - 1, j - 1) + 1 : Math.max(at(i - 1, j), at(i, j - 1))
    }
  }
  return at(from.length - 1, to.length - 1)
}
