import type { EditorialEvents, EventsQuery } from '@bantin/shared/editorial-events'
import type { Db } from '../../db/client.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import type { LiveSession } from '../../lib/live-session.ts'
import type { WaitingRoom } from '../../lib/waiting-room.ts'
import { findNewestCursor, type Look, lookForEvents } from './events.repository.ts'

/** Who asks: as the request found him, his session to ask again after waiting, and whether he is still there. */
interface Asker {
  actor: ActingPerson
  session: LiveSession
  signal: AbortSignal
}

/** Milliseconds. */
const whileHeldBack = 1000

/**
 * What was done since the cursor `after` with articles that the actor may read and with files of the library; waits up to `wait` seconds for something to happen.
 * Without a cursor the answer is the one of now. No connection to the database is held while it waits.
 * Throws `too_many_requests` and `unavailable` where too many wait, `unauthorized` when the session ended meanwhile.
 */
export async function pollEvents(db: Db, room: WaitingRoom, asker: Asker, { after, wait = 0 }: EventsQuery): Promise<EditorialEvents> {
  if (after === undefined) return { data: [], cursor: await findNewestCursor(db) }
  const until = performance.now() + wait * 1000
  let heard = room.heard()
  let look = await lookForEvents(db, asker.actor, after)
  if (wait === 0 || look.data.length > 0) return toAnswer(look)
  const leave = room.takeSeat(asker.session.id)
  try {
    while (look.data.length === 0 && performance.now() < until) {
      await room.pause(heard, Math.min(until - performance.now(), patience(room, look)), asker.signal)
      if (room.isClosed() || asker.signal.aborted) break
      heard = room.heard()
      // Signed out, disabled, or of another unit by now.
      look = await lookForEvents(db, await asker.session.readActor(), look.cursor)
    }
    return toAnswer(look)
  } finally {
    leave()
  }
}

function patience(room: WaitingRoom, { isCut, isHeldBack }: Look): number {
  if (isCut) return 0
  // Nobody tells when the transaction ends on which it waits.
  return isHeldBack ? whileHeldBack : room.patience()
}

function toAnswer({ data, cursor }: Look): EditorialEvents {
  return { data, cursor }
}
