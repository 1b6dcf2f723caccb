import { parseOptions } from '@node-rs/argon2'
import { expect, test } from 'vitest'
import { hashPassword, nobodysHash, verifyPassword } from './passwords.ts'

test('a password is hashed with Argon2id, 19 MiB, two passes, one lane, and a salt of its own', async () => {
  const stored = await hashPassword('một mật khẩu dài')
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await hashPassword('một mật khẩu dài')).not.toBe(stored)
  expect(await verifyPassword(stored, 'một mật khẩu dài')).toBe(true)
  expect(await verifyPassword(stored, 'một mật khẩu dài ')).toBe(false)
})

test('the same password typed by another input method is the same', async () => {
  const stored = await hashPassword('mật khẩu của tôi'.normalize('NFD'))
  expect(await verifyPassword(stored, 'mật khẩu của tôi'.normalize('NFC'))).toBe(true)
})

test('two are checked at a time, twenty wait, and whoever comes then is told to come back', async () => {
  const stored = await hashPassword('một mật khẩu dài')
  const checks = await Promise.allSettled(Array.from({ length: 23 }, () => verifyPassword(stored, 'một mật khẩu dài')))
  expect(checks.slice(0, 22)).toEqual(Array(22).fill({ status: 'fulfilled', value: true }))
  expect(checks[22]).toMatchObject({ status: 'rejected', reason: { code: 'unavailable', retryAfter: 5 } })
})

test('an account that does not exist costs what others cost, and never matches', async () => {
  expect(parseOptions(nobodysHash)).toEqual(parseOptions(await hashPassword('một mật khẩu dài')))
  expect(await verifyPassword(undefined, '')).toBe(false)
})
