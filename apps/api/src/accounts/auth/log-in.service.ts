import type { LoginInput } from '@bantin/shared/auth'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import { ProblemError } from '../../errors.ts'
import type { Caller } from '../../lib/caller.ts'
import { verifyPassword } from '../passwords.ts'
import { findFactor } from '../second-factor/second-factor.repository.ts'
import { type Secrets, takeCode } from '../second-factor/take-code.ts'
import { isTrustedDevice, trustDevice } from '../second-factor/trusted-devices.service.ts'
import { findAccount } from '../users/users.repository.ts'
import { holdAccount } from './accounts.repository.ts'
import { countingFailures } from './attempts.service.ts'
import { beginSession, type OpenSession, openSession, type TokenKeys } from './open-session.ts'

export interface SignInKeys extends TokenKeys {
  /** They open the secrets of second factors. */
  secrets: Secrets
}

/** With a cookie's content when the device is trusted from now on. */
export type SignInAnswer = OpenSession & { deviceToken: string | undefined }

/**
 * Opens a session for whoever knows the password and, where a second factor is on, sits at a trusted device or has a code. Throws
 * `wrong_credentials` alike for an unknown account, a wrong password, an invited and a disabled person, after one verification each;
 * after the right password `second_factor_needed` without a code and `wrong_code` with a wrong one; `too_many_requests` from the
 * eleventh failing password in a minute and the eleventh failing code in an hour.
 */
export async function logIn(
  db: Db,
  keys: SignInKeys,
  input: LoginInput,
  caller: Caller,
  trustedDevice: string | undefined,
): Promise<SignInAnswer> {
  const { address } = caller
  const person = await countingFailures(db, { kind: 'password', account: input.email, address }, () => authenticate(db, input))
  const hasFactor = (await findFactor(db, person.id))?.isOn ?? false
  if (!hasFactor) return await enter(db, keys, person, caller, async () => ({}))
  if (await isTrustedDevice(db, person.id, trustedDevice)) {
    return await enter(db, keys, person, caller, async () => ({ secondFactor: 'trusted device' }))
  }
  const { code, trustDevice: isToBeTrusted = false } = input
  if (code === undefined) throw new ProblemError('second_factor_needed')
  return await countingFailures(db, { kind: 'code', account: person.id, address }, () =>
    enter(db, keys, person, caller, async (tx) => {
      const secondFactor = await takeCode(tx, keys.secrets, person.id, code)
      if (!secondFactor) throw new ProblemError('wrong_code')
      return { secondFactor, deviceToken: isToBeTrusted ? await trustDevice(tx, person, caller) : undefined }
    }),
  )
}

/** Somebody who gave the right password. */
interface Proven {
  id: string
  name: string
  passwordHash: string
}

async function authenticate(db: Db, { email, password }: LoginInput): Promise<Proven> {
  const account = await findAccount(db, email)
  const passwordHash = account?.passwordHash ?? undefined
  const matches = await verifyPassword(passwordHash, password)
  if (!account || passwordHash === undefined || !matches || account.disabled) throw new ProblemError('wrong_credentials')
  return { id: account.id, name: account.name, passwordHash }
}

/** What was shown beside the password. */
interface Proof {
  secondFactor?: string
  deviceToken?: string | undefined
}

async function enter(
  db: Db,
  keys: TokenKeys,
  { id, name, passwordHash }: Proven,
  caller: Caller,
  prove: (tx: Db) => Promise<Proof>,
): Promise<SignInAnswer> {
  const { deviceToken, ...begun } = await db.transaction(async (tx) => {
    // The password may have been changed while it was checked.
    if (!(await holdAccount(tx, id, passwordHash))) throw new ProblemError('wrong_credentials')
    const { secondFactor, deviceToken } = await prove(tx)
    const session = await beginSession(tx, id, caller)
    const actor = { userId: id, name, grants: [], address: caller.address }
    const entry = { action: 'session.login', entity: 'session', entityId: session.sessionId }
    await recordAudit(tx, actor, secondFactor === undefined ? entry : { ...entry, detail: { secondFactor } })
    return { ...session, deviceToken }
  })
  return { ...(await openSession(db, keys, begun)), deviceToken }
}
