import type { LoginInput } from '@bantin/shared/auth'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import { ProblemError } from '../../errors.ts'
import type { Caller } from '../../lib/caller.ts'
import type { Secrets } from '../../lib/keys.ts'
import { findAccountByEmail, lockOwnAccount } from '../accounts.repository.ts'
import { verifyPassword } from '../passwords.ts'
import { type ShownFactor, showFactor } from '../second-factor/show-factor.ts'
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
 * after the right password `code_needed` without a code and `wrong_code` with a wrong one; `too_many_requests` from the
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
  const come = () => enter(db, keys, person, caller, (tx) => showFactor(tx, keys.secrets, person, { ...input, trustedDevice, caller }))
  return input.code === undefined ? await come() : await countingFailures(db, { kind: 'code', account: person.id, address }, come)
}

/** Somebody who gave the right password. */
interface Proven {
  id: string
  name: string
  passwordHash: string
}

async function authenticate(db: Db, { email, password }: LoginInput): Promise<Proven> {
  const account = await findAccountByEmail(db, email)
  const passwordHash = account?.passwordHash ?? undefined
  const matches = await verifyPassword(passwordHash, password)
  if (!account || passwordHash === undefined || !matches || account.isDisabled) throw new ProblemError('wrong_credentials')
  return { id: account.id, name: account.name, passwordHash }
}

async function enter(
  db: Db,
  keys: TokenKeys,
  { id, name, passwordHash }: Proven,
  caller: Caller,
  show: (tx: Db) => Promise<ShownFactor>,
): Promise<SignInAnswer> {
  const { deviceToken, ...begun } = await db.transaction(async (tx) => {
    // The password may have been changed while it was checked, or the account disabled.
    if ((await lockOwnAccount(tx, id))?.passwordHash !== passwordHash) throw new ProblemError('wrong_credentials')
    const { secondFactor, deviceToken } = await show(tx)
    const session = await beginSession(tx, id, caller)
    const actor = { userId: id, name, grants: [], address: caller.address }
    const entry = { action: 'session.login', entity: 'session', entityId: session.sessionId }
    await recordAudit(tx, actor, secondFactor === undefined ? entry : { ...entry, detail: { secondFactor } })
    return { ...session, deviceToken }
  })
  return { ...(await openSession(db, keys, begun)), deviceToken }
}
