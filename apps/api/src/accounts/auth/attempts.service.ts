import type { ProblemCode } from '@bantin/shared/errors'
import type { Db } from '../../db/client.ts'
import { ProblemError } from '../../errors.ts'
import { addressKey } from './address-key.ts'
import * as repository from './login-attempts.repository.ts'

/** What is counted as a failure: whatever else goes wrong says nothing about who tries. */
const failures = new Set<ProblemCode>(['wrong_credentials', 'wrong_code', 'confirmation_failed'])

/**
 * Runs the work, which checks a password or a code, and counts it when that was wrong. Throws `too_many_requests` instead when too
 * many tries stand against account or address, also those that other nodes saw. The attempt has the trusted address as it is.
 */
export async function countingFailures<T>(db: Db, attempt: repository.Attempt, work: () => Promise<T>): Promise<T> {
  const id = await noteAttempt(db, attempt)
  let failed = false
  try {
    await refuseTooMany(db, id, attempt)
    return await work()
  } catch (error) {
    failed = error instanceof ProblemError && failures.has(error.code)
    throw error
  } finally {
    await (failed ? repository.countAttempt(db, id) : repository.forgetAttempt(db, id))
  }
}

/** Counts a request, whatever comes of it. Throws `too_many_requests`. */
export async function countRequest(db: Db, attempt: repository.Attempt): Promise<void> {
  const id = await noteAttempt(db, attempt)
  try {
    await refuseTooMany(db, id, attempt)
  } catch (error) {
    await repository.forgetAttempt(db, id)
    throw error
  }
  await repository.countAttempt(db, id)
}

function noteAttempt(db: Db, { address, ...attempt }: repository.Attempt): Promise<string> {
  return repository.noteAttempt(db, { ...attempt, address: addressKey(address) })
}

async function refuseTooMany(db: Db, id: string, { kind }: repository.Attempt): Promise<void> {
  const seconds = await repository.secondsToWait(db, id, kind)
  if (seconds !== undefined) throw new ProblemError('too_many_requests', {}, seconds)
}
