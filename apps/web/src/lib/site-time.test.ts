import { describe, expect, test } from 'vitest'
import { clockIn, inZone, momentIn, zoneName } from './site-time.ts'

describe('a day and a time of the site', () => {
  test.each([
    ['Asia/Ho_Chi_Minh', '2026-11-27', '07:00', '2026-11-27T07:00:00+07:00'],
    ['Europe/Berlin', '2026-01-15', '07:00', '2026-01-15T07:00:00+01:00'],
    ['Europe/Berlin', '2026-07-15', '07:00', '2026-07-15T07:00:00+02:00'],
    ['Europe/Berlin', '2026-03-29', '03:30', '2026-03-29T03:30:00+02:00'],
    ['Europe/Berlin', '2026-03-29', '01:30', '2026-03-29T01:30:00+01:00'],
    ['America/St_Johns', '2026-01-15', '23:59', '2026-01-15T23:59:00-03:30'],
    ['UTC', '2026-12-31', '00:00', '2026-12-31T00:00:00+00:00'],
  ])('in %s, %s %s is %s, whatever the zone of the device', (zone, day, time, moment) => {
    expect(momentIn(zone, { day, time })).toBe(moment)
    expect(clockIn(zone, Date.parse(moment))).toEqual({ day, time })
  })

  test('that are none give none', () => {
    for (const [day, time] of [
      ['', '07:00'],
      ['2026-11-27', ''],
      ['27/11/2026', '07:00'],
      ['2026-13-01', '07:00'],
    ] as const) {
      expect(momentIn('Asia/Ho_Chi_Minh', { day, time })).toBeNull()
    }
  })
})

test('a zone is named as people write it', () => {
  const at = Date.parse('2026-01-15T00:00:00Z')
  expect([zoneName('Asia/Ho_Chi_Minh', at), zoneName('America/St_Johns', at), zoneName('UTC', at)]).toEqual(['GMT+7', 'GMT-3:30', 'GMT+0'])
})

test('a moment of another zone is said by the clock of the site', () => {
  expect(inZone('Asia/Ho_Chi_Minh', '2026-11-27T00:00:00.000Z')).toBe('2026-11-27T07:00:00+07:00')
})
