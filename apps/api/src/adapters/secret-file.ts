import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartError } from '../lib/start-error.ts'

/** The secret in `DATA_DIR/secret`, made there (0600) on the first start. Throws StartError when the folder or the file cannot be used. */
export function readOrMakeSecret(dataDir: string): string {
  const file = join(dataDir, 'secret')
  const secret = readSecret(file) ?? makeSecret(dataDir, file)
  if (secret.length < 32)
    throw new StartError(`The secret in ${file} is damaged: restore the file, or delete it and everybody logs in again.`)
  return secret
}

/** Written aside and linked into place: complete or not there at all, and of two racing starts both read the first one's. */
function makeSecret(dataDir: string, file: string): string {
  const draft = join(dataDir, `.secret-${process.pid}`)
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    writeFileSync(draft, randomBytes(48).toString('base64url'), { mode: 0o600 })
    try {
      linkSync(draft, file)
    } finally {
      rmSync(draft)
    }
  } catch (error) {
    if (codeOf(error) !== 'EEXIST' || readSecret(file) === undefined) {
      throw new StartError(`The data folder ${dataDir} cannot be written (${codeOf(error)}): give it to this user, or set DATA_DIR.`)
    }
  }
  return readSecret(file) ?? ''
}

function readSecret(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined
    throw new StartError(`The secret in ${file} cannot be read (${codeOf(error)}): give the file to this user, or set SECRET.`)
  }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : error)
