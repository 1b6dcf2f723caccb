import { ProblemError } from '../errors.ts'

/**
 * A gate for work that costs memory: so many run at once, so many more wait in order, and whoever comes then is told
 * `unavailable` at once instead of being kept waiting.
 */
export function takeTurns(limits: { atOnce: number; waiting: number }) {
  const queue: (() => void)[] = []
  let running = 0
  return async function turn<T>(work: () => Promise<T>): Promise<T> {
    if (running >= limits.atOnce) {
      if (queue.length >= limits.waiting) throw new ProblemError('unavailable')
      await new Promise<void>((resolve) => queue.push(resolve))
    } else running++
    try {
      return await work()
    } finally {
      const next = queue.shift()
      if (next) next()
      else running--
    }
  }
}
