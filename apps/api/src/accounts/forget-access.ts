import type { Db } from '../db/client.ts'
import { deleteInBatches } from '../db/delete-in-batches.ts'
import { deletionOfAttempts } from './auth/login-attempts.repository.ts'
import { deletionOfLinks } from './password-links/password-links.repository.ts'
import { deletionOfDevices } from './second-factor/trusted-devices.repository.ts'
import { deletionOfSessions } from './sessions/sessions.repository.ts'

/** Deletes what opens nothing any more: old sessions with their tokens, trusted devices and links, and tries that count no more. */
export async function forgetAccess(db: Db): Promise<void> {
  await deleteInBatches(db, deletionOfSessions)
  await deleteInBatches(db, deletionOfDevices)
  await deleteInBatches(db, deletionOfLinks)
  await deleteInBatches(db, deletionOfAttempts)
}
