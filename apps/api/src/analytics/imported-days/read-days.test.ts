import { expect, test } from 'vitest'
import { readDays } from './read-days.ts'

const days = (text: string) => readDays(text).days.map(({ day, visits, views }) => [day, visits, views])

test.each([
  ['commas', '2024-12-30,10,25\n2024-12-31,0\n'],
  [
    'semicolons, a heading and a mark of byte order, as spreadsheets write',
    '\uFEFFNgày;Lượt truy cập;Lượt xem\r\n30/12/2024;10;25\r\n31/12/2024;0;0\r\n;;\r\n',
  ],
  ['tabs and quotes', '"2024-12-30"\t"10"\t"25"\n\n  2024-12-31\t0'],
])('days with %s are read', (_name, text) => {
  expect(readDays(text).refused).toEqual([])
  expect(days(text)).toEqual([
    ['2024-12-30', 10, 25],
    ['2024-12-31', 0, 0],
  ])
})

test.each([
  ['2024-02-30,1', /^"2024-02-30" is no day of the calendar/],
  ['31/02/2024,1', /^"31\/02\/2024" is no day of the calendar/],
  ['12/31/2024,1', /^"12\/31\/2024" is no day of the calendar/],
  ['0001-01-01,1', /is no day of the calendar since 1990/],
  ['hôm qua,1', /^"hôm qua" is no day/],
  ['2024-12-31', /^a line is day,visits or day,visits,views$/],
  ['2024-12-31,1,2,3', /^a line is day,visits or day,visits,views$/],
  ['2024-12-31,-1', /^visits are negative: "-1"$/],
  ['2024-12-31,1,-1', /^views are negative: "-1"$/],
  ['2024-12-31,1.234', /^visits are a whole number without separators, and not "1.234"$/],
  ['2024-12-31,1e3', /^visits are a whole number/],
  ['2024-12-31,1234567890123', /^visits are a whole number/],
  ['2024-12-31,5,', /^views are a whole number without separators, and not ""$/],
  ['2024-12-31,5,4', /^fewer views \(4\) than visits \(5\)/],
  ['01/12/2024,7', /^2024-12-01 stands twice, first on line 2$/],
  [`${'x'.repeat(100)}1\u001b[2J,7`, /^"x{40}…" is no day/],
])('the line %j is refused, with its number and why, and the others are read', (line, why) => {
  const { days, refused } = readDays(`day,visits\n2024-12-01,7\n${line}\n2024-12-02,8\n`)
  expect(days.map(({ line }) => line)).toEqual([2, 4])
  expect(refused).toEqual([{ line: 3, why: expect.stringMatching(why) }])
})
