import { parseArgs } from 'node:util'
import { operator } from '../lib/acting-person.ts'
import { beginEpoch } from '../publication/begin-epoch.ts'
import type { Command } from './command.ts'
import { withDatabase } from './with-database.ts'

export const restored: Command = {
  usage: 'restored',
  summary:
    'to be run once after the database was put back to an older copy, before anybody publishes: begins a new epoch of the change feed, so that portals and caches take nothing older for newer',
  run: async (args, context) => {
    parseArgs({ args, options: {} })
    const { epoch, restoredTo } = await withDatabase(context, ({ db }) => beginEpoch(db, operator))
    context.say(`Epoch ${epoch} of the change feed begins behind entry ${restoredTo}: portals with older cursors go on from there.`)
    return 0
  },
}
