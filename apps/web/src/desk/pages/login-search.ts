/** Where to go after signing in. */
export interface LoginSearch {
  tiep?: string
}

/** Only the desk's own pages are gone on to: an address of elsewhere would be an open redirect. */
export function readLoginSearch(raw: Record<string, unknown>): LoginSearch {
  const { tiep } = raw
  return typeof tiep === 'string' && /^\/ban-bien-tap(?:[/?#]|$)/.test(tiep) ? { tiep } : {}
}
