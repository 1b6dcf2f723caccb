import type { PasswordLink } from '@bantin/shared/users'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../db/client.ts'
import { addJob } from '../../db/jobs.ts'
import type { Secrets } from '../../lib/keys.ts'
import { hashOfToken } from '../../lib/opaque-tokens.ts'
import { tokenOfLink, urlOfLink } from './password-link-token.ts'
import { insertLink, type LinkKind, revokeOpenLinks } from './password-links.repository.ts'

export interface LinkParts {
  /** The first makes the token. */
  secrets: Secrets
  /** Links lead to this origin, whatever host was asked for. */
  publicUrl: string
}

/** Whether it reaches the person's mailbox too, knows whoever tells of it. */
export type MadeLink = Omit<PasswordLink, 'isMailed'>

export interface LinkOrder {
  userId: string
  kind: LinkKind
  /** Null: the person asked for it, or the operator. */
  createdBy: string | null
}

/**
 * A new link with which the person sets a password: an invitation is good for seven days, a reset for 24 hours. Those made before are
 * closed, and this one is mailed once the transaction has committed. The caller notes in the audit log who made it.
 */
export async function createPasswordLink(tx: Db, { secrets, publicUrl }: LinkParts, order: LinkOrder): Promise<MadeLink> {
  const id = uuidv7()
  const token = tokenOfLink(secrets[0], id)
  await revokeOpenLinks(tx, order.userId)
  const expiresAt = await insertLink(tx, { id, ...order, tokenHash: hashOfToken(token) })
  await addJob(tx, 'mailPasswordLink', { linkId: id })
  return { kind: order.kind, url: urlOfLink(publicUrl, token), expiresAt }
}
