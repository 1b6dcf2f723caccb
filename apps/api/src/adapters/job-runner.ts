import { setTimeout as pause } from 'node:timers/promises'
import type { CronItem } from 'graphile-worker'
import { type Repetition, reasonOf, repeat } from '../lib/repeat.ts'
import { openQueuePool, takeBackFromDead } from './job-lives.repository.ts'
import { type Queue, runWorker, type Tasks } from './job-worker.ts'

interface Options {
  /** Not through a pooler, which carries neither LISTEN nor locks. */
  directUrl: string
  tasks: Tasks
  /** Jobs that the clock adds, once for all processes together. */
  crons?: CronItem[]
  atOnce?: number
  log: (line: string) => void
  patience?: number
}

const everyMinute = 60_000
const betweenTries = 2000

/**
 * Runs those jobs of the queue that it has tasks for, two at a time, until it is stopped; in every process, each job in one of them. A job that fails is a line in
 * the log and comes again, later each time. So it does within a minute when its process was killed: it is done at least once.
 * A database that is lost is one line; when it is there again, so is this.
 */
export function startJobRunner({ directUrl, tasks, crons = [], atOnce = 2, log, patience = 4000 }: Options): Repetition {
  const pool = openQueuePool(directUrl, atOnce)
  const stopping = new AbortController()
  const { signal } = stopping
  const teller = tellOnce(log)
  // One after the other: of two at once the second would still see what the first has just taken back, and say it again.
  let swept = Promise.resolve()
  const sweep = (): Promise<void> => {
    swept = swept
      .then(() => takeBack(pool, log))
      .then(teller.mended, (error: unknown) => {
        if (!signal.aborted) teller.broke(error)
      })
    return swept
  }
  const running = keepRunning({ pool, tasks, crons, atOnce, log, patience, signal, onKnown: () => void sweep(), onLost: teller.broke })
  const sweeping = repeat({ name: 'Taking back the jobs of dead workers', every: everyMinute, run: sweep, log })
  return {
    async stop() {
      stopping.abort()
      await Promise.all([running, sweeping.stop()])
      if (!pool.ending) await Promise.race([pool.end(), pause(1000)])
    },
  }
}

async function keepRunning(queue: Queue): Promise<void> {
  const { signal, onLost } = queue
  while (!signal.aborted) {
    await runWorker(queue).catch((error: unknown) => signal.aborted || onLost(error))
    await pause(betweenTries, undefined, { signal }).catch(() => undefined)
  }
}

async function takeBack(pool: Queue['pool'], log: (line: string) => void): Promise<void> {
  const dead = await takeBackFromDead(pool)
  if (dead > 0) log(`Took back the jobs of ${dead === 1 ? 'a worker' : `${dead} workers`} that ended without a word.`)
}

/** That it does not work is said once, until it does. */
function tellOnce(log: (line: string) => void) {
  let isToldOf = false
  return {
    broke: (error: unknown): void => {
      if (!isToldOf) log(`The job queue does not work, and tries again: ${reasonOf(error)}`)
      isToldOf = true
    },
    mended: (): void => {
      isToldOf = false
    },
  }
}
