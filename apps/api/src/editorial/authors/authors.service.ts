import type { EditorialAuthor, EditorialAuthorCard, EditorialAuthorsQuery } from '@bantin/shared/editorial-authors'
import type { Db } from '../../db/client.ts'
import { ProblemError } from '../../errors.ts'
import type { Answer } from '../../guarded/call.ts'
import { type Page, readPage } from '../../guarded/read-page.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { type Cursors, listScope } from '../../lib/cursor.ts'
import { requireOrganizationReader } from '../organization-reader.ts'
import { findAuthor, findAuthors } from './authors.repository.ts'

/** Authors by name. Throws `forbidden`, `invalid_cursor`. */
export async function listAuthors(
  db: Db,
  actor: ActingPerson,
  query: EditorialAuthorsQuery,
  cursors: Cursors,
): Promise<Page<EditorialAuthorCard>> {
  requireOrganizationReader(actor)
  const { q } = query
  return await readPage(
    { cursors, scope: listScope('editorial/authors', { q }), query },
    (after, limit) => findAuthors(db, q, after, limit),
    ({ name, id }) => [name, id],
  )
}

/** Throws `forbidden`, `not_found`. */
export async function readAuthor(db: Db, actor: ActingPerson, id: string): Promise<Answer<EditorialAuthor>> {
  requireOrganizationReader(actor)
  const author = await findAuthor(db, id)
  if (!author) throw new ProblemError('not_found')
  return { status: 200, body: author, version: author.version }
}
