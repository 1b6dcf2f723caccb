import { expect, test } from 'vitest'
import { plainCode, readableCode } from './readable-codes.ts'

test('bits become groups of letters and digits', () => {
  expect(readableCode(Buffer.from('foobar'), 4)).toBe('MZXW-6YTB-OI')
})

test('a code is the same in small letters, with other gaps, and with digits that its letters look like', () => {
  expect(plainCode('a81o-b')).toBe('ABIOB')
  expect(plainCode('AB-I0 8')).toBe('ABIOB')
})
