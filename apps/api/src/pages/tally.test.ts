import { expect, test } from 'vitest'
import { createTally } from './tally.ts'

const at = (address: string, day = '2026-11-23') => ({ siteId: 'a', day, address })

test('what is counted is given once, each address of a day with how often', () => {
  const tally = createTally()
  for (const address of ['/a', '/b', '/a']) tally.add(at(address))
  tally.add(at('/a', '2026-11-24'))
  tally.add(at('/b'), 5)
  expect(tally.take()).toEqual([
    { ...at('/a'), count: 2 },
    { ...at('/b'), count: 6 },
    { ...at('/a', '2026-11-24'), count: 1 },
  ])
  expect(tally.take()).toEqual([])
})

test('no more addresses are remembered than the limit, and those go on being counted', () => {
  const tally = createTally(2)
  for (const address of ['/a', '/b', '/c', '/a', '/d', '/b']) tally.add(at(address))
  expect(tally.take().map(({ address, count }) => [address, count])).toEqual([
    ['/a', 2],
    ['/b', 2],
  ])
  tally.add(at('/c'))
  expect(tally.take()).toHaveLength(1)
})
