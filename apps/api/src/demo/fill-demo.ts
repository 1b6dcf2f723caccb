import { randomBytes } from 'node:crypto'
import { inArray } from 'drizzle-orm'
import { isCommonPassword } from '../accounts/common-passwords.ts'
import { readSecretFile, writeSecretFile } from '../adapters/secret-file.ts'
import type { Config } from '../config.ts'
import { users } from '../db/schema/users.ts'
import { StartError } from '../lib/start-error.ts'
import { demoAccounts, demoEmail } from './accounts.ts'
import { isEmpty } from './is-empty.ts'
import type { DemoParts } from './seed.ts'

/** The accounts with which a visitor can look around. */
export interface DemoAccess {
  emails: string[]
  /** Undefined: it is the DEMO_PASSWORD of the start that filled the database, which is kept nowhere. */
  password: string | undefined
}

/**
 * Fills an empty database with the demo. Answers its accounts, or undefined where the database belongs to somebody else.
 * Throws StartError with one line for a DEMO_PASSWORD that nobody may have.
 */
export async function fillDemo(parts: Omit<DemoParts, 'password'>, config: Config): Promise<DemoAccess | undefined> {
  const emails = demoAccounts.map(({ role }) => demoEmail(role))
  refuseCommon(config.demoPassword, emails)
  if (await isEmpty(parts.db)) {
    const { seedDemo } = await import('./seed.ts')
    await seedDemo({ ...parts, password: config.demoPassword ?? keptPassword(config.dataDir) })
  }
  const accounts = await parts.db.select({ id: users.id }).from(users).where(inArray(users.email, emails))
  if (accounts.length === 0) return undefined
  return { emails, password: config.demoPassword === undefined ? readSecretFile(config.dataDir, passwordFile) : undefined }
}

function refuseCommon(password: string | undefined, emails: string[]): void {
  if (password === undefined || !emails.some((email) => isCommonPassword(password, email))) return
  throw new StartError('DEMO_PASSWORD is among the first that others try: use another one, or leave it out and one is made.')
}

/** Kept before it is used: a fill that is cut short after its commit would else leave accounts that nobody can sign in to. */
function keptPassword(dataDir: string): string {
  const kept = readSecretFile(dataDir, passwordFile)
  if (kept !== undefined) return kept
  const made = randomBytes(9).toString('base64url')
  writeSecretFile(dataDir, passwordFile, made)
  return made
}

/** A made password is kept, so that each start can print it. */
const passwordFile = 'demo-password'
