import { readableUserScope } from '@bantin/shared/permission-scopes'
import { type Actor, canOverUser } from '@bantin/shared/permissions'
import type { User, UserCard, UsersQuery } from '@bantin/shared/users'
import type { Db } from '../../db/client.ts'
import { findSite } from '../../db/find-site.ts'
import { ProblemError } from '../../errors.ts'
import type { Answer } from '../../guarded/call.ts'
import { type Page, readPage } from '../../guarded/read-page.ts'
import { type Cursors, listScope } from '../../lib/cursor.ts'
import { findGrants } from './grants.repository.ts'
import { pathsOf, requireUser } from './require-user.ts'
import { findUser, findUsers } from './show-users.repository.ts'

/** The users whom the actor may see, by name. Throws `forbidden` when he may see nobody, whoever there is; `invalid_cursor`. */
export async function listUsers(db: Db, actor: Actor, query: UsersQuery, cursors: Cursors): Promise<Page<UserCard>> {
  if (readableUserScope(actor).length === 0) throw new ProblemError('forbidden')
  const { cursor: _cursor, limit: _limit, ...filters } = query
  const site = await findSite(db)
  return await readPage(
    { cursors, scope: listScope('editorial/users', filters), query },
    (after, limit) => findUsers(db, { site, actor, filters, after, limit }),
    ({ name, id }) => [name, id],
  )
}

/** Throws `not_found`. */
export async function readUser(db: Db, actor: Actor, id: string): Promise<Answer<User>> {
  await requireUser(db, actor, 'users.read', id)
  return await answerWithUser(db, actor, id)
}

/** The user as he is now, for whoever may see him, or just changed him. */
export async function answerWithUser(db: Db, actor: Actor, id: string): Promise<Answer<User>> {
  const body = await showUser(db, actor, id)
  return { status: 200, body, version: body.version }
}

/** The same as a part of another answer. */
export async function showUser(db: Db, actor: Actor, id: string): Promise<User> {
  const { id: siteId } = await findSite(db)
  const user = await findUser(db, siteId, id)
  if (!user) throw new ProblemError('not_found')
  const paths = await pathsOf(db, await findGrants(db, id))
  return { ...user, mayChange: canOverUser(actor, 'users.change', paths) }
}
