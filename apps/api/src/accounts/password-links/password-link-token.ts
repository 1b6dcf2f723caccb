import { createHmac } from 'node:crypto'
import { deriveKey } from '../../lib/keys.ts'
import { hashOfToken } from '../../lib/opaque-tokens.ts'

/** The secret of a link: made from its id, so that whoever mails it later needs nothing secret from the database. */
export function tokenOfLink(secret: string, linkId: string): string {
  return createHmac('sha256', deriveKey(secret, 'password-link')).update(linkId).digest('base64url')
}

/** The token of a link made with any of the secrets; undefined when the secret that made it is gone. */
export function tokenWithHash(secrets: readonly string[], linkId: string, hash: string): string | undefined {
  return secrets.map((secret) => tokenOfLink(secret, linkId)).find((token) => hashOfToken(token) === hash)
}

/** Where the person sets the password. Behind `#`, so that the token stands in no log on the way. */
export function urlOfLink(publicUrl: string, token: string): string {
  return `${publicUrl}/dang-nhap/mat-khau#${token}`
}
