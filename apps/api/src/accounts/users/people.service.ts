import { readableUserScope } from '@bantin/shared/permission-scopes'
import { type Actor, canOverUser } from '@bantin/shared/permissions'
import type { User, UserCard, UsersQuery } from '@bantin/shared/users'
import type { Db } from '../../db/client.ts'
import { findSite } from '../../db/find-site.ts'
import { ProblemError } from '../../errors.ts'
import type { Answer } from '../../guarded/call.ts'
import { type Page, readPage } from '../../guarded/read-page.ts'
import { type Cursors, listScope } from '../../lib/cursor.ts'
import { findPeople, findPerson } from './people.repository.ts'
import { pathsOf, requireUser } from './require-user.ts'
import { findGrants } from './targets.repository.ts'

/** The people whom the actor may see, by name. Throws `forbidden` when he may see nobody, whoever there is; `invalid_cursor`. */
export async function listPeople(db: Db, actor: Actor, query: UsersQuery, cursors: Cursors): Promise<Page<UserCard>> {
  if (readableUserScope(actor).length === 0) throw new ProblemError('forbidden')
  const { cursor: _cursor, limit: _limit, ...filters } = query
  const site = await findSite(db)
  return await readPage(
    { cursors, scope: listScope('editorial/users', filters), query },
    (after, limit) => findPeople(db, { site, actor, filters, after, limit }),
    ({ name, id }) => [name, id],
  )
}

/** Throws `not_found`. */
export async function readPerson(db: Db, actor: Actor, id: string): Promise<Answer<User>> {
  await requireUser(db, actor, 'users.read', id)
  return await answerWithPerson(db, actor, id)
}

/** The person as he is now, for whoever may see him, or just changed him. */
export async function answerWithPerson(db: Db, actor: Actor, id: string): Promise<Answer<User>> {
  const body = await showPerson(db, actor, id)
  return { status: 200, body, version: body.version }
}

/** The same as a part of another answer. */
export async function showPerson(db: Db, actor: Actor, id: string): Promise<User> {
  const { id: siteId } = await findSite(db)
  const person = await findPerson(db, siteId, id)
  if (!person) throw new ProblemError('not_found')
  const paths = await pathsOf(db, await findGrants(db, id))
  return { ...person, mayChange: canOverUser(actor, 'users.change', paths) }
}
