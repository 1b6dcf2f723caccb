/** An address of ours without its host, in the one form in which addresses are kept and compared. */
export interface PathQuery {
  path: string
  /** Path and query. */
  whole: string
}

const brokenEncoding = /%(?![0-9A-Fa-f]{2})/g

/**
 * Reads a path with its query as browsers send it: dots resolved, everything encoded that is no plain character of an address and
 * nothing else (RFC 3986, 6.2.2), no slash at the path's end. Undefined for what does not begin with a slash.
 */
export function readPathQuery(address: string): PathQuery | undefined {
  if (!address.startsWith('/')) return undefined
  // Behind a host of its own, so that no spelling of the path can become one.
  const parsed = URL.parse(`http://localhost${address.replace(brokenEncoding, '%25')}`)
  if (!parsed) return undefined
  const path = encodeOnce(parsed.pathname).replace(/\/+$/, '') || '/'
  return { path, whole: path + encodeOnce(parsed.search) }
}

/** Text with every letter encoded that an address has only encoded, and no other. What is encoded stays so. */
export function encodeOnce(text: string): string {
  return text
    .replace(brokenEncoding, '%25')
    .replace(/%[0-9A-Fa-f]{2}/g, (encoded) => {
      const letter = String.fromCharCode(Number.parseInt(encoded.slice(1), 16))
      return /[A-Za-z0-9._~-]/.test(letter) ? letter : encoded.toUpperCase()
    })
    .replace(/[^A-Za-z0-9._~!$&'()*+,;=:@/?%-]+/g, encodeURIComponent)
}
