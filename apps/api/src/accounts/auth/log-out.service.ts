import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import { ProblemError } from '../../errors.ts'
import { hashOfToken, isToken } from '../../lib/opaque-tokens.ts'
import { endSession } from '../sessions/sessions.repository.ts'
import { lockToken } from './refresh-tokens.repository.ts'

/**
 * Ends the session of a refresh token, also of one used before: whoever asks for the end may have it. Again is no error.
 * Throws `unauthorized` without a token, `session_ended` for one we never gave.
 */
export async function logOut(db: Db, presented: string | undefined, address: string): Promise<void> {
  if (presented === undefined) throw new ProblemError('unauthorized')
  if (!isToken(presented)) throw new ProblemError('session_ended')
  await db.transaction(async (tx) => {
    const token = await lockToken(tx, hashOfToken(presented))
    if (!token) throw new ProblemError('session_ended')
    if (!(await endSession(tx, token.sessionId, 'logout'))) return
    const actor = { userId: token.userId, name: token.userName, grants: [], address }
    await recordAudit(tx, actor, { action: 'session.logout', entity: 'session', entityId: token.sessionId })
  })
}
