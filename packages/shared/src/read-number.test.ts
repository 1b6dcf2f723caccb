import { expect, test } from 'vitest'
import { rankScores } from './rank-scores.ts'
import { readNumber } from './read-number.ts'

test.each([
  ['9,75', 9.75],
  ['97.5', 97.5],
  [' 100 ', 100],
  ['0', 0],
  ['0.125', 0.125],
  ['1,234', 1.234],
  ['1.234,5', 1234.5],
  ['1,234.5', 1234.5],
  ['1.234.567', 1_234_567],
  ['1,234,567', 1_234_567],
  ['1 234,5', 1234.5],
  ['1\u00A0234', 1234],
  ['1234.567', 1234.567],
  ['-0,5', -0.5],
  ['\u22122', -2],
])('%s is a number as people here write it', (text, number) => expect(readNumber(text)).toBe(number))

test.each([
  '',
  '-',
  'chín',
  '9,7,5',
  '1.234',
  '97.125',
  '1.23.456',
  '1.234,567,8',
  '1e3',
  '0x10',
  '9,75 điểm',
  'Infinity',
  ',5',
  '5,',
  '٣',
])('what is none, or may be two, is not guessed: %j', (text) => expect(readNumber(text)).toBeUndefined())

test('equal scores share a rank, those behind them keep theirs, and without a score there is none', () => {
  expect(rankScores([98, 101.5, null, 98, 97.25])).toEqual([2, 1, null, 2, 4])
  expect(rankScores([])).toEqual([])
})
