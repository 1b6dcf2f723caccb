import { ProblemError } from '../errors.ts'

/** Where polls wait until something happens. One for each process. */
export interface WaitingRoom {
  /** How often something was heard so far: taken before one looks, and handed to `pause` after. */
  heard(): number
  /** Takes a seat for whoever holds it, a session or a key; answers how to leave it. Throws `too_many_requests`, `unavailable`. */
  takeSeat(holder: string): () => void
  /** Waits until more was heard than `heard`, the time is over, the signal comes or the room is closed. */
  pause(heard: number, milliseconds: number, signal: AbortSignal): Promise<void>
  /** How long nobody needs to look by himself, in milliseconds. */
  patience(): number
  isClosed(): boolean
  /** Sends everybody away at once. */
  close(): void
}

/** What those who wait want to hear of. */
interface News {
  /** Whether what is told at this moment is heard. */
  isConnected(): boolean
  /** Calls `heard` of each; answers how to end it. */
  subscribe(heard: () => void): () => void
}

interface Limits {
  perHolder: number
  perProcess: number
  /** What happens within so many milliseconds wakes everybody once. */
  gathering: number
  /** When the database can tell nothing, one has to look every so many milliseconds. */
  whileDeaf: number
}

/** A room in which one hears of news. It listens from the first seat on. */
export function openWaitingRoom(
  news: News,
  limits: Limits = { perHolder: 2, perProcess: 200, gathering: 100, whileDeaf: 2000 },
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
    takeSeat: (holder) => {
      unsubscribe ??= news.subscribe(hear)
      return takeSeat(holder)
    },
    pause: async (before, milliseconds, signal) => {
      if (heard === before && !isClosed && !signal.aborted) await sleep(sleepers, milliseconds, signal)
    },
    patience: () => (news.isConnected() ? Number.POSITIVE_INFINITY : limits.whileDeaf),
    isClosed: () => isClosed,
    close: () => {
      isClosed = true
      unsubscribe?.()
      clearTimeout(gathering)
      wakeAll()
    },
  }
}

function countSeats({ perHolder, perProcess }: Limits): WaitingRoom['takeSeat'] {
  const byHolder = new Map<string, number>()
  let taken = 0
  return (holder) => {
    const own = byHolder.get(holder) ?? 0
    if (own >= perHolder) throw new ProblemError('too_many_requests', { detail: 'You wait already: let one request wait for all.' }, 5)
    if (taken >= perProcess) throw new ProblemError('unavailable')
    byHolder.set(holder, own + 1)
    taken += 1
    return () => {
      const left = (byHolder.get(holder) ?? 1) - 1
      if (left === 0) byHolder.delete(holder)
      else byHolder.set(holder, left)
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
