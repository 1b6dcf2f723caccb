import { expect, test } from 'vitest'
import { appCodeOf, newSecret, offerOf, stepOf } from './totp.ts'

// RFC 6238, appendix B: the secret "12345678901234567890" at 59 s, the last six digits.
const secret = Buffer.from('12345678901234567890')
const [code, at] = ['287082', 59_000]

test('codes are those of RFC 6238, and good for one half minute more on either side', () => {
  expect(stepOf(secret, code, at)).toBe(1)
  expect(stepOf(secret, code, at - 30_000)).toBe(1)
  expect(stepOf(secret, code, at + 30_000)).toBe(1)
  expect(stepOf(secret, code, at + 31_000)).toBeUndefined()
})

test.each(['287083', '000000'])('%j is another code', (other) => {
  expect(stepOf(secret, other, at)).toBeUndefined()
})

test.each(['28708', '2870820', '', 'abcdef', '２８７０８２', '28708\u0662'])('%j does not have the form of a code', (typed) => {
  expect(appCodeOf(typed)).toBeUndefined()
})

test('a code may be typed with gaps', () => {
  for (const typed of ['287 082', '287-082', ' 2 8 7 0 8 2 ']) expect(appCodeOf(typed)).toBe(code)
})

test('an app is given 160 bits of its own, and who gives them for whom', () => {
  const { secret: typed, uri } = offerOf(newSecret(), { issuer: 'Cổng thông tin', email: 'lan@example.test' })
  expect(typed).toMatch(/^[A-Z2-7]{32}$/)
  expect(offerOf(newSecret(), { issuer: 'a', email: 'b' }).secret).not.toBe(typed)
  const { protocol, host, pathname, searchParams } = new URL(uri)
  expect([protocol, host, decodeURIComponent(pathname)]).toEqual(['otpauth:', 'totp', '/Cổng thông tin:lan@example.test'])
  expect(Object.fromEntries(searchParams)).toEqual({
    issuer: 'Cổng thông tin',
    secret: typed,
    algorithm: 'SHA1',
    digits: '6',
    period: '30',
  })
})
