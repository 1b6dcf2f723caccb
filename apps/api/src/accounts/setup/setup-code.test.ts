import { expect, test } from 'vitest'
import { isSetupCode, setupCode } from './setup-code.ts'

const secrets = ['a secret of the tests, 32 characters or more', 'an older secret of the tests, 32 characters or more'] as const
const site = '01a20909-061d-755d-8764-728896a90855'

test('the code is readable, the same at each start, and another one for each secret and site', () => {
  const code = setupCode(secrets[0], site)
  expect(code).toMatch(/^[A-Z2-7]{5}(-[A-Z2-7]{5}){3}$/)
  expect(setupCode(secrets[0], site)).toBe(code)
  expect(new Set([code, setupCode(secrets[1], site), setupCode(secrets[0], '01a20909-061d-755d-8764-728896a90856')]).size).toBe(3)
})

test('it is known however it is typed, and after a change of secrets', () => {
  const code = setupCode(secrets[1], site)
  for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ' '), code.replaceAll('-', '')]) {
    expect(isSetupCode(secrets, site, typed)).toBe(true)
    expect(isSetupCode([secrets[0]], site, typed)).toBe(false)
  }
})

test.each(['', 'ABCDE', 'ABCDE-FGHIJ-KLMNO-PQRST'])('%j is another code', (typed) => expect(isSetupCode(secrets, site, typed)).toBe(false))
