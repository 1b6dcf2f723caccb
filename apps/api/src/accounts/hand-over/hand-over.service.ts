import type { HandOverInput, HandOverResult, HandOverSheet } from '@bantin/shared/hand-over'
import type { Actor } from '@bantin/shared/permissions'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import { findSite } from '../../db/find-site.ts'
import { ProblemError } from '../../errors.ts'
import type { Answer, GuardedCall } from '../../guarded/call.ts'
import { requireRowVersion } from '../../guarded/row-version.ts'
import { handOverArticles, readUnderWay } from '../../publication/hand-over.ts'
import { changeAccount } from '../accounts.repository.ts'
import { disable } from '../users/disable-user.service.ts'
import { findGrants } from '../users/grants.repository.ts'
import { requireUser, type Target } from '../users/require-user.ts'
import { findUser } from '../users/show-users.repository.ts'
import { lockUsers } from '../users/targets.repository.ts'
import { findSuccessors } from './hand-over.repository.ts'
import { findClients } from './hand-over-clients.repository.ts'
import { handOverClients } from './hand-over-clients.ts'
import { handOverGrants } from './hand-over-grants.ts'
import { requireSuccessor, type Successor } from './require-successor.ts'

/** What the person has under way, as far as the actor reads everything there, and who could take it over. Throws `not_found`. */
export async function readHandOverSheet(db: Db, actor: Actor, userId: string): Promise<Answer<HandOverSheet>> {
  await requireUser(db, actor, 'users.read', userId)
  const user = await findUser(db, (await findSite(db)).id, userId)
  if (!user) throw new ProblemError('not_found')
  const { id, name, version, disabledAt, grants } = user
  const successors = await findSuccessors(db, actor, userId)
  const clients = await findClients(db, actor, userId)
  const body = { user: { id, name, version, disabledAt }, ...(await readUnderWay(db, actor, userId)), clients, grants, successors }
  return { status: 200, body, version }
}

/**
 * Hands over what the person has under way, and lets him in no more where that was decided: all of it in one transaction. Roles first,
 * since with them the successor may take the rest. Throws `not_found`, `forbidden`, `version_required`, `version_stale`,
 * `unknown_reference` for who cannot take over or lacks a role for it, `conflict` where it is too much; `last_administrator` comes with
 * the end of the transaction.
 */
export async function handOver(db: Db, call: GuardedCall, userId: string, input: HandOverInput): Promise<Answer<HandOverResult>> {
  const { actor } = call
  const { to, disable: disables, ...choices } = input
  const { grants: grantsChoice, clients: clientsChoice, ...choice } = choices
  return await db.transaction(async (tx) => {
    const { leaver, successor } = await lockBoth(tx, call, userId, input)
    const grants = await handOverGrants(tx, actor, leaver, successor, grantsChoice)
    const clients = await handOverClients(tx, actor, userId, successor, clientsChoice)
    const taker = successor && { userId: successor.id, grants: await findGrants(tx, successor.id) }
    const handed = await handOverArticles(tx, actor, { ...choice, from: userId, to: taker })
    let version = leaver.version + (grants > 0 ? 1 : 0)
    if (disables && leaver.state !== 'disabled') {
      await disable(tx, actor, { id: userId, version })
      version += 1
    }
    const body = { ...handed, clients, grants, disabled: disables || leaver.state === 'disabled' }
    const isNothing = version === leaver.version && handed.articles + handed.schedules + handed.links + clients === 0
    if (isNothing) return { status: 200, body, version }
    await changeAccount(tx, userId)
    version += 1
    const detail = { to, choices: { ...choices, disable: disables }, counts: body }
    await recordAudit(tx, actor, { action: 'user.handOver', entity: 'user', entityId: userId, version, detail })
    return { status: 200, body, version }
  })
}

interface Both {
  leaver: Target
  successor: Successor | null
}

/** Asked before too, so that whoever may not do it neither waits for an account nor holds it up. */
async function lockBoth(tx: Db, call: GuardedCall, userId: string, input: HandOverInput): Promise<Both> {
  await requireBoth(tx, call, userId, input)
  await lockUsers(tx, input.to === null ? [userId] : [userId, input.to])
  return await requireBoth(tx, call, userId, input)
}

async function requireBoth(tx: Db, { actor, ifMatch }: GuardedCall, userId: string, input: HandOverInput): Promise<Both> {
  const leaver = await requireUser(tx, actor, 'users.change', userId)
  requireRowVersion(leaver.version, ifMatch)
  return { leaver, successor: await requireSuccessor(tx, actor, leaver, input) }
}
