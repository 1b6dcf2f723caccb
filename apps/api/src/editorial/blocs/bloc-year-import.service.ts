import type { EmulationImport, EmulationRow, EmulationTable } from '@bantin/shared/editorial-emulation'
import type { FieldError } from '@bantin/shared/errors'
import type { Db } from '../../db/client.ts'
import { fieldProblem } from '../../errors.ts'
import type { Answer, GuardedCall } from '../../guarded/call.ts'
import { changeOrganization } from '../../publication/change-organization.ts'
import { answerOnce } from '../answer-once.service.ts'
import { findCalledMembers } from './bloc-years.repository.ts'
import { keepYear, rankByFinal, readForChange } from './bloc-years.service.ts'
import { readEmulationRows } from './read-emulation-rows.ts'

/**
 * Puts the rows of a table in the place of a year's results; with `dryRun` it answers what it would take each row for, and does nothing. Throws
 * `forbidden`, `not_found`, `version_required`, `version_stale`, and, unless it is only tried, `invalid_request` with every row that cannot be
 * taken.
 */
export async function importYear(
  db: Db,
  call: GuardedCall,
  { blocId, year }: { blocId: string; year: number },
  table: EmulationTable,
  dryRun: boolean,
): Promise<Answer<EmulationImport>> {
  if (dryRun) {
    const kept = await readForChange(db, call, blocId, year)
    const rows = await understand(db, kept, table)
    return { status: 200, body: { taken: false, rows, missing: missingOf(kept, rows), year: kept }, version: kept.version }
  }
  return await answerOnce(db, call, (tx) =>
    changeOrganization(tx, async () => {
      const kept = await readForChange(tx, call, blocId, year)
      const rows = await understand(tx, kept, table)
      const { status = kept.status, legalBasis = kept.legalBasis } = table
      const { answer, shown } = await keepYear(tx, call.actor, kept, { status, legalBasis, results: resultsOf(rows) })
      const body = { taken: true, rows, missing: missingOf(kept, rows), year: answer.body }
      return { answer: { ...answer, body }, shown }
    }),
  )
}

type Kept = EmulationImport['year']

async function understand(db: Db, { blocId, year }: Kept, table: EmulationTable): Promise<EmulationRow[]> {
  const rows = readEmulationRows(table, await findCalledMembers(db, blocId, year))
  const { ranking = table.mapping.rank === undefined ? 'final' : 'given' } = table
  return ranking === 'final' ? rankByFinal(rows) : rows
}

/** Throws `invalid_request` for rows with problems. */
function resultsOf(rows: EmulationRow[]) {
  const faults = rows.flatMap(({ line, problems }, i) =>
    problems.map(({ code, message }): FieldError => ({ in: 'body', pointer: `/rows/${i}`, code, message: `Line ${line}: ${message}` })),
  )
  if (faults.length > 0) throw fieldProblem('invalid_request', ...faults)
  return rows.flatMap(({ unitId, self, bloc, final, rank, note }) =>
    unitId === null ? [] : [{ unitId, ...{ self, bloc, final, rank, note } }],
  )
}

function missingOf({ members }: Kept, rows: EmulationRow[]) {
  const found = new Set(rows.map(({ unitId }) => unitId))
  return members.filter(({ unitId }) => !found.has(unitId))
}
