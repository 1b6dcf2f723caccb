import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished } from 'vitest'

export interface AppProcess {
  pid: number
  /** Everything said so far. */
  output: { stdout: string; stderr: string }
  /** Where it serves, once it does; rejects with what it said when it ends before. */
  ready: Promise<string>
  exited: Promise<number | NodeJS.Signals>
  kill(signal: NodeJS.Signals): void
}

/** The app as a process of its own, in the data folder given; whatever is left of it is killed after the test. */
export function runAppProcess(dataDir: string, env: Record<string, string> = {}): AppProcess {
  const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))
  const child = spawn(process.execPath, [main], {
    env: { PORT: '0', HOST: '127.0.0.1', DEMO: 'off', LOG_LEVEL: 'error', ...env, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = { stdout: '', stderr: '' }
  const exited = once(child, 'exit').then(([code, signal]) => code ?? signal)
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (text) => {
      output.stdout += text
      const url = /Site +(http\S+)\/\n/.exec(output.stdout)?.[1]
      if (url) resolve(url)
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
    for (const { pid } of processesNaming(dataDir)) process.kill(pid, 'SIGQUIT')
    await expect.poll(() => processesNaming(dataDir)).toEqual([])
  })
  return { pid: child.pid ?? 0, output, ready, exited, kill: (signal) => child.kill(signal) }
}

/** Processes whose command line names the folder: the database servers that run on it. */
export function processesNaming(folder: string): { pid: number; command: string }[] {
  return commandLines().filter(({ pid, command }) => pid !== process.pid && command.includes(folder))
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
