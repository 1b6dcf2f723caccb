import type { ForgottenPassword, LinkHolder, LinkInput, NewPassword } from '@bantin/shared/auth'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import { addJob } from '../../db/jobs.ts'
import { ProblemError } from '../../errors.ts'
import { hashOfToken } from '../../lib/opaque-tokens.ts'
import { lockOwnAccount } from '../accounts.repository.ts'
import { countRequest } from '../auth/attempts.service.ts'
import { takePassword } from '../auth/take-password.ts'
import { refuseCommonPassword } from '../common-passwords.ts'
import { hashPassword } from '../passwords.ts'
import { findLinkByHash, type LinkKind, type OpenLink, useLink } from './password-links.repository.ts'

/** Whom a link is for; looking uses nothing up. Throws `not_found` for one that was never given or can be used no more. */
export async function readLink(db: Db, { token }: LinkInput): Promise<LinkHolder> {
  const { kind, name, email, expiresAt } = await requireLink(db, token)
  return { kind, name, email, expiresAt }
}

/**
 * Sets the password of the person whom the link is for, once, and ends everything that an earlier password opened. When somebody else
 * made the link, the person is told by mail. Throws `not_found` for a link that can be used no more or is of the other kind,
 * `invalid_request` for a common password.
 */
export async function setPasswordByLink(db: Db, kind: LinkKind, { token, password }: NewPassword, address: string): Promise<void> {
  const link = await requireLink(db, token)
  if (link.kind !== kind) throw new ProblemError('not_found')
  refuseCommonPassword(password, link.email)
  const passwordHash = await hashPassword(password)
  await db.transaction(async (tx) => {
    const account = await lockOwnAccount(tx, link.userId)
    const used = account && (await useLink(tx, link.id))
    if (!used) throw new ProblemError('not_found')
    const version = await takePassword(tx, account.id, passwordHash)
    const actor = { userId: account.id, name: account.name, grants: [], address }
    const action = kind === 'invitation' ? 'user.accept' : 'user.password'
    await recordAudit(tx, actor, { action, entity: 'user', entityId: account.id, version, detail: { kind } })
    if (used.createdBy !== null) await addJob(tx, 'mailAccountNotice', { userId: account.id, about: 'password', to: account.email })
  })
}

/**
 * Has a link mailed to whoever has this e-mail. Does the same for every e-mail, and a job looks whether there is such an account, so that
 * neither the answer nor its time tells. Throws `too_many_requests` after five in an hour, or twenty from one address.
 */
export async function askForLink(db: Db, { email }: ForgottenPassword, address: string): Promise<void> {
  await countRequest(db, { kind: 'forgotten', account: email, address })
  await addJob(db, 'mailForgottenPassword', { email })
}

async function requireLink(db: Db, token: string): Promise<OpenLink> {
  const link = await findLinkByHash(db, hashOfToken(token))
  if (!link) throw new ProblemError('not_found')
  return link
}
