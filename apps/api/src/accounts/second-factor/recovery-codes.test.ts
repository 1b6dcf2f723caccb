import { expect, test } from 'vitest'
import { hashOfRecoveryCode, newRecoveryCodes } from './recovery-codes.ts'

test('there are ten, of 80 bits each, readable, and none twice', () => {
  const codes = newRecoveryCodes()
  expect(new Set([...codes, ...newRecoveryCodes()]).size).toBe(20)
  for (const code of codes) expect(code).toMatch(/^[A-Z2-7]{4}(-[A-Z2-7]{4}){3}$/)
})

test('one is known again however it is typed, and no other is', () => {
  const hash = hashOfRecoveryCode('ABCO-IJKL-MNOP-QRST')
  for (const typed of ['abco ijkl mnop qrst', ' ABCOIJKLMNOPQRST', 'ABC0-1JKL-mnop-qrst']) expect(hashOfRecoveryCode(typed)).toBe(hash)
  expect(hashOfRecoveryCode('ABCO-IJKL-MNOP-QRSU')).not.toBe(hash)
})
