import { recordAudit } from '../../db/audit.ts'
import { addJob, type Jobs } from '../../db/jobs.ts'
import type { JobParts } from '../../job-parts.ts'
import { somebody } from '../../lib/acting-person.ts'
import { findAccountByEmail, lockOwnAccount } from '../accounts.repository.ts'
import { createPasswordLink } from './create-password-link.ts'
import { tokenWithHash } from './password-link-token.ts'
import { findLastingLink } from './password-links.repository.ts'

/**
 * Has a link mailed to whoever says that his password is forgotten, when there is such an account and it is not disabled; before the
 * invitation is accepted, that again. A link that is open is mailed once more, not replaced: anybody can ask, and must not close
 * what an administrator has handed out or is just making. The mail is a job of its own, so that one that fails makes no second link.
 */
export async function mailForgottenPassword({ db, secrets, publicUrl }: JobParts, { email }: Jobs['mailForgottenPassword']): Promise<void> {
  await db.transaction(async (tx) => {
    const found = await findAccountByEmail(tx, email)
    const account = found && (await lockOwnAccount(tx, found.id))
    if (!account) return
    const open = await findLastingLink(tx, account.id)
    if (open && tokenWithHash(secrets, open.id, open.tokenHash) !== undefined) {
      await addJob(tx, 'mailPasswordLink', { linkId: open.id })
      return
    }
    const kind = account.passwordHash === null ? 'invitation' : 'reset'
    await createPasswordLink(tx, { secrets, publicUrl }, { userId: account.id, kind, createdBy: null })
    await recordAudit(tx, somebody, { action: 'user.forgot', entity: 'user', entityId: account.id, detail: { kind } })
  })
}
