import { parseArgs } from 'node:util'
import { runApp } from '../run.ts'
import type { Command } from './command.ts'

export const start: Command = {
  usage: 'start',
  summary: 'runs the application until it is told to end',
  run: async (args, context) => {
    parseArgs({ args, options: {} })
    return runApp(context)
  },
}
