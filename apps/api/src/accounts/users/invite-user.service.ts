import type { CreatedUser, NewUser } from '@bantin/shared/users'
import { v7 as uuidv7 } from 'uuid'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import type { Answer, GuardedCall } from '../../guarded/call.ts'
import { createPasswordLink } from '../password-links/create-password-link.ts'
import { storedLine } from '../stored-line.ts'
import { emailTaken } from './email-taken.ts'
import { requireMayGive, requireUnits } from './given-grants.ts'
import type { OrderParts } from './order-link.service.ts'
import { showUser } from './show-users.service.ts'
import { insertUser } from './users.repository.ts'

/**
 * Makes an account without a password, and the link with which the person sets one. Only this answer has the link: an `Idempotency-Key`
 * would have to keep it, so it does nothing here. Throws `forbidden`, `conflict` when the e-mail is taken, `unknown_reference`.
 */
export async function inviteUser(
  db: Db,
  { actor }: GuardedCall,
  parts: OrderParts,
  { email, name, grants, locale }: NewUser,
): Promise<Answer<CreatedUser>> {
  return await db.transaction(async (tx) => {
    await requireMayGive(tx, actor, grants)
    await requireUnits(tx, grants)
    const id = uuidv7()
    const user = { id, email: storedLine(email), name: storedLine(name), locale }
    if (!(await insertUser(tx, user, grants))) throw emailTaken()
    const made = await createPasswordLink(tx, parts, { userId: id, kind: 'invitation', createdBy: actor.userId })
    const fields = ['email', 'name', 'grants']
    await recordAudit(tx, actor, { action: 'user.create', entity: 'user', entityId: id, version: 1, fields, detail: { grants } })
    const shown = await showUser(tx, actor, id)
    const link = { ...made, isMailed: parts.smtpUrl !== undefined }
    return { status: 201, body: { user: shown, link }, version: shown.version, location: `/api/v1/editorial/users/${id}` }
  })
}
