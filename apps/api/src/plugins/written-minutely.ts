import fastifyPlugin from 'fastify-plugin'
import { type Repetition, reasonOf, repeat } from '../lib/repeat.ts'

/** What is counted in memory by this process. */
interface Counts {
  /** Writes what was counted. Rejects when that cannot be written. */
  flush(): Promise<void>
  /** The work of a minute. */
  keepUp(): Promise<void>
}

/** Writes counts once a minute from when the app listens until it ends; `what` they are of is for the log. Only built, nothing runs. */
export function writtenMinutely(what: string, counts: Counts) {
  return fastifyPlugin(async (app) => {
    const log = (line: string) => app.log.warn(line)
    let minutely: Repetition | undefined
    app.addHook('onListen', async () => {
      minutely = repeat({ name: `Counting ${what}`, every: 60_000, run: counts.keepUp, log })
    })
    app.addHook('onClose', async () => {
      await minutely?.stop()
      await counts.flush().catch((error: unknown) => log(`Not counted were the last of ${what}: ${reasonOf(error)}`))
    })
  })
}
