import { ProblemError } from '../errors.ts'

/**
 * A gate for work that costs memory: so many run at once, so many more wait in order, and whoever comes then is told
 * `unavailable` at once instead of being kept waiting. Who is gone when `signal` aborts waits no longer; what has begun is done.
 */
export function takeTurns(limits: { atOnce: number; waiting: number }) {
  const queue: (() => void)[] = []
  let running = 0
  return async function turn<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    if (running >= limits.atOnce) {
      if (queue.length >= limits.waiting) throw new ProblemError('unavailable')
      await untilCalled(queue, signal)
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

async function untilCalled(queue: (() => void)[], signal: AbortSignal | undefined): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const leave = () => {
      queue.splice(queue.indexOf(call), 1)
      reject(new ProblemError('unavailable'))
    }
    const call = () => {
      signal?.removeEventListener('abort', leave)
      resolve()
    }
    queue.push(call)
    signal?.addEventListener('abort', leave, { once: true })
    if (signal?.aborted) leave()
  })
}
