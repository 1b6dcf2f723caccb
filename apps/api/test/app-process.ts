import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, inject, onTestFinished } from 'vitest'
import { clusterUrl, ensureCluster } from '../src/db/embedded-cluster.ts'
import { findPostmaster } from '../src/db/embedded-postmaster.ts'
// What the run provides.
import type {} from './global-setup.ts'
import { temporaryFolder } from './temporary-folder.ts'

export interface AppProcess {
  pid: number
  /** Everything said so far. */
  output: { stdout: string; stderr: string }
  /** Where it serves, once it does, or '' of a worker; rejects with what it said when it ends before. */
  ready: Promise<string>
  exited: Promise<number | NodeJS.Signals>
  kill(signal: NodeJS.Signals): void
  /** Closes the other ends of its standard output and error. */
  stopReading(): void
  /** Keeps them open, and takes nothing out of them any more. */
  pauseReading(): void
}

/** A data folder of the test's own; a database server that is left on it is ended after the test, when its apps are. */
export function dataFolder(): string {
  const dataDir = join(temporaryFolder(), 'var')
  onTestFinished(async () => {
    for (const { pid } of processesNaming(dataDir)) process.kill(pid, 'SIGQUIT')
    await expect.poll(() => processesNaming(dataDir), { interval: 200 }).toEqual([])
  })
  return dataDir
}

/** Likewise, with a database that was made and migrated before: for what does not depend on a first start, which is the longest one. */
export function usedDataFolder(): string {
  const dataDir = dataFolder()
  const folder = join(dataDir, 'postgres')
  cpSync(inject('restingDatabase'), folder, { recursive: true })
  // Not copied, and PostgreSQL insists on it.
  for (const own of [folder, join(folder, 'data')]) chmodSync(own, 0o700)
  return dataDir
}

/** The app as a process of its own, in the data folder given; it is killed after the test if it still runs. */
export function runAppProcess(dataDir: string, env: Record<string, string> = {}): AppProcess {
  return runProcess('main.ts', [], dataDir, env)
}

/** `bantin` with the arguments given, likewise. */
export function runCommandProcess(dataDir: string, ...args: string[]): AppProcess {
  return runProcess('cli.ts', args, dataDir, {})
}

function runProcess(script: string, args: string[], dataDir: string, env: Record<string, string>): AppProcess {
  const file = fileURLToPath(new URL(`../src/${script}`, import.meta.url))
  // Half of a start is reading code, the same each time.
  const ofTests = { NODE_COMPILE_CACHE: inject('compiledCode'), BANTIN_PARENT: String(process.pid) }
  const child = spawn(process.execPath, [file, ...args], {
    env: { PORT: '0', HOST: '127.0.0.1', DEMO: 'off', LOG_LEVEL: 'error', ...ofTests, ...env, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = { stdout: '', stderr: '' }
  const exited = once(child, 'exit').then(async ([code, signal]) => {
    // What it said last may arrive after it has ended; what nobody reads does not.
    await Promise.all([child.stdout, child.stderr].map((said) => said.closed || said.isPaused() || once(said, 'close')))
    return code ?? signal
  })
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (text) => {
      output.stdout += text
      const url = /Site +(http\S+)\/\n/.exec(output.stdout)?.[1]
      if (url) resolve(url)
      if (output.stdout.includes('works in the background')) resolve('')
    })
    exited.then(() => reject(new Error(`It ended: ${output.stderr}`)))
  })
  ready.catch(() => undefined)
  child.stderr.on('data', (text) => {
    output.stderr += text
  })
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await exited
  })
  const stopReading = (): void => {
    child.stdout.destroy()
    child.stderr.destroy()
  }
  const pauseReading = (): void => {
    child.stdout.pause()
    child.stderr.pause()
  }
  return { pid: child.pid ?? 0, output, ready, exited, kill: (signal) => child.kill(signal), stopReading, pauseReading }
}

/** Processes whose command line names the folder: the database servers that run on it. */
export function processesNaming(folder: string): { pid: number; command: string }[] {
  return commandLines().filter(({ pid, command }) => pid !== process.pid && command.includes(folder))
}

/** The live database server of the folder. */
export async function runningServer(dataDir: string): Promise<{ pid: number; url: string }> {
  const cluster = await ensureCluster(dataDir, true)
  const postmaster = await findPostmaster(cluster)
  if (!postmaster?.port) throw new Error(`No server runs on ${dataDir}.`)
  return { pid: postmaster.pid, url: clusterUrl(cluster, postmaster.port, 'bantin') }
}

export function isPostmasterFileLeft(dataDir: string): boolean {
  return existsSync(join(dataDir, 'postgres', 'data', 'postmaster.pid'))
}

function commandLines(): { pid: number; command: string }[] {
  if (process.platform !== 'linux') {
    const lines = execFileSync('ps', ['-A', '-o', 'pid=,args='], { encoding: 'utf8' }).split('\n')
    return lines.map((line) => ({ pid: Number.parseInt(line, 10), command: line }))
  }
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.map((pid) => ({ pid: Number(pid), command: readCommand(pid) }))
}

function readCommand(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}
