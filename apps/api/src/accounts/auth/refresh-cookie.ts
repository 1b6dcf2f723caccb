/** Name and attributes of the cookie that carries the refresh token. */
export interface RefreshCookie {
  name: string
  /** `maxAge` in seconds. */
  attributes: { path: string; httpOnly: boolean; sameSite: 'strict'; secure: boolean; maxAge: number }
}

/**
 * The browser binds a `__Host-` cookie to this host and to https (loopback counts as such); a plain http address elsewhere can have
 * only the plain name. RFC 6265bis, 4.1.3.
 */
export function refreshCookie(publicUrl: string): RefreshCookie {
  const secure = isTrustworthy(new URL(publicUrl))
  const days = 24 * 3600
  return {
    name: secure ? '__Host-bantin-refresh' : 'bantin-refresh',
    attributes: { path: '/', httpOnly: true, sameSite: 'strict', secure, maxAge: 14 * days },
  }
}

function isTrustworthy({ protocol, hostname }: URL): boolean {
  const isLoopback = /^(.+\.)?localhost$|^127(\.\d+){3}$|^\[::1\]$/.test(hostname)
  return protocol === 'https:' || isLoopback
}
