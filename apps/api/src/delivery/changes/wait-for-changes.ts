import { ProblemError } from '../../errors.ts'
import type { WaitingRoom } from '../../lib/waiting-room.ts'
import type { ChangesPage } from './changes-page.ts'

interface Waiting {
  room: WaitingRoom
  /** Whose seat it takes. */
  keyId: string
  /** Whether that key has not ended meanwhile. */
  opensStill: () => Promise<boolean>
  /** Comes when nobody is there any more. */
  signal: AbortSignal
  seconds: number
}

/**
 * The first page behind a cursor that has something, or after so many seconds one that has nothing. No connection to the database is held
 * while it waits. `read` answers the page behind a cursor; undefined: behind the one that was asked with.
 * Throws `too_many_requests` and `unavailable` where too many wait, `key_needed` once the key has ended.
 */
export async function waitForChanges(
  { room, keyId, opensStill, signal, seconds }: Waiting,
  read: (cursor?: string) => Promise<ChangesPage>,
): Promise<ChangesPage> {
  const until = performance.now() + seconds * 1000
  let heard = room.heard()
  let page = await read()
  if (!page.isAtEnd || seconds === 0) return page
  const leave = room.takeSeat(keyId)
  try {
    while (page.isAtEnd && performance.now() < until) {
      await room.pause(heard, Math.min(until - performance.now(), room.patience()), signal)
      if (room.isClosed() || signal.aborted) break
      if (!(await opensStill())) throw new ProblemError('key_needed')
      heard = room.heard()
      page = await read(page.cursor)
    }
    return page
  } finally {
    leave()
  }
}
