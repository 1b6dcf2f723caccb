import type { RunContext } from '../run.ts'

export interface Command {
  /** How it is called, after `bantin`. */
  usage: string
  /** What it does, for the list of commands. */
  summary: string
  /** Resolves with the exit code. What `parseArgs` and StartError say is shown as it is. */
  run: (args: string[], context: RunContext) => Promise<number>
}
