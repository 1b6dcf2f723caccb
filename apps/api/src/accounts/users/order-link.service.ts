import type { PasswordLink, UserState } from '@bantin/shared/users'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import { ProblemError } from '../../errors.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { countRequest } from '../auth/attempts.service.ts'
import { createPasswordLink, type LinkParts } from '../password-links/create-password-link.ts'
import { lockUser, requireUser, type Target } from './require-user.ts'

export interface OrderParts extends LinkParts {
  /** Undefined: mails go to a folder, and no mailbox is reached. */
  smtpUrl: string | undefined
}

/**
 * A new link with which the person sets a password, in place of those made before. Only this answer has it. Throws `not_found`,
 * `forbidden`, also for oneself, `conflict` for an invitation that was accepted, a reset before that, and anything for who may not sign in,
 * and `too_many_requests` after five for this person in an hour, whoever made them; of the command line none are counted.
 */
export async function orderLink(
  db: Db,
  actor: ActingPerson,
  parts: OrderParts,
  id: string,
  kind: PasswordLink['kind'],
): Promise<PasswordLink> {
  requireUseful(actor, await requireUser(db, actor, 'users.change', id), kind)
  if (actor.userId !== null) await countRequest(db, { kind: 'link', account: id, address: actor.address ?? '' })
  return await db.transaction(async (tx) => {
    requireUseful(actor, await lockUser(tx, actor, 'users.change', id), kind)
    const made = await createPasswordLink(tx, parts, { userId: id, kind, createdBy: actor.userId })
    const detail = { expiresAt: made.expiresAt }
    await recordAudit(tx, actor, { action: actions[kind], entity: 'user', entityId: id, detail })
    return { ...made, isMailed: parts.smtpUrl !== undefined }
  })
}

function requireUseful(actor: ActingPerson, { id, state }: Target, kind: PasswordLink['kind']): void {
  // Who forgot his own is mailed a link; who did not gives the old one with the new, at `/auth/password`.
  if (actor.userId === id) throw new ProblemError('forbidden')
  if (kindFor[state] !== kind) throw new ProblemError('conflict', { detail: refusals[state] })
}

/** Which link is of use to whom. */
const kindFor: Record<UserState, PasswordLink['kind'] | undefined> = { invited: 'invitation', active: 'reset', disabled: undefined }

const refusals: Record<UserState, string> = {
  invited: 'The invitation has not been accepted yet: there is no password to reset.',
  active: 'The invitation was accepted already.',
  disabled: 'The account is disabled.',
}

const actions = { invitation: 'user.invite', reset: 'user.reset' }
