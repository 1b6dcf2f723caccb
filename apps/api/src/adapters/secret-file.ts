import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartError } from '../lib/start-error.ts'

/** The secret in `DATA_DIR/secret`, made there on the first start. Throws StartError when the folder or the file cannot be used. */
export function readOrMakeSecret(dataDir: string): string {
  const secret = readSecretFile(dataDir, 'secret') ?? writeSecretFile(dataDir, 'secret', randomBytes(48).toString('base64url'))
  if (secret.length >= 32) return secret
  throw new StartError(`The secret in ${join(dataDir, 'secret')} is damaged: restore the file, or delete it and everybody logs in again.`)
}

/** What `name` in the data folder holds, or undefined. Throws StartError when it is there but cannot be read. */
export function readSecretFile(dataDir: string, name: string): string | undefined {
  const file = join(dataDir, name)
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined
    throw new StartError(`The file ${file} cannot be read (${codeOf(error)}): give it to this user.`)
  }
}

/**
 * Keeps a secret for its owner alone (0600) and answers it, or the one that another start kept first. Written aside and linked into
 * place: complete or not there at all.
 */
export function writeSecretFile(dataDir: string, name: string, secret: string): string {
  const draft = join(dataDir, `.${name}-${process.pid}`)
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    writeFileSync(draft, secret, { mode: 0o600 })
    try {
      linkSync(draft, join(dataDir, name))
    } finally {
      rmSync(draft)
    }
    return secret
  } catch (error) {
    const first = codeOf(error) === 'EEXIST' ? readSecretFile(dataDir, name) : undefined
    if (first !== undefined) return first
    throw new StartError(`The data folder ${dataDir} cannot be written (${codeOf(error)}): give it to this user, or set DATA_DIR.`)
  }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : error)
