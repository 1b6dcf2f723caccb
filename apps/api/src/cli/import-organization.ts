import { parseArgs } from 'node:util'
import type { ImportedLine, OrganizationImport } from '@bantin/shared/organization-import'
import { type Table, tableLimits } from '@bantin/shared/tables'
import { importTables } from '../editorial/organization-import/organization-import.service.ts'
import { RefusedFile } from '../editorial/refused-file.ts'
import { readTable } from '../editorial/tables/read-table.ts'
import { operator } from '../lib/acting-person.ts'
import { StartError } from '../lib/start-error.ts'
import type { Command, CommandContext } from './command.ts'
import { readGivenFile } from './text-file.ts'
import { withDatabase } from './with-database.ts'

export const importOrganization: Command = {
  usage: 'import organization [--units FILE] [--people FILE] [--code-scheme NAME] [--dry-run]',
  summary:
    'brings in units (code, name, kind, code of the parent …) and people (name, unit, post, from …) from CSV or .xlsx files, known by their headings; --code-scheme is the list in which codes stand where the file does not say it; lines that cannot be taken are named with the reason and the others are taken; with --dry-run it only says what it would do',
  run: async (args, context) => {
    const { units, people, 'code-scheme': codeScheme, 'dry-run': dryRun = false } = readOptions(args)
    const input = {
      ...(units !== undefined && { units: await readFile(units) }),
      ...(people !== undefined && { people: await readFile(people) }),
      ...(codeScheme !== undefined && { codeScheme }),
    }
    const came = await withDatabase(context, ({ db }) => importTables(db, operator, input, dryRun))
    const refused = [report(context, units, came.units, dryRun), report(context, people, came.people, dryRun)]
    return refused.some((count) => count > 0) ? 1 : 0
  },
}

function readOptions(args: string[]) {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ args, options: { units: text, people: text, 'code-scheme': text, 'dry-run': { type: 'boolean' } } })
  if (values.units === undefined && values.people === undefined) throw new StartError(`Usage: bantin ${importOrganization.usage}`)
  return values
}

/** Throws StartError with the reason in words. */
async function readFile(file: string): Promise<Table> {
  const { length } = await readGivenFile(file)
  if (length > tableLimits.bytes) throw new StartError(`${file} has more than ${tableLimits.bytes} bytes.`)
  try {
    return await readTable({ path: file })
  } catch (error) {
    if (error instanceof RefusedFile) throw new StartError(`${file}: ${error.refusal.detail}`)
    throw error
  }
}

/** Says what became of the lines of a file. Answers how many are refused. */
function report(
  { say, complain }: CommandContext,
  file: string | undefined,
  came: OrganizationImport['units' | 'people'],
  dryRun: boolean,
): number {
  if (file === undefined || came === null) return 0
  const { created, changed, unchanged, refused } = came.counts
  for (const line of came.lines) if (line.outcome === 'refused') complain(`${file}, line ${line.line}: ${reasonsOf(line)}`)
  say(`${file}: ${created} created, ${changed} changed, ${unchanged} unchanged, ${refused} refused${dryRun ? '; nothing was kept' : ''}.`)
  return refused
}

function reasonsOf({ problems }: ImportedLine): string {
  return problems.map(({ field, message }) => (field === null ? message : `${field}: ${message}`)).join(' ')
}
