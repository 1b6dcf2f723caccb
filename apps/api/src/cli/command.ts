export interface CommandContext {
  env: Record<string, string | undefined>
  say: (line: string) => void
  complain: (line: string) => void
}

export interface Command {
  /** How it is called, after `bantin`. */
  usage: string
  /** What it does, for the list of commands. */
  summary: string
  /** Resolves with the exit code. What `parseArgs` and StartError say is shown as it is. */
  run: (args: string[], context: CommandContext) => Promise<number>
}
