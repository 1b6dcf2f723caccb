import { parseArgs } from 'node:util'
import { openMediaStore } from '../adapters/open-media-store.ts'
import { fillDemo } from '../demo/fill-demo.ts'
import { accountsOf } from '../greeting.ts'
import { StartError } from '../lib/start-error.ts'
import type { Command } from './command.ts'
import { withDatabase } from './with-database.ts'

export const seed: Command = {
  usage: 'seed',
  summary: 'fills an empty database with the demo',
  run: async (args, context) => {
    parseArgs({ args, options: {} })
    const demo = await withDatabase(context, async ({ db }, config) => fillDemo({ db, mediaStore: await openMediaStore(config) }, config))
    if (!demo) throw new StartError('The database has content of its own: the demo is for an empty one.')
    context.say(accountsOf(demo))
    return 0
  },
}
