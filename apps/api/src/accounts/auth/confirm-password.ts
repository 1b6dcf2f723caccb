import type { Db } from '../../db/client.ts'
import { ProblemError } from '../../errors.ts'
import { verifyPassword } from '../passwords.ts'
import type { OwnAccount } from './accounts.repository.ts'
import { countingFailures } from './attempts.service.ts'

/**
 * Passes when the password is that of the signed-in person, and answers the hash that it fits: one verification. Throws
 * `confirmation_failed`, and `too_many_requests` as for signing in: whoever finds a desk open cannot try passwords here instead.
 */
export async function confirmPassword(
  db: Db,
  { email, passwordHash }: Pick<OwnAccount, 'email' | 'passwordHash'>,
  password: string,
  address: string,
): Promise<string> {
  return await countingFailures(db, { kind: 'password', account: email, address }, async () => {
    const matches = await verifyPassword(passwordHash ?? undefined, password)
    if (!matches || passwordHash === null) throw new ProblemError('confirmation_failed')
    return passwordHash
  })
}
