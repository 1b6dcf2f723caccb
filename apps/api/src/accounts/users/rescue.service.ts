import type { PasswordLink } from '@bantin/shared/users'
import type { Db } from '../../db/client.ts'
import { ProblemError } from '../../errors.ts'
import { operator } from '../../lib/acting-person.ts'
import { type Account, findAccountByEmail } from '../accounts.repository.ts'
import { disable } from './disable-user.service.ts'
import { takeSecondFactor } from './end-access.service.ts'
import { type OrderParts, orderLink } from './order-link.service.ts'
import { lockUser } from './require-user.ts'

/**
 * A link with which the person sets a password: for when nobody is left at the desk who could make one. Throws `not_found`, and
 * `conflict` for an account that is disabled.
 */
export async function orderLinkByEmail(db: Db, parts: OrderParts, email: string): Promise<PasswordLink> {
  const { id, passwordHash } = await requireAccountByEmail(db, email)
  return await orderLink(db, operator, parts, id, passwordHash === null ? 'invitation' : 'reset')
}

/** Takes a second factor away that was lost, and ends the sessions. Throws `not_found`, `conflict` when there is none. */
export async function takeSecondFactorByEmail(db: Db, email: string): Promise<void> {
  const { id } = await requireAccountByEmail(db, email)
  await db.transaction((tx) => takeSecondFactor(tx, operator, id))
}

/** From the next request on the person is nobody here; again is no error. Throws `not_found`, `last_administrator`. */
export async function disableByEmail(db: Db, email: string): Promise<void> {
  const { id } = await requireAccountByEmail(db, email)
  await db.transaction(async (tx) => {
    const target = await lockUser(tx, operator, 'users.change', id)
    if (target.state !== 'disabled') await disable(tx, operator, target)
  })
}

async function requireAccountByEmail(db: Db, email: string): Promise<Account> {
  const account = await findAccountByEmail(db, email)
  if (!account) throw new ProblemError('not_found', { detail: 'There is no user with this e-mail.' })
  return account
}
