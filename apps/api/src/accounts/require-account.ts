import type { Actor } from '@bantin/shared/permissions'
import type { Db } from '../db/client.ts'
import { ProblemError } from '../errors.ts'
import { type Account, findOwnAccount, lockOwnAccount } from './accounts.repository.ts'

type Asking = Pick<Actor, 'userId'>

/** The account of whoever asks. Throws `unauthorized` when it was disabled since he came in. */
export async function requireAccount(db: Db, { userId }: Asking): Promise<Account> {
  return present(userId === null ? undefined : await findOwnAccount(db, userId))
}

/** Likewise, locked for the transaction: for what he does to it. */
export async function lockAccount(tx: Db, { userId }: Asking): Promise<Account> {
  return present(userId === null ? undefined : await lockOwnAccount(tx, userId))
}

function present(account: Account | undefined): Account {
  if (!account) throw new ProblemError('unauthorized')
  return account
}
