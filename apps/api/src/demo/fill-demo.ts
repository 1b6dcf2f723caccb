import { randomBytes } from 'node:crypto'
import { inArray } from 'drizzle-orm'
import { readSecretFile, writeSecretFile } from '../adapters/secret-file.ts'
import type { Config } from '../config.ts'
import { users } from '../db/schema/users.ts'
import { demoAccounts, demoEmail } from './accounts.ts'
import { type DemoParts, seedDemo } from './seed.ts'

/** The accounts with which a visitor can look around. */
export interface DemoAccess {
  emails: string[]
  /** Undefined: it is the DEMO_PASSWORD of the start that filled the database, which is kept nowhere. */
  password: string | undefined
}

/** Fills an empty database with the demo. Answers its accounts, or undefined where the database belongs to somebody else. */
export async function fillDemo(parts: Omit<DemoParts, 'password'>, config: Config): Promise<DemoAccess | undefined> {
  const kept = readSecretFile(config.dataDir, passwordFile)
  const made = kept ?? randomBytes(9).toString('base64url')
  const isFilledNow = await seedDemo({ ...parts, password: config.demoPassword ?? made })
  if (isFilledNow && config.demoPassword === undefined) writeSecretFile(config.dataDir, passwordFile, made)
  const emails = demoAccounts.map(({ role }) => demoEmail(role))
  const accounts = await parts.db.select({ id: users.id }).from(users).where(inArray(users.email, emails))
  if (accounts.length === 0) return undefined
  return { emails, password: config.demoPassword === undefined ? readSecretFile(config.dataDir, passwordFile) : undefined }
}

/** A made password is kept, so that each start can print it. */
const passwordFile = 'demo-password'
