import { flushCompileCache } from 'node:module'
import { readConfig } from './config.ts'
import { greeting } from './greeting.ts'
import { describeError } from './lib/describe-error.ts'
import { openLines } from './lib/lines.ts'
import { type RunningApp, startApp } from './start.ts'

type Environment = Record<string, string | undefined>

/** Runs the application until a signal, or until the process that started it is gone; resolves with the exit code. */
export async function runApp(env: Environment): Promise<number> {
  const [out, complaints] = [openLines(process.stdout), openLines(process.stderr)]
  const exitCode = await run(env, out.say, complaints.say)
  await Promise.all([out.settle(), complaints.settle()])
  return exitCode
}

type Say = (line: string) => void

async function run(env: Environment, say: Say, complain: Say): Promise<number> {
  const shutdown = new AbortController()
  let exitCode = 0
  const fail = (error: unknown): void => {
    exitCode = 1
    complain(describeError(error))
    shutdown.abort()
  }
  endOnSignals(shutdown, env.BANTIN_PARENT)
  process.on('uncaughtException', fail)
  const app = await start(env, say, shutdown.signal, fail)
  if (app) {
    // Else it would be kept at an orderly end alone, and until then in memory.
    flushCompileCache()
    say(greeting(app))
    await untilAborted(shutdown.signal)
    await app.stop().catch(fail)
  }
  return exitCode
}

async function start(env: Environment, say: Say, signal: AbortSignal, fail: (error: unknown) => void): Promise<RunningApp | undefined> {
  try {
    return await startApp(readConfig(env), { signal, log: say, onFatal: fail })
  } catch (error) {
    if (error !== signal.reason) fail(error)
    return undefined
  }
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
