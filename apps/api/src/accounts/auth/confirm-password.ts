import type { Db } from '../../db/client.ts'
import { ProblemError } from '../../errors.ts'
import type { Account } from '../accounts.repository.ts'
import { verifyPassword } from '../passwords.ts'
import { countingFailures } from './attempts.service.ts'

/**
 * Passes when the password is that of the signed-in person, and answers the hash that it fits: one verification. Throws
 * `confirmation_failed`, and `too_many_requests` after ten of those in a minute. They are counted apart from those at signing in: whoever
 * finds a desk open cannot try passwords here, nor lock its owner out.
 */
export async function confirmPassword(
  db: Db,
  { id, passwordHash }: Pick<Account, 'id' | 'passwordHash'>,
  password: string,
  address: string,
): Promise<string> {
  return await countingFailures(db, { kind: 'own_password', account: id, address }, async () => {
    const matches = await verifyPassword(passwordHash ?? undefined, password)
    if (!matches || passwordHash === null) throw new ProblemError('confirmation_failed')
    return passwordHash
  })
}
