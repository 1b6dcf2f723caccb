import type { Signals } from '../../db/signals.ts'
import { ProblemError } from '../../errors.ts'

/** Where polls wait until something happens. One for each process. */
export interface WaitingRoom {
  /** How often something was heard so far: taken before one looks, and handed to `pause` after. */
  heard(): number
  /** Takes a seat for the session; answers how to leave it. Throws `too_many_requests`, `unavailable`. */
  takeSeat(sessionId: string): () => void
  /** Waits until more was heard than `heard`, the time is over, the signal comes or the room is closed. */
  pause(heard: number, milliseconds: number, signal: AbortSignal): Promise<void>
  /** How long nobody needs to look by himself, in milliseconds. */
  patience(): number
  isClosed(): boolean
  /** Sends everybody away at once. */
  close(): void
}

interface Limits {
  perSession: number
  perProcess: number
  /** What happens within so many milliseconds wakes everybody once. */
  gathering: number
  /** When the database can tell nothing, one has to look every so many milliseconds. */
  whileDeaf: number
}

/** A room in which one hears of every noted deed of an editor. It listens from the first seat on. */
export function openWaitingRoom(
  signals: Signals,
  limits: Limits = { perSession: 2, perProcess: 200, gathering: 100, whileDeaf: 2000 },
): WaitingRoom {
  const sleepers = new Set<() => void>()
  const takeSeat = countSeats(limits)
  let heard = 0
  let isClosed = false
  let gathering: NodeJS.Timeout | undefined
  let unsubscribe: (() => void) | undefined
  const wakeAll = (): void => {
    heard += 1
    gathering = undefined
    for (const wake of sleepers) wake()
  }
  const hear = (): void => {
    gathering ??= setTimeout(wakeAll, limits.gathering)
  }
  return {
    heard: () => heard,
    takeSeat: (sessionId) => {
      unsubscribe ??= signals.subscribe('editorial_events', hear)
      return takeSeat(sessionId)
    },
    pause: async (before, milliseconds, signal) => {
      if (heard === before && !isClosed && !signal.aborted) await sleep(sleepers, milliseconds, signal)
    },
    patience: () => (signals.isConnected() ? Number.POSITIVE_INFINITY : limits.whileDeaf),
    isClosed: () => isClosed,
    close: () => {
      isClosed = true
      unsubscribe?.()
      clearTimeout(gathering)
      wakeAll()
    },
  }
}

function countSeats({ perSession, perProcess }: Limits): WaitingRoom['takeSeat'] {
  const bySession = new Map<string, number>()
  let taken = 0
  return (sessionId) => {
    const own = bySession.get(sessionId) ?? 0
    if (own >= perSession)
      throw new ProblemError('too_many_requests', { detail: 'This session waits already: let one tab ask for all.' }, 5)
    if (taken >= perProcess) throw new ProblemError('unavailable')
    bySession.set(sessionId, own + 1)
    taken += 1
    return () => {
      const left = (bySession.get(sessionId) ?? 1) - 1
      if (left === 0) bySession.delete(sessionId)
      else bySession.set(sessionId, left)
      taken -= 1
    }
  }
}

function sleep(sleepers: Set<() => void>, milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const wake = (): void => {
      clearTimeout(timer)
      sleepers.delete(wake)
      signal.removeEventListener('abort', wake)
      resolve()
    }
    const timer = setTimeout(wake, milliseconds)
    sleepers.add(wake)
    signal.addEventListener('abort', wake)
  })
}
