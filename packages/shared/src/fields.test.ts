import { Value } from 'typebox/value'
import { expect, test } from 'vitest'
import { LocalDate, line, Timestamp } from './fields.ts'
import { linePattern } from './line-pattern.ts'
import { PersonName } from './person-name.ts'

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

test.each([
  '2026-11-23T07:00:00+07:00',
  '2026-11-23T23:59:59.999Z',
  '2024-02-29T00:00:00.5-12:30',
  '0002-01-01T00:00:00Z',
  '9998-12-31T23:59:59Z',
])('a moment is %j', (value) => expect(Value.Check(Timestamp, value)).toBe(true))

test.each([
  ...['2026-02-30T07:00:00+07:00', '2026-13-01T07:00:00Z', '2026-11-23T24:00:00Z', '2026-11-23T07:60:00Z', '2026-11-23T07:00:61Z'],
  ...['2026-11-23T07:00:00', '2026-11-23T07:00Z', '2026-11-23 07:00:00Z', '2026-11-23T07:00:00+24:00', '2026-11-23T07:00:00.1234Z'],
  // One hour further east or west these are years that PostgreSQL, JavaScript or our answers write otherwise.
  ...['0000-06-01T00:00:00Z', '0001-01-01T00:00:00+07:00', '9999-12-31T23:00:00Z', '10000-01-01T00:00:00Z'],
])('a moment is not %j', (value) => expect(Value.Check(Timestamp, value)).toBe(false))

// As other readers of the contract have it.
const pattern = new RegExp(linePattern, 'u')
const isLine = (value: string) => Value.Check(line(40), value) && pattern.test(value)

test.each([
  ...['\u0001', ' \u0001 ', 'a\u0001b', 'a\nb', 'a\u007Fb', 'a\u0085b', 'a\u2028b', 'a\u2029b', ' ', '', 'a'.repeat(41)],
  ...['a\u202Eb', 'a\u202Ab', 'a\u2066b', 'a\u2069b', 'a\u200Eb', 'a\u200Fb', 'a\u061Cb'],
  ...['\u00A0', '\u3000', '\u200B', '\u2800', '\u3164\u115F', '\uFE0F', '\u0301', '\u{E0061}'],
])('a line is not %j', (value) => expect(isLine(value)).toBe(false))

test.each(['a', ' a ', 'đ b', '!', '1', '©', 'Lễ hội 👩‍👩‍👧 ❤️ 🇻🇳', 'tie\u0302\u0301ng', 'ສະບາຍດີ', '日本', 'a\u2800b', 'שלום'])(
  'a line is %j',
  (value) => expect(isLine(value)).toBe(true),
)

test('a line of the greatest length that is refused is refused at once', () => {
  const value = `${'a'.repeat(1_000_000)}\n`
  expect(pattern.test(value)).toBe(false)
})

test.each(['Lò Thị Hoa', 'H’Hen Niê', 'Hoa: //'])('a person can be called %j', (value) => expect(Value.Check(PersonName, value)).toBe(true))

test.each(['Xem https://evil.example', 'a://b', '://', ' ', 'a'.repeat(101)])('a person cannot be called %j', (value) =>
  expect(Value.Check(PersonName, value)).toBe(false),
)
