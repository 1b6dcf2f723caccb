import { loggableError } from './loggable-error.ts'

export interface Repetition {
  /** Resolves when nothing of it runs any more. */
  stop(): Promise<void>
}

interface Work {
  /** For the log: "… failed". */
  name: string
  /** Milliseconds from the beginning of one run to that of the next; a longer run delays it. */
  every: number
  run: () => Promise<unknown>
  log: (line: string) => void
}

/** Runs the work at once and then regularly, never twice at a time. A run that fails is one line in the log and comes again with the next. */
export function repeat({ name, every, run, log }: Work): Repetition & { first: Promise<void> } {
  const round = async (): Promise<void> => {
    try {
      await run()
    } catch (error) {
      log(`${name} failed: ${reasonOf(error)}`)
    }
  }
  const first = round()
  let running = first
  const timer = setInterval(() => {
    running = running.then(round)
  }, every)
  timer.unref()
  return {
    first,
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}

/** What went wrong, in one line without the values it went wrong with. */
export function reasonOf(error: unknown): string {
  const { message, cause } = loggableError(error)
  return cause?.message ?? message
}
