import { sessionDays, trustedDeviceDays } from '../lifetimes.ts'

/** Name and attributes of a cookie that carries a secret. */
export interface SecretCookie {
  name: string
  /** `maxAge` in seconds. */
  attributes: { path: string; httpOnly: boolean; sameSite: 'strict'; secure: boolean; maxAge: number }
}

const day = 24 * 3600

/** Carries the refresh token. */
export function refreshCookie(publicUrl: string): SecretCookie {
  return secretCookie(publicUrl, 'bantin-refresh', sessionDays.unused * day)
}

/** Says that no code of the second factor is asked for on this device. */
export function deviceCookie(publicUrl: string): SecretCookie {
  return secretCookie(publicUrl, 'bantin-device', trustedDeviceDays * day)
}

/**
 * The browser binds a `__Host-` cookie to this host and to https (loopback counts as such); a plain http address elsewhere can have
 * only the plain name. RFC 6265bis, 4.1.3.
 */
function secretCookie(publicUrl: string, name: string, maxAge: number): SecretCookie {
  const secure = isTrustworthy(new URL(publicUrl))
  return { name: secure ? `__Host-${name}` : name, attributes: { path: '/', httpOnly: true, sameSite: 'strict', secure, maxAge } }
}

function isTrustworthy({ protocol, hostname }: URL): boolean {
  const isLoopback = /^(.+\.)?localhost$|^127(\.\d+){3}$|^\[::1\]$/.test(hostname)
  return protocol === 'https:' || isLoopback
}
