import { Value } from 'typebox/value'
import { expect, test } from 'vitest'
import { LocalDate, line } from './fields.ts'

const isLocalDate = (value: string) => Value.Check(LocalDate, value)

test('a local date is every day of the calendar and no other', () => {
  const days = ['0001', '1900', '2000', '2023', '2024', '9999'].flatMap((year) =>
    Array.from({ length: 14 }, (_, month) =>
      Array.from({ length: 33 }, (_, day) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`),
    ).flat(),
  )
  const exists = (day: string) => !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day)
  expect(days.filter(isLocalDate)).toEqual(days.filter(exists))
})

test.each(['0000-01-01', '2024-1-1', '24-01-01', '2024-01-01T00:00:00Z', ' 2024-01-01', '2024-01-01\n', ''])(
  'a local date is not %j',
  (value) => expect(isLocalDate(value)).toBe(false),
)

test.each(['\u0001', ' \u0001 ', 'a\u0001b', 'a\nb', 'a\u007F', ' ', '', 'abcdef'])('a line is not %j', (value) =>
  expect(Value.Check(line(5), value)).toBe(false),
)

test.each(['a', ' a ', 'đ b', '!'])('a line is %j', (value) => expect(Value.Check(line(5), value)).toBe(true))
