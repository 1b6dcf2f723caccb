import { inspect } from 'node:util'
import { readConfig } from './config.ts'
import { greeting } from './greeting.ts'
import { StartError } from './lib/start-error.ts'
import { type RunningApp, startApp } from './start.ts'

export interface RunContext {
  env: Record<string, string | undefined>
  say: (line: string) => void
  complain: (line: string) => void
}

/** Runs the application until a signal, or until the process that started it is gone; resolves with the exit code. */
export async function runApp({ env, say, complain }: RunContext): Promise<number> {
  const shutdown = new AbortController()
  let exitCode = 0
  const fail = (error: unknown): void => {
    exitCode = 1
    complain(describe(error))
    shutdown.abort()
  }
  endOnSignals(shutdown, env.BANTIN_PARENT)
  process.on('uncaughtException', fail)
  surviveReaders()
  const app = await start({ env, say, complain }, shutdown.signal, fail)
  if (app) {
    say(greeting(app))
    await untilAborted(shutdown.signal)
    await app.stop().catch(fail)
  }
  return exitCode
}

async function start({ env, say }: RunContext, signal: AbortSignal, fail: (error: unknown) => void): Promise<RunningApp | undefined> {
  try {
    return await startApp(readConfig(env), { signal, log: say, onFatal: fail })
  } catch (error) {
    if (error !== signal.reason) fail(error)
    return undefined
  }
}

/** A StartError is one line for people; anything else is ours to mend and keeps its stack and its causes. */
export function describe(error: unknown): string {
  if (error instanceof StartError) return error.message
  return inspect(error)
}

/** Whoever read what it says may go away, as `npm start | head` does; that is no reason to stop serving. */
function surviveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
}

/** The first signal ends the app; later ones find it ending. */
function endOnSignals(shutdown: AbortController, parent: string | undefined): void {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => shutdown.abort())
  if (parent === undefined) return
  const watch = setInterval(() => {
    if (process.ppid !== Number(parent)) shutdown.abort()
  }, 1_000)
  watch.unref()
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
