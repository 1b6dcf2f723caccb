import type { SetupInput, SetupState } from '@bantin/shared/auth'
import { v7 as uuidv7 } from 'uuid'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import { findSite } from '../../db/find-site.ts'
import { ProblemError } from '../../errors.ts'
import type { Secrets } from '../../lib/keys.ts'
import { countingFailures } from '../auth/attempts.service.ts'
import { refuseCommonPassword } from '../common-passwords.ts'
import { hashPassword } from '../passwords.ts'
import { storedLine } from '../stored-line.ts'
import { insertUser } from '../users/users.repository.ts'
import { claimSetup, isSetupNeeded } from './setup.repository.ts'
import { isSetupCode, setupCode } from './setup-code.ts'

/** Whether the first administrator is still to be made. */
export async function readSetupState(db: Db): Promise<SetupState> {
  return { isNeeded: await isSetupNeeded(db) }
}

/** What the first administrator proves himself with, for the terminal; undefined as soon as there is any user. */
export async function codeOfFirstSetup(db: Db, secrets: Secrets): Promise<string | undefined> {
  return (await isSetupNeeded(db)) ? setupCode(secrets[0], (await findSite(db)).id) : undefined
}

/**
 * Makes the first administrator, of the whole site, and says what the site is called and how many people a publication needs. Of many
 * at once one does it. Throws `conflict` when it was done, `confirmation_failed` for a wrong code, `too_many_requests` after ten of
 * those in an hour, `invalid_request` for a common password.
 */
export async function setUp(db: Db, secrets: Secrets, input: SetupInput, address: string): Promise<void> {
  const { code, publishingPolicy, password } = input
  const [siteName, name, email] = [storedLine(input.siteName), storedLine(input.name), storedLine(input.email)]
  if (!(await isSetupNeeded(db))) throw wasDone()
  const site = await findSite(db)
  await countingFailures(db, { kind: 'setup', account: '', address }, async () => {
    if (!isSetupCode(secrets, site.id, code)) throw new ProblemError('confirmation_failed')
  })
  refuseCommonPassword(password, email)
  const [id, passwordHash] = [uuidv7(), await hashPassword(password)]
  await db.transaction(async (tx) => {
    const version = await claimSetup(tx, site.id, { name: siteName, publishingPolicy })
    if (version === undefined) throw wasDone()
    const grants = [{ role: 'admin' as const, unitId: null }]
    const isNew = await insertUser(tx, { id, email, name, passwordHash }, grants)
    if (!isNew) throw wasDone()
    const actor = { userId: id, name, grants, address }
    await recordAudit(tx, actor, { action: 'user.create', entity: 'user', entityId: id, version: 1, detail: { grants } })
    const fields = ['name', 'publishingPolicy']
    await recordAudit(tx, actor, { action: 'site.setUp', entity: 'site', entityId: site.id, version, fields })
  })
}

function wasDone(): ProblemError {
  return new ProblemError('conflict', { detail: 'The first administrator was made already: sign in.' })
}
