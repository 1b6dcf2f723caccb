import { EventEmitter } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { type CronItem, Logger, parseCronItems, type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import { reasonOf } from '../lib/repeat.ts'
import { beginLife, giveBack, type Life, type openQueuePool } from './job-lives.repository.ts'

/** A handler for each job by its name, as the queue calls it: with whatever was put into the database. */
export type Tasks = Record<string, (payload: never, attempt: { isLast: boolean }) => Promise<void>>

export interface Queue {
  pool: ReturnType<typeof openQueuePool>
  tasks: Tasks
  crons: CronItem[]
  /** How many jobs run at a time. */
  atOnce: number
  log: (line: string) => void
  /** How long running jobs may take to finish after the signal, in milliseconds. */
  patience: number
  /** That it is to stop. */
  signal: AbortSignal
  /** The database knows a worker, which may take jobs now; again after the connection was broken. */
  onKnown: () => void
  onLost: (error: unknown) => void
}

interface Worker {
  id: string
  life: Life
}

const pollInterval = 2000

/** One worker, from its beginning to the signal. Throws when it cannot begin, and when it ends before. */
export async function runWorker(queue: Queue): Promise<void> {
  const { pool, tasks, log, crons, atOnce, onKnown, onLost } = queue
  const events: WorkerEvents = new EventEmitter()
  let worker: Worker | undefined
  events.on('pool:create', ({ workerPool: { id } }) => {
    worker = { id, life: beginLife(pool, id, { onKnown, onLost }) }
  })
  try {
    const runner = await run({
      pgPool: pool,
      taskList: loggedTasks(tasks, log),
      parsedCronItems: parseCronItems(crons),
      concurrency: atOnce,
      pollInterval,
      noHandleSignals: true,
      events,
      logger: silent,
      // Asked before each job: none is taken by a worker that others would think dead.
      forbiddenFlags: async () => {
        await worker?.life.isKnown()
        return null
      },
      // In batches, though of one: alone, a job that cannot be finished is a rejection that nobody handles.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    })
    await endWith(runner, queue)
  } finally {
    if (worker) await endLife(worker, queue)
  }
}

// What the library says quotes jobs whole. What went wrong, the tasks and the connection say themselves.
const silent = new Logger(() => () => undefined)

/** Resolves when all is finished after the signal, or patience is at an end. Throws when the runner ends by itself. */
async function endWith(runner: Runner, { signal, patience }: Queue): Promise<void> {
  const ended = runner.promise.then(() => {
    if (!signal.aborted) throw new Error('The worker has ended.')
  })
  ended.catch(() => undefined)
  await Promise.race([ended, untilAborted(signal)])
  const stopped = runner.stop().then(() => ended)
  await Promise.race([stopped, pause(patience)]).catch(() => undefined)
}

/** What it could not finish is given back; where even that fails, the others see that it lives no more. */
async function endLife({ id, life }: Worker, { pool, signal }: Queue): Promise<void> {
  if (signal.aborted) await Promise.race([giveBack(pool, id), pause(1000)]).catch(() => undefined)
  await life.end()
}

/** What a task fails with is kept beside its job too, and may quote what it failed with. */
function loggedTasks(tasks: Tasks, log: (line: string) => void): TaskList {
  const logged = Object.entries(tasks).map(([name, task]): [string, TaskList[string]] => [
    name,
    async (payload: unknown, { job }) => {
      try {
        await task(payload as never, { isLast: job.attempts >= job.max_attempts })
      } catch (error) {
        const reason = reasonOf(error)
        log(`The job ${name} failed, try ${job.attempts} of ${job.max_attempts}: ${reason}`)
        throw new Error(reason)
      }
    },
  ])
  return Object.fromEntries(logged)
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
