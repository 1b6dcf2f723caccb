import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { deriveKey, type Secrets } from './keys.ts'

export interface SealPurpose {
  secrets: Secrets
  /** What the key is for; other labels do not open it. */
  label: string
  /** What the content belongs to, such as its row's key: moved elsewhere, it does not open. */
  context: string
}

const algorithm = 'aes-256-gcm'
const [ivLength, tagLength] = [12, 16]

/** The content encrypted and authenticated, for storing where a copy of the database must not reveal it. */
export function seal(content: Buffer, { secrets, label, context }: SealPurpose): Buffer {
  const iv = randomBytes(ivLength)
  const cipher = createCipheriv(algorithm, deriveKey(secrets[0], label), iv, { authTagLength: tagLength }).setAAD(Buffer.from(context))
  const encrypted = Buffer.concat([cipher.update(content), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), encrypted])
}

/** What `seal` was given, or undefined when none of the secrets opens it or it was changed. */
export function unseal(sealed: Buffer, { secrets, label, context }: SealPurpose): Buffer | undefined {
  for (const secret of secrets) {
    const content = tryKey(sealed, deriveKey(secret, label), context)
    if (content) return content
  }
  return undefined
}

function tryKey(sealed: Buffer, key: Buffer, context: string): Buffer | undefined {
  try {
    const iv = sealed.subarray(0, ivLength)
    const tag = sealed.subarray(ivLength, ivLength + tagLength)
    const decipher = createDecipheriv(algorithm, key, iv, { authTagLength: tagLength }).setAAD(Buffer.from(context)).setAuthTag(tag)
    return Buffer.concat([decipher.update(sealed.subarray(ivLength + tagLength)), decipher.final()])
  } catch {
    return undefined
  }
}
