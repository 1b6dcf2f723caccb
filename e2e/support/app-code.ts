import { Secret, TOTP } from 'otpauth'

/** The code that an app with this secret shows, now or so many half minutes later: each is taken once, also one that comes a little early. */
export function codeOf(secret: string, later = 0): string {
  const timestamp = Date.now() + later * 30_000
  return TOTP.generate({ secret: Secret.fromBase32(secret.replaceAll(' ', '')), digits: 6, period: 30, timestamp })
}
