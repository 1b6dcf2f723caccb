import { Secret, TOTP } from 'otpauth'

/** What an app for codes is given, RFC 6238 as all of them have it: SHA-1, six digits, half a minute. */
const form = { algorithm: 'SHA1', digits: 6, period: 30 }

/** 160 random bits: as long as the hash that codes are made with (RFC 4226, 4). */
export function newSecret(): Buffer {
  return Buffer.from(new Secret({ size: 20 }).bytes)
}

/** The secret as text to type into an app, and the address that its QR code holds. */
export function offerOf(secret: Buffer, { issuer, email }: { issuer: string; email: string }): { secret: string; uri: string } {
  const totp = new TOTP({ ...form, issuer, label: email, secret: secretOf(secret) })
  return { secret: totp.secret.base32, uri: totp.toString() }
}

/** A typed code without its gaps, when it has the form of one of an app. */
export function appCodeOf(typed: string): string | undefined {
  const code = typed.replace(/[\s-]/g, '')
  return /^[0-9]{6}$/.test(code) ? code : undefined
}

/**
 * The half minute, counted from 1970, for which the code was made: of the present one and its neighbours, for clocks that go a little
 * wrong and people who type slowly. `now` in milliseconds; undefined for any other code.
 */
export function stepOf(secret: Buffer, typed: string, now: number): number | undefined {
  const code = appCodeOf(typed)
  if (code === undefined) return undefined
  const delta = TOTP.validate({ ...form, secret: secretOf(secret), token: code, timestamp: now, window: 1 })
  return delta === null ? undefined : TOTP.counter({ period: form.period, timestamp: now }) + delta
}

function secretOf(secret: Buffer): Secret {
  return new Secret({ buffer: Uint8Array.from(secret).buffer })
}
