import type { EditorialPerson, EditorialPersonCard, PeopleQuery } from '@bantin/shared/editorial-people'
import type { Db } from '../../db/client.ts'
import { ProblemError } from '../../errors.ts'
import type { Answer } from '../../guarded/call.ts'
import { type Page, readPage } from '../../guarded/read-page.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { type Cursors, listScope } from '../../lib/cursor.ts'
import { requireOrganizationReader } from '../organization-reader.ts'
import { findPeople, findPerson } from './people.repository.ts'

/** People by given name. Throws `forbidden`, `invalid_cursor`. */
export async function listPeople(db: Db, actor: ActingPerson, query: PeopleQuery, cursors: Cursors): Promise<Page<EditorialPersonCard>> {
  requireOrganizationReader(actor)
  const { q } = query
  return await readPage(
    { cursors, scope: listScope('editorial/people', { q }), query },
    (after, limit) => findPeople(db, q, after, limit),
    ({ sortKey, id }) => [sortKey, id],
  )
}

/** Throws `forbidden`, `not_found`. */
export async function readPerson(db: Db, actor: ActingPerson, id: string): Promise<Answer<EditorialPerson>> {
  requireOrganizationReader(actor)
  const person = await findPerson(db, id)
  if (!person) throw new ProblemError('not_found')
  return { status: 200, body: person, version: person.version }
}
