import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { end, saidBy } from './app-process.ts'

/** What is sent for a path, after its statements, if there are any, were asked of PostgreSQL. */
export interface BareAnswer {
  path: string
  type: string
  bytes: string
  statements: { name: string; text: string; values: unknown[] }[]
}

/** What a bare server answers, besides `{"hello":"world"}` at `/hello`. */
export interface BareServer {
  answers: BareAnswer[]
  /** For the statements. */
  databaseUrl?: string
  /** Pages rendered anew each time by `preparePage` of the module, from what `api` answers at the start. */
  pages: { path: string; module: string; api: string; template: string }[]
}

export interface RunningBare {
  url: string
  pid: number
  stop(): Promise<void>
}

const program = fileURLToPath(new URL('../programs/bare.ts', import.meta.url))
let started = 0

/** A process of its own, as the application is one; what it is told goes through a file in the folder. */
export async function startBare(folder: string, told: Partial<BareServer>): Promise<RunningBare> {
  const file = join(folder, `bare-${++started}.json`)
  writeFileSync(file, JSON.stringify({ answers: [], pages: [], ...told }))
  const child = spawn(process.execPath, ['--max-semi-space-size=8', program, file], {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return { url: await saidBy(child, /Listens at (\S+)\n/), pid: child.pid ?? 0, stop: () => end(child) }
}
