import { ProblemError, toProblem } from '../../errors.ts'

export interface Flusher<T> {
  /** Resolves when the item is committed. Rejects with a ProblemError that carries nothing of the item: then it may or may not be. */
  add(item: T): Promise<void>
  /** Takes nothing more and resolves when everything waiting is settled. */
  close(): Promise<void>
}

export interface FlusherOptions<T> {
  /** Commits all of a batch or nothing of it. Never called before the last call has ended. */
  write: (batch: T[]) => Promise<void>
  maxWaiting?: number
  maxWaitMs?: number
}

/**
 * Group commit: while one batch is being written, arrivals wait; then all of them are the next batch. No timer sets the pace, so a
 * single item is written at once and a crowd shares a commit. More than `maxWaiting`, or longer than `maxWaitMs`, nobody waits.
 */
export function createFlusher<T>({ write, maxWaiting = 5000, maxWaitMs = 2000 }: FlusherOptions<T>): Flusher<T> {
  const waiting = new Set<Waiting<T>>()
  let running: Promise<void> | undefined
  let closed = false

  async function run(): Promise<void> {
    while (waiting.size > 0) {
      const batch = [...waiting]
      waiting.clear()
      await writeOrSplit(write, batch)
    }
    running = undefined
  }

  return {
    add(item) {
      if (closed || waiting.size >= maxWaiting) return Promise.reject(new ProblemError('unavailable'))
      return new Promise((resolve, reject) => {
        const giveUp = (): void => {
          waiting.delete(entry)
          entry.settle(new ProblemError('unavailable'))
        }
        const timer = setTimeout(giveUp, maxWaitMs)
        const entry: Waiting<T> = {
          item,
          settled: false,
          settle(problem) {
            clearTimeout(timer)
            entry.settled = true
            if (problem) reject(problem)
            else resolve()
          },
        }
        waiting.add(entry)
        running ??= run()
      })
    },
    async close() {
      closed = true
      await running
    },
  }
}

interface Waiting<T> {
  item: T
  settled: boolean
  settle(problem?: ProblemError): void
}

/** Halves a failing batch until the bad item stands alone. A database that is away fails all at once: no half would do better. */
async function writeOrSplit<T>(write: FlusherOptions<T>['write'], batch: Waiting<T>[]): Promise<void> {
  // Who has gone is not written: this also bounds the splitting when every item fails.
  const wanted = batch.filter(({ settled }) => !settled)
  if (wanted.length === 0) return
  const problem = await failureOf(() => write(wanted.map(({ item }) => item)))
  if (problem === undefined || problem.code === 'unavailable' || wanted.length === 1) {
    for (const entry of wanted) entry.settle(problem)
    return
  }
  const middle = wanted.length >> 1
  await writeOrSplit(write, wanted.slice(0, middle))
  await writeOrSplit(write, wanted.slice(middle))
}

/** Of a database error only the problem is kept: its text and parameters name visitors. */
async function failureOf(work: () => Promise<void>): Promise<ProblemError | undefined> {
  try {
    await work()
    return undefined
  } catch (error) {
    return toProblem(error)
  }
}
