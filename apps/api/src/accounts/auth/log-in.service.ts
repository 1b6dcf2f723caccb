import type { LoginInput } from '@bantin/shared/auth'
import { v7 as uuidv7 } from 'uuid'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import { ProblemError } from '../../errors.ts'
import { hashOfToken, newToken } from '../../lib/opaque-tokens.ts'
import { verifyPassword } from '../passwords.ts'
import { insertSession } from '../sessions/sessions.repository.ts'
import { type Account, findAccount } from '../users/users.repository.ts'
import { addressKey } from './address-key.ts'
import { countAttempt, forgetAttempt, noteAttempt, secondsToWait } from './login-attempts.repository.ts'
import { type OpenSession, openSession, type TokenKeys } from './open-session.ts'
import { insertToken } from './refresh-tokens.repository.ts'

/** Failing tries a minute, for an account and for an address. */
const allowedFailures = 10

/**
 * Opens a session for whoever knows the password. Throws `too_many_requests` from the eleventh failing try in a minute, and
 * `wrong_credentials` alike for an unknown account, a wrong password and a disabled account, after one verification each.
 */
export async function logIn(db: Db, keys: TokenKeys, input: LoginInput, address: string): Promise<OpenSession> {
  const account = await countingFailures(db, input.email, address, () => authenticate(db, input))
  const sessionId = uuidv7()
  const refreshToken = newToken()
  const now = await db.transaction(async (tx) => {
    const openedAt = await insertSession(tx, sessionId, account.id)
    await insertToken(tx, sessionId, hashOfToken(refreshToken))
    const actor = { userId: account.id, name: account.name, grants: [], address }
    await recordAudit(tx, actor, { action: 'session.login', entity: 'session', entityId: sessionId })
    return openedAt
  })
  return openSession(db, keys, { userId: account.id, sessionId, now, refreshToken })
}

async function authenticate(db: Db, { email, password }: LoginInput): Promise<Account> {
  const account = await findAccount(db, email)
  const matches = await verifyPassword(account?.passwordHash ?? undefined, password)
  if (!account || !matches || account.disabled) throw new ProblemError('wrong_credentials')
  return account
}

async function countingFailures<T>(db: Db, email: string, address: string, work: () => Promise<T>): Promise<T> {
  const attempt = await noteAttempt(db, email, addressKey(address))
  let failed = false
  try {
    const seconds = await secondsToWait(db, attempt, allowedFailures)
    if (seconds !== undefined) throw new ProblemError('too_many_requests', {}, seconds)
    return await work()
  } catch (error) {
    failed = error instanceof ProblemError && error.code === 'wrong_credentials'
    throw error
  } finally {
    await (failed ? countAttempt(db, attempt) : forgetAttempt(db, attempt))
  }
}
