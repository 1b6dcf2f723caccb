import type { EditorialEvent, EditorialEvents } from '@bantin/shared/editorial-events'
import { type PollParts, pollEvents } from './poll-events.ts'

interface ShareParts extends Pick<PollParts, 'ask' | 'sessionChange' | 'signal'> {
  userId: string
  onEvents: (events: EditorialEvent[]) => void
}

/**
 * Hears of what happens until the signal comes: one page of the browser polls and tells the others of the same person. When that page
 * is closed another one goes on where it stopped.
 */
export function shareEvents({ userId, ask, onEvents, sessionChange, signal }: ShareParts): void {
  const name = `bantin:events:${userId}`
  const channel = new BroadcastChannel(name)
  let cursor: string | undefined
  const take = (answer: EditorialEvents): void => {
    cursor = answer.cursor
    if (answer.data.length > 0) onEvents(answer.data)
  }
  channel.addEventListener('message', ({ data }: MessageEvent<EditorialEvents>) => take(data))
  signal.addEventListener('abort', () => channel.close(), { once: true })

  const poll = (): Promise<void> =>
    pollEvents({
      ask,
      cursor: () => cursor,
      onAnswer: (answer) => {
        if (signal.aborted) return
        channel.postMessage(answer)
        take(answer)
      },
      pause: (milliseconds) => rest(milliseconds, signal),
      sessionChange,
      signal,
    })
  void inOnePage(name, signal, poll)
}

/** Runs the work in one page at a time. Without a secure context there are no locks: then each page works by itself. */
async function inOnePage(name: string, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  if (!('locks' in navigator)) return await work()
  await navigator.locks.request(name, { signal }, work).catch((error: unknown) => {
    // Left while another page had the lock.
    if (!signal.aborted) throw error
  })
}

function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer)
        resolve()
      },
      { once: true },
    )
  })
}
