import { parseArgs } from 'node:util'
import { runApp } from '../run.ts'
import type { Command } from './command.ts'

export const start: Command = {
  usage: 'start',
  summary: 'runs the application until it is told to end',
  run: async (args, { env }) => {
    parseArgs({ args, options: {} })
    // Ended here: it waits for nobody who does not read what it says.
    return process.exit(await runApp(env))
  },
}
