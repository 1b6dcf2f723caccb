import type { Db } from '../../db/client.ts'
import { ProblemError } from '../../errors.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import type { Secrets } from '../../lib/keys.ts'
import { type SealPurpose, seal, unseal } from '../../lib/seal.ts'
import { countingFailures } from '../auth/attempts.service.ts'
import { requireAccount } from '../require-account.ts'
import { lockUsers } from '../users/targets.repository.ts'
import { hashOfRecoveryCode } from './recovery-codes.ts'
import * as repository from './second-factor.repository.ts'
import { appCodeOf, stepOf } from './totp.ts'

/** How the secret of a person's second factor is sealed. */
export function sealOf(secrets: Secrets, userId: string): SealPurpose {
  return { secrets, label: 'second-factor', context: userId }
}

/**
 * Takes a code of the app or a recovery code, once, and answers which it was; undefined for any other, or when the second factor is not
 * on. Belongs into the transaction of what the code is given for, and its caller counts the failures.
 */
export async function takeCode(tx: Db, secrets: Secrets, userId: string, typed: string): Promise<'app' | 'recovery' | undefined> {
  const factor = await repository.lockFactor(tx, userId)
  if (!factor?.isOn) return undefined
  if (appCodeOf(typed) === undefined)
    return (await repository.takeRecoveryCode(tx, userId, hashOfRecoveryCode(typed))) ? 'recovery' : undefined
  const purpose = sealOf(secrets, userId)
  const secret = unseal(factor.secret, purpose)
  const step = secret && stepOf(secret, typed, factor.now)
  if (secret === undefined || step === undefined) return undefined
  // Sealed anew each time: when an older secret is given up, those who signed in meanwhile do not need it.
  return (await repository.takeStep(tx, userId, step, seal(secret, purpose))) ? 'app' : undefined
}

/**
 * Does something in the transaction that takes the person's own code: both or none. Accounts are locked before second factors: his own,
 * and those of the `others` whom the work is about. Throws `confirmation_failed` for a code that is wrong or was used,
 * `too_many_requests` after ten of those in an hour, `conflict` when he has no second factor himself.
 */
export async function byOwnCode<T>(
  db: Db,
  secrets: Secrets,
  actor: ActingPerson,
  code: string,
  work: (tx: Db) => Promise<T>,
  others: string[] = [],
): Promise<T> {
  const { userId, address } = actor
  const factor = userId === null ? undefined : await repository.findFactor(db, userId)
  if (userId === null || !factor?.isOn) throw new ProblemError('conflict', { detail: 'Your own second factor is not on.' })
  return await countingFailures(db, { kind: 'own_code', account: userId, address: address ?? '' }, () =>
    db.transaction(async (tx) => {
      await lockUsers(tx, [userId, ...others])
      // He may have been disabled while he waited.
      await requireAccount(tx, actor)
      if (!(await takeCode(tx, secrets, userId, code))) throw new ProblemError('confirmation_failed')
      return await work(tx)
    }),
  )
}
