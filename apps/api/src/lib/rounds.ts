import { type Repetition, reasonOf } from './repeat.ts'

const everySecond = 1000

interface Told {
  /** For the log, before the reason why a round failed. */
  name: string
  log: (line: string) => void
}

/**
 * Runs rounds, one after the other: at once, then every second, and sooner whenever `lookAgain` was called meanwhile. A round that fails is a
 * line in the log, and the next one comes.
 */
export function runRounds({ name, log }: Told, round: (lookAgain: () => void) => Promise<void>): Repetition {
  let isStopping = false
  let isAskedAgain = false
  let wake: () => void = () => undefined
  const lookAgain = (): void => {
    isAskedAgain = true
    wake()
  }
  const rest = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, everySecond)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  async function run(): Promise<void> {
    while (!isStopping) {
      isAskedAgain = false
      await round(lookAgain).catch((error: unknown) => {
        isAskedAgain = false
        log(`${name}: ${reasonOf(error)}`)
      })
      if (!isAskedAgain && !isStopping) await rest()
    }
  }
  const running = run()
  return {
    async stop() {
      isStopping = true
      wake()
      await running
    },
  }
}
