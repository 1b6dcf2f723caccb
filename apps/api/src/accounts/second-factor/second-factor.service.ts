import type { PasswordConfirmation, RecoveryCodes, SecondFactorOffer, TurnOffInput } from '@bantin/shared/auth'
import { isAskedForSecondFactor } from '@bantin/shared/permissions'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import { findSite } from '../../db/find-site.ts'
import { ProblemError } from '../../errors.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import type { Secrets } from '../../lib/keys.ts'
import { seal, unseal } from '../../lib/seal.ts'
import { countingFailures } from '../auth/attempts.service.ts'
import { confirmPassword } from '../auth/confirm-password.ts'
import { lockAccount, requireAccount } from '../require-account.ts'
import { endSessionsOf } from '../sessions/sessions.repository.ts'
import { hashOfRecoveryCode, newRecoveryCodes } from './recovery-codes.ts'
import * as repository from './second-factor.repository.ts'
import { byOwnCode, sealOf } from './take-code.ts'
import { newSecret, offerOf, stepOf } from './totp.ts'

/**
 * A secret for the person's app, which counts once a code of it is confirmed; an earlier offer is forgotten. Throws
 * `confirmation_failed`, `too_many_requests`, `conflict` when the second factor is on.
 */
export async function offerSecondFactor(
  db: Db,
  secrets: Secrets,
  actor: ActingPerson,
  { password }: PasswordConfirmation,
): Promise<SecondFactorOffer> {
  const account = await requireAccount(db, actor)
  await confirmPassword(db, account, password, actor.address ?? '')
  const secret = newSecret()
  await db.transaction(async (tx) => {
    await lockAccount(tx, actor)
    const isStored = await repository.storeOffer(tx, account.id, seal(secret, sealOf(secrets, account.id)))
    if (!isStored) throw new ProblemError('conflict', { detail: 'The second factor is on already.' })
    await recordAudit(tx, actor, { action: 'user.offerSecondFactor', entity: 'user', entityId: account.id })
  })
  const { name: issuer } = await findSite(db)
  return offerOf(secret, { issuer, email: account.email })
}

/**
 * Turns the second factor on for whoever has a code of the offered secret, and ends the person's other sessions, which were opened
 * without one. Throws `confirmation_failed`, `too_many_requests`, `conflict` without an offer.
 */
export async function confirmSecondFactor(
  db: Db,
  secrets: Secrets,
  actor: ActingPerson,
  sessionId: string,
  typed: string,
): Promise<RecoveryCodes> {
  const { id } = await requireAccount(db, actor)
  const offer = await repository.findFactor(db, id)
  if (!offer || offer.isOn) throw new ProblemError('conflict', { detail: 'There is no offer that waits to be confirmed.' })
  return await countingFailures(db, { kind: 'own_code', account: id, address: actor.address ?? '' }, async () => {
    const secret = unseal(offer.secret, sealOf(secrets, id))
    const step = secret && stepOf(secret, typed, offer.now)
    if (step === undefined) throw new ProblemError('confirmation_failed')
    return await db.transaction(async (tx) => {
      // Who is just signing in without it holds the account, and is done before: that session ends too.
      await lockAccount(tx, actor)
      if (!(await repository.turnFactorOn(tx, id, offer.secret, step))) throw new ProblemError('conflict')
      await endSessionsOf(tx, id, 'second factor', sessionId)
      await recordAudit(tx, actor, { action: 'user.turnOnSecondFactor', entity: 'user', entityId: id })
      return await giveRecoveryCodes(tx, id)
    })
  })
}

/** New recovery codes; the old ones die. Throws `confirmation_failed`, `too_many_requests`, `conflict` while it is off. */
export async function renewRecoveryCodes(db: Db, secrets: Secrets, actor: ActingPerson, typed: string): Promise<RecoveryCodes> {
  const { id } = await requireAccount(db, actor)
  return await byOwnCode(db, secrets, actor, typed, async (tx) => {
    await recordAudit(tx, actor, { action: 'user.renewRecoveryCodes', entity: 'user', entityId: id })
    return await giveRecoveryCodes(tx, id)
  })
}

/**
 * Turns the second factor off and ends the trust in every device. Throws `confirmation_failed`, `too_many_requests`, `conflict` while it
 * is off, and while the site requires it of the person.
 */
export async function turnOffSecondFactor(db: Db, secrets: Secrets, actor: ActingPerson, { password, code }: TurnOffInput): Promise<void> {
  const account = await requireAccount(db, actor)
  await confirmPassword(db, account, password, actor.address ?? '')
  if ((await findSite(db)).secondFactorRequired && isAskedForSecondFactor(actor.grants)) {
    throw new ProblemError('conflict', { detail: 'The site requires a second factor of your role.' })
  }
  await byOwnCode(db, secrets, actor, code, async (tx) => {
    await repository.turnFactorOff(tx, account.id)
    await recordAudit(tx, actor, { action: 'user.turnOffSecondFactor', entity: 'user', entityId: account.id })
  })
}

async function giveRecoveryCodes(tx: Db, userId: string): Promise<RecoveryCodes> {
  const recoveryCodes = newRecoveryCodes()
  await repository.replaceRecoveryCodes(tx, userId, recoveryCodes.map(hashOfRecoveryCode))
  return { recoveryCodes }
}
