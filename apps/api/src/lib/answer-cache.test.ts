import { beforeEach, describe, expect, test, vi } from 'vitest'
import { type AnswerCache, createAnswerCache, formOf, toAnswer } from './answer-cache.ts'

let cache: AnswerCache
beforeEach(() => {
  vi.useFakeTimers()
  cache = createAnswerCache(100_000)
  cache.turn(true)
  return () => vi.useRealTimers()
})

const answerOf = (generation: number, text = `of ${generation}`, seconds = 60) => toAnswer({}, Buffer.from(text), { generation, seconds })
/** Reads and keeps, as one that began at this moment. */
const keep = (key: string, generation: number) => cache.keep(key, answerOf(generation), cache.connection())
const known = (key: string) => String(cache.find(key)?.plain)
const stale = (key: string) => String(cache.findStale(key)?.plain)

describe('an answer is given', () => {
  test('as long as nothing newer is told, and no longer than it is said to be true', () => {
    cache.keep('a', answerOf(7, 'text', 10), cache.connection())
    expect(known('a')).toBe('text')
    vi.advanceTimersByTime(9999)
    expect(known('a')).toBe('text')
    vi.advanceTimersByTime(1)
    expect(cache.find('a')).toBeUndefined()
    keep('a', 7)
    cache.hear(8)
    expect(cache.find('a')).toBeUndefined()
  })

  test('not when something newer was known before it was brought', () => {
    cache.hear(8)
    keep('a', 7)
    expect([cache.find('a'), cache.findStale('a')]).toEqual([undefined, undefined])
    cache.hear(6)
    keep('b', 8)
    expect(known('b')).toBe('of 8')
  })

  test('after an interruption only once its generation was read again: nobody knows what was missed', () => {
    keep('a', 7)
    keep('b', 7)
    const before = cache.connection()
    cache.turn(false)
    cache.hear(7)
    expect(cache.find('a')).toBeUndefined()
    cache.turn(true)
    expect(cache.find('a')).toBeUndefined()
    // Read before the connection was there again: it may be old.
    cache.keep('c', answerOf(7), before)
    expect([cache.find('a'), cache.find('c')]).toEqual([undefined, undefined])
    keep('a', 8)
    expect([known('a'), cache.find('b')]).toEqual(['of 8', undefined])
  })
})

describe('while the database is away an answer is given', () => {
  test('for an hour, though newer things were told', () => {
    keep('a', 7)
    cache.hear(8)
    cache.turn(false)
    vi.advanceTimersByTime(3_599_999)
    expect(stale('a')).toBe('of 7')
    vi.advanceTimersByTime(1)
    expect(cache.findStale('a')).toBeUndefined()
  })

  test('not when something was taken away since', () => {
    keep('a', 7)
    cache.hear(8, true)
    keep('b', 8)
    cache.turn(false)
    expect([cache.findStale('a'), stale('b')]).toEqual([undefined, 'of 8'])
  })

  test('also when it was brought while nothing was heard', () => {
    cache.turn(false)
    keep('a', 7)
    expect([cache.find('a'), stale('a')]).toEqual([undefined, 'of 7'])
  })
})

test('as much is kept as there is room for, and what was asked for least recently goes first', () => {
  const large = 'x'.repeat(10_000)
  for (const key of ['a', 'b', 'c', 'd']) cache.keep(key, answerOf(1, large), cache.connection())
  cache.find('a')
  cache.keep('e', answerOf(1, large), cache.connection())
  expect(['a', 'b', 'c', 'd', 'e'].filter((key) => cache.find(key))).toEqual(['a', 'c', 'd', 'e'])
  cache.keep('f', answerOf(1, 'x'.repeat(60_000)), cache.connection())
  expect(cache.find('f')).toBeUndefined()
})

test.each(['identity', 'br', 'gzip'] as const)('nothing is kept around the bytes of an answer (%s)', async (encoding) => {
  const form = await formOf(answerOf(7, 'Bảng giá đất năm 2027. '.repeat(500)), encoding)
  expect(form.buffer.byteLength).toBe(form.length)
})

test('long addresses of short answers take their room too', () => {
  const keys = Array.from({ length: 10 }, (_, n) => `/${n}?ids=${'%30'.repeat(3000)}`)
  for (const key of keys) keep(key, 7)
  expect(keys.filter((key) => cache.find(key))).toEqual(keys.slice(-4))
})

test('without room nothing is kept', () => {
  const none = createAnswerCache(0)
  none.turn(true)
  none.keep('a', answerOf(1), none.connection())
  expect([none.find('a'), none.findStale('a')]).toEqual([undefined, undefined])
})
