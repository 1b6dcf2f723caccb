import type { EditorialEvents } from '@bantin/shared/editorial-events'
import { ApiError } from '../../lib/api-error.ts'

export interface PollParts {
  /** One long poll. Rejects with ApiError. */
  ask: (after: string | undefined) => Promise<EditorialEvents>
  /** The newest cursor that is known here. */
  cursor: () => string | undefined
  onAnswer: (answer: EditorialEvents) => void
  /** Waits so many milliseconds, or until the signal comes. */
  pause: (milliseconds: number) => Promise<void>
  /** Waits until something about the session changes (there is one again, a second factor is on), or until the signal comes. */
  sessionChange: () => Promise<void>
  signal: AbortSignal
}

const shortest = 1000
const longest = 60_000

/** Polls until the signal comes. After failures it asks ever more rarely; without a session that may ask not at all, until there is one. */
export async function pollEvents({ ask, cursor, onAnswer, pause, sessionChange, signal }: PollParts): Promise<void> {
  let failures = 0
  while (!signal.aborted) {
    try {
      const [after, asked] = [cursor(), Date.now()]
      const answer = await ask(after)
      failures = 0
      onAnswer(answer)
      // Nothing, and at once: the server is about to stop. Otherwise no timer, which a browser stretches to a minute in a hidden page.
      if (after !== undefined && answer.data.length === 0 && Date.now() - asked < shortest) await pause(shortest)
    } catch (error) {
      if (signal.aborted) return
      if (isRefusal(error)) await sessionChange()
      else await pause(delayAfter(failures++))
    }
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 401 || error.code === 'second_factor_required')
}

/** Doubled each time, and never quite the same: many desks that lost one server do not come back in one moment. */
export function delayAfter(failures: number, random: () => number = Math.random): number {
  return Math.min(longest, shortest * 2 ** failures) * (0.5 + random() / 2)
}
