import type { LoginInput } from '@bantin/shared/auth'
import type { Db } from '../../db/client.ts'
import { ProblemError } from '../../errors.ts'
import type { Caller } from '../../lib/caller.ts'
import type { Secrets } from '../../lib/keys.ts'
import { findFactor } from './second-factor.repository.ts'
import { takeCode } from './take-code.ts'
import { isTrustedDevice, trustDevice } from './trusted-devices.service.ts'

/** What somebody signs in with beside the password. */
type Given = Pick<LoginInput, 'code' | 'trustDevice'> & {
  /** The cookie of a device that may be trusted. */
  trustedDevice: string | undefined
  caller: Caller
}

/** Which it was, undefined where none is on; with a cookie's content when the device is trusted from now on. */
export interface ShownFactor {
  secondFactor?: 'trusted device' | 'app' | 'recovery'
  deviceToken?: string | undefined
}

/**
 * Takes what the second factor of the person asks for: a trusted device or a code. Throws `code_needed`, `wrong_code`. Belongs
 * into the transaction that opens the session, behind the lock of the account: whoever turns the second factor on comes before or after.
 */
export async function showFactor(
  tx: Db,
  secrets: Secrets,
  person: { id: string; name: string },
  { code, trustDevice: isToBeTrusted = false, trustedDevice, caller }: Given,
): Promise<ShownFactor> {
  if (!(await findFactor(tx, person.id))?.isOn) return {}
  if (await isTrustedDevice(tx, person.id, trustedDevice)) return { secondFactor: 'trusted device' }
  if (code === undefined) throw new ProblemError('code_needed')
  const secondFactor = await takeCode(tx, secrets, person.id, code)
  if (!secondFactor) throw new ProblemError('wrong_code')
  return { secondFactor, deviceToken: isToBeTrusted ? await trustDevice(tx, person, caller) : undefined }
}
