import type { Me } from '@bantin/shared/auth'
import { type Actor, isAskedForSecondFactor } from '@bantin/shared/permissions'
import type { Db } from '../../db/client.ts'
import { ProblemError } from '../../errors.ts'
import { findMe } from './users.repository.ts'

/** The person who asks. Throws `unauthorized` when he is gone meanwhile. */
export async function readMe(db: Db, actor: Pick<Actor, 'userId'>): Promise<Me> {
  const me = actor.userId === null ? undefined : await findMe(db, actor.userId)
  if (!me) throw new ProblemError('unauthorized')
  const { hasSecondFactor, recoveryCodes, siteAsksSecondFactor, ...rest } = me
  const isRequired = siteAsksSecondFactor && isAskedForSecondFactor(me.grants)
  return { ...rest, secondFactor: { isOn: hasSecondFactor, isRequired, recoveryCodes } }
}
