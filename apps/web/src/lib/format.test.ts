import { expect, test } from 'vitest'
import { formatDateRange, formatDay, formatDayTime, formatMoment, formatNumber } from './format.ts'

test('numbers and days are written as each language does', () => {
  expect(formatNumber(714464, 'vi')).toBe('714.464')
  expect(formatNumber(714464, 'en')).toBe('714,464')
  expect(formatDay('2021-12-28', 'vi')).toBe('Thứ ba, 28/12/2021')
  expect(formatDay('2021-12-26', 'vi')).toBe('Chủ nhật, 26/12/2021')
  expect(formatDay('2021-12-28', 'en')).toBe('Tuesday, 28 December 2021')
  expect(formatDay('2022-01-03', 'en')).toBe('Monday, 3 January 2022')
})

test('a timestamp is shown in the offset it carries, whatever the zone of the device', () => {
  expect(formatDayTime('2021-12-28T00:05:00+07:00', 'vi')).toBe('Thứ ba, 28/12/2021, 00:05')
  expect(formatDayTime('2021-12-28T23:59:00.123+07:00', 'vi')).toBe('Thứ ba, 28/12/2021, 23:59')
})

test('a moment in one line has the time before the day', () => {
  expect(formatMoment('2021-12-28T00:05:00+07:00', 'vi')).toBe('00:05, 28/12/2021')
  expect(formatMoment('2021-12-28T00:05:00+07:00', 'en')).toBe('00:05, 28 December 2021')
})

test('a range of one day is that day', () => {
  expect(formatDateRange('2021-12-28', '2021-12-28')).toBe('28/12/2021')
  expect(formatDateRange('2021-12-28', null)).toBe('28/12/2021')
  expect(formatDateRange('2021-12-27', '2021-12-28')).toBe('27/12/2021 – 28/12/2021')
  expect(formatDateRange('2021-12-27', '2021-12-28', 'en')).toBe('27 December 2021 – 28 December 2021')
})
