import { parseArgs } from 'node:util'
import { importDays } from '../analytics/imported-days/import-days.ts'
import { readDays } from '../analytics/imported-days/read-days.ts'
import { findSite } from '../db/find-site.ts'
import { operator } from '../lib/acting-person.ts'
import { StartError } from '../lib/start-error.ts'
import type { Command } from './command.ts'
import { decodeText, readGivenFile } from './text-file.ts'
import { withDatabase } from './with-database.ts'

export const analyticsImport: Command = {
  usage: 'analytics import FILE',
  summary:
    'takes over what an older system counted each day before this site counted by itself: a CSV file with a line day,visits or day,visits,views for each day, as 2024-12-31 or 31/12/2024; a file with a line that cannot be taken is refused as a whole',
  run: async (args, { complain, ...context }) => {
    const given = readDays(decodeText(await readGivenFile(readFileName(args))))
    const lines = given.days.length + given.refused.length
    if (lines === 0) throw new StartError('The file has no days: it needs a line day,visits or day,visits,views for each.')
    const { imported, startingVisits } = await withDatabase({ ...context, complain }, async ({ db }) => {
      const { id, settings } = await findSite(db)
      return { imported: await importDays(db, id, given, operator), startingVisits: settings.startingVisits ?? 0 }
    })
    for (const { line, why } of imported.refused) complain(`Line ${line}: ${why}.`)
    if (imported.refused.length > 0) {
      complain(`Nothing was imported: ${imported.refused.length} of ${lines} lines cannot be taken.`)
      return 1
    }
    const visits = given.days.reduce((sum, day) => sum + day.visits, 0)
    context.say(`Days with ${visits} visits: ${imported.changed} new or changed, ${lines - imported.changed} as they were.`)
    if (startingVisits > 0) context.say(`The public counter adds the starting total of ${startingVisits} visits to those of all days.`)
    return 0
  },
}

function readFileName(args: string[]): string {
  const [file, ...rest] = parseArgs({ args, allowPositionals: true, options: {} }).positionals
  if (file === undefined || rest.length > 0) throw new StartError(`Usage: bantin ${analyticsImport.usage}`)
  return file
}
