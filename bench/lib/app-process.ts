import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { nodeEnvironment, nodeFlags } from '../../scripts/lib/node-settings.mjs'

export interface AppProcess {
  /** Where it serves: at 127.0.0.1. */
  url: string
  pid: number
  /** Milliseconds from its start until it said that it serves. */
  readyAfter: number
  stop(): Promise<void>
}

const main = fileURLToPath(new URL('../../apps/api/src/main.ts', import.meta.url))
/** The application as it is shipped, as a process of its own on a free port of this machine. */
export async function startApp(env: Record<string, string>): Promise<AppProcess> {
  const given = {
    ...nodeEnvironment,
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'error',
    BANTIN_PARENT: String(process.pid),
    ...env,
  }
  const begun = performance.now()
  const child = spawn(process.execPath, [...nodeFlags, main], {
    env: given,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await saidBy(child, /Site +(http\S+)\/\n/)
  const readyAfter = performance.now() - begun
  return { url: url.replace('localhost', '127.0.0.1'), pid: child.pid ?? 0, readyAfter, stop: () => end(child) }
}

/** What the process says of itself on its standard output, as the expression's first group has it. All else that it says is dropped. */
export async function saidBy(child: ChildProcess, expected: RegExp): Promise<string> {
  let said = ''
  return await new Promise((resolve, reject) => {
    // To the end: a program whose words nobody takes stands still.
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-10_000)
      const found = expected.exec(said)?.[1]
      if (found !== undefined) resolve(found)
    })
    child.once('exit', () => reject(new Error(`A program of the bench did not start: ${said}`)))
  })
}

/** Ends it, and waits for its end. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}
