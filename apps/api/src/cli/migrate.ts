import { parseArgs } from 'node:util'
import { migrate as applyMigrations } from '../db/migrate.ts'
import type { Command } from './command.ts'
import { withServer } from './with-database.ts'

export const migrate: Command = {
  usage: 'migrate',
  summary: 'brings the database up to this version; `start` does it too',
  run: async (args, context) => {
    parseArgs({ args, options: {} })
    const applied = await withServer(context, ({ directUrl }) => applyMigrations(directUrl, { log: context.say }))
    if (applied.length === 0) context.say('The database is up to date.')
    return 0
  },
}
