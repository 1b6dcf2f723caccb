import type { AcknowledgedCursor } from '@bantin/shared/clients'
import type { Db } from '../../db/client.ts'
import { fieldProblem } from '../../errors.ts'
import { findCursor, saveCursor } from './portal-cursor.repository.ts'

/** The last cursor that the portal acknowledged. */
export async function readAcknowledged(db: Db, clientId: string): Promise<AcknowledgedCursor> {
  return (await findCursor(db, clientId)) ?? { cursor: null, acknowledgedAt: null }
}

/**
 * A portal says that it has taken over everything up to the cursor; one that was put back may say an earlier one. Of a first run that is
 * under way only the place is kept: what was left out of it has a later entry, which is still before the portal.
 * Throws `invalid_request` for a cursor that the feed has never given.
 */
export async function acknowledge(db: Db, clientId: string, cursor: string): Promise<AcknowledgedCursor> {
  const [epoch = '', seq = ''] = cursor.split(/:|\.\./)
  if (!(await saveCursor(db, clientId, { epoch: Number(epoch), seq }))) {
    const message = 'This is no cursor of this feed: send the one of the page that was applied last.'
    throw fieldProblem('invalid_request', { in: 'body', pointer: '/cursor', code: 'unknown', message })
  }
  return await readAcknowledged(db, clientId)
}
