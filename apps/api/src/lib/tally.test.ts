import { expect, test } from 'vitest'
import { createTally } from './tally.ts'

const at = (address: string, day = '2026-11-23') => ({ siteId: 'a', day, address })
const create = (limit?: number) => createTally<ReturnType<typeof at> & { seen?: number }>(({ address }) => address, limit)

test('what is counted is given once, each of a day with how often, as it was last', () => {
  const tally = create()
  for (const [seen, address] of ['/a', '/b', '/a'].entries()) tally.add({ ...at(address), seen })
  tally.add(at('/a', '2026-11-24'))
  expect(tally.take()).toEqual([
    { ...at('/a'), seen: 2, count: 2 },
    { ...at('/b'), seen: 1, count: 1 },
    { ...at('/a', '2026-11-24'), count: 1 },
  ])
  expect(tally.take()).toEqual([])
})

test('what is put back is counted with what came meanwhile, which is newer', () => {
  const tally = create()
  for (const seen of [1, 2]) tally.add({ ...at('/a'), seen })
  tally.add(at('/b'))
  const taken = tally.take()
  tally.add({ ...at('/a'), seen: 3 })
  tally.putBack(taken)
  expect(tally.take()).toEqual([
    { ...at('/a'), seen: 3, count: 3 },
    { ...at('/b'), count: 1 },
  ])
})

test('no more are remembered than the limit, and those go on being counted', () => {
  const tally = create(2)
  for (const address of ['/a', '/b', '/c', '/a', '/d', '/b']) tally.add(at(address))
  expect(tally.take().map(({ address, count }) => [address, count])).toEqual([
    ['/a', 2],
    ['/b', 2],
  ])
  tally.add(at('/c'))
  expect(tally.take()).toHaveLength(1)
})
