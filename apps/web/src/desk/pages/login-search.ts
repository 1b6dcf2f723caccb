/** Where to go after signing in. */
export interface LoginSearch {
  tiep?: string
}

/** Only the desk's own pages are gone on to, in the one form that browsers make of an address: elsewhere would be an open redirect. */
export function readLoginSearch({ tiep }: Record<string, unknown>): LoginSearch {
  // Browsers read a backslash as a slash, and drop line breaks and tabs.
  if (typeof tiep !== 'string' || !tiep.startsWith('/') || /[\\\p{Cc}]/u.test(tiep)) return {}
  const address = new URL(`http://localhost${tiep}`)
  if (!/^\/ban-bien-tap(\/|$)/.test(address.pathname)) return {}
  return { tiep: address.pathname + address.search + address.hash }
}
