import type { EditorialUnit, EditorialUnitCard, EditorialUnitsQuery } from '@bantin/shared/editorial-units'
import type { Db } from '../../db/client.ts'
import { ProblemError } from '../../errors.ts'
import type { Answer } from '../../guarded/call.ts'
import { type Page, readPage } from '../../guarded/read-page.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { type Cursors, listScope } from '../../lib/cursor.ts'
import { requireOrganizationReader } from '../organization-reader.ts'
import { findUnit, findUnits } from './units.repository.ts'

/** Units by name. Throws `forbidden`, `invalid_cursor`. */
export async function listUnits(
  db: Db,
  actor: ActingPerson,
  query: EditorialUnitsQuery,
  cursors: Cursors,
): Promise<Page<EditorialUnitCard>> {
  requireOrganizationReader(actor)
  const { limit: _, cursor: __, ...filters } = query
  return await readPage(
    { cursors, scope: listScope('editorial/units', filters), query },
    (after, limit) => findUnits(db, filters, after, limit),
    ({ name, id }) => [name, id],
  )
}

/** Throws `forbidden`, `not_found`. */
export async function readUnit(db: Db, actor: ActingPerson, id: string): Promise<Answer<EditorialUnit>> {
  requireOrganizationReader(actor)
  const unit = await findUnit(db, id)
  if (!unit) throw new ProblemError('not_found')
  return { status: 200, body: unit, version: unit.version }
}
