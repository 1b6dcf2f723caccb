import type { Db } from '../../db/client.ts'
import { changeAccount } from '../accounts.repository.ts'
import { revokeOpenLinks } from '../password-links/password-links.repository.ts'
import { deleteDevicesOf } from '../second-factor/trusted-devices.repository.ts'
import { endSessionsOf } from '../sessions/sessions.repository.ts'

/**
 * Gives the person a new password and ends everything that came of the old one: sessions, trusted devices, open links. Answers the
 * version of the account. Belongs into the transaction of the deed, whose caller notes it in the audit log.
 */
export async function takePassword(tx: Db, userId: string, passwordHash: string): Promise<number> {
  const version = await changeAccount(tx, userId, { passwordHash })
  await endSessionsOf(tx, userId, 'password')
  await deleteDevicesOf(tx, userId)
  await revokeOpenLinks(tx, userId)
  return version
}
