import { setImmediate as nextTurn } from 'node:timers/promises'
import { type ProblemError, TurnedAway, toProblem } from '../../errors.ts'

export interface Flusher<T> {
  /** Resolves when the item is committed. Rejects with a ProblemError that carries nothing of the item: then it may or may not be. */
  add(item: T): Promise<void>
  /** Takes nothing more and resolves when everything waiting is settled. */
  close(): Promise<void>
}

export interface FlusherOptions<T> {
  /** Commits all of a batch or nothing of it. Never called before the last call has ended. Whoever is to hear of a failure hears it there. */
  write: (batch: T[]) => Promise<void>
  /** Hears of each time that somebody is turned away because too many wait, or too long. */
  onTurnAway?: () => void
  maxWaiting?: number
  maxWaitMs?: number
}

interface Waiting<T> {
  item: T
  until: number
  settled: boolean
  settle(problem?: Error): void
}

/**
 * Group commit: while one batch is being written, arrivals wait; then all of them are the next batch. No timer sets the pace, so a
 * single item is written at once and a crowd shares a commit. More than `maxWaiting`, or longer than `maxWaitMs`, nobody waits.
 */
export function createFlusher<T>({ write, onTurnAway, maxWaiting = 5000, maxWaitMs = 2000 }: FlusherOptions<T>): Flusher<T> {
  // Each in the order of arrival.
  let writing: Waiting<T>[] = []
  let waiting: Waiting<T>[] = []
  let running: Promise<void> | undefined
  let looking: NodeJS.Timeout | undefined
  let closed = false

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      writing = waiting
      waiting = []
      await writeOrSplit(write, writing)
    }
    writing = []
    running = undefined
  }

  /** Gives up who has waited too long. All wait equally long, so that one look is enough until the first of the others will have. */
  function look(): void {
    const now = performance.now()
    const unsettled = [...writing, ...waiting].filter(({ settled }) => !settled)
    const next = unsettled.findIndex(({ until }) => until > now)
    const late = next < 0 ? unsettled : unsettled.slice(0, next)
    for (const entry of late) entry.settle(new TurnedAway())
    if (late.length > 0) onTurnAway?.()
    waiting = waiting.filter(({ settled }) => !settled)
    looking = next < 0 ? undefined : setTimeout(look, Math.ceil((unsettled[next] as Waiting<T>).until - now))
  }

  return {
    add(item) {
      if (closed || waiting.length >= maxWaiting) {
        if (!closed) onTurnAway?.()
        return Promise.reject(new TurnedAway())
      }
      return new Promise((resolve, reject) => {
        waiting.push(waitingFor(item, performance.now() + maxWaitMs, resolve, reject))
        looking ??= setTimeout(look, maxWaitMs)
        running ??= run()
      })
    },
    async close() {
      closed = true
      await running
      await nextTurn()
      clearTimeout(looking)
    },
  }
}

function waitingFor<T>(item: T, until: number, resolve: () => void, reject: (problem: Error) => void): Waiting<T> {
  return {
    item,
    until,
    settled: false,
    settle(problem) {
      this.settled = true
      if (problem) reject(problem)
      else resolve()
    },
  }
}

/** Halves a failing batch until the bad item stands alone. A database that is away fails all at once: no half would do better. */
async function writeOrSplit<T>(write: FlusherOptions<T>['write'], batch: Waiting<T>[]): Promise<void> {
  // Who has gone is not written: this also bounds the splitting when every item fails.
  const wanted = batch.filter(({ settled }) => !settled)
  if (wanted.length === 0) return
  const problem = await failureOf(() => write(wanted.map(({ item }) => item)))
  if (problem === undefined || problem.code === 'unavailable' || wanted.length === 1) {
    // What waits is written first: the database works on it while these are answered.
    setImmediate(() => {
      for (const entry of wanted) entry.settle(problem)
    })
    return
  }
  const middle = wanted.length >> 1
  await writeOrSplit(write, wanted.slice(0, middle))
  await writeOrSplit(write, wanted.slice(middle))
}

/**
 * Of a database error only the problem is kept: its text and parameters name visitors. A database that is away turns all of them away; it
 * was said once.
 */
async function failureOf(work: () => Promise<void>): Promise<ProblemError | undefined> {
  try {
    await work()
    return undefined
  } catch (error) {
    const problem = toProblem(error)
    return problem.code === 'unavailable' ? new TurnedAway() : problem
  }
}
