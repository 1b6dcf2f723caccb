import { randomBytes } from 'node:crypto'
import { hashOfToken } from '../../lib/opaque-tokens.ts'
import { plainCode, readableCode } from '../../lib/readable-codes.ts'

/** Ten codes of 80 random bits: more than can be guessed from a hash without salt, too. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: 10 }, () => readableCode(randomBytes(10), 4))
}

/** What is stored and looked for, however the code was typed. */
export function hashOfRecoveryCode(code: string): string {
  return hashOfToken(plainCode(code))
}
