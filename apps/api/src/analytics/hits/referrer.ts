export interface Referrer {
  /** The reader came from another page of this site. */
  isOwn: boolean
  /** Where the reader came from, when it is elsewhere and readable. */
  host: string | null
}

/** Reads a referrer as a browser gives it. `ownHosts` are the names of this site, with or without a port. */
export function readReferrer(referrer: string | undefined, ownHosts: string[]): Referrer {
  const url = referrer ? URL.parse(referrer) : null
  const hostname = url?.hostname.toLowerCase() ?? ''
  if (!url || hostname === '' || hostname.length > 253) return { isOwn: false, host: null }
  const own = ownHosts.map((host) => host.toLowerCase())
  if (own.includes(hostname) || own.includes(url.host.toLowerCase())) return { isOwn: true, host: null }
  return { isOwn: false, host: hostname }
}
