/** The address with a broken percent-encoding in its path read as the letters it is, so that it is answered as any that leads nowhere. */
export function readableAddress(target: string): string {
  const address = withoutHost(target)
  const [path = '', ...query] = address.split('?')
  return isReadable(path) ? address : [path.replaceAll('%', '%25'), ...query].join('?')
}

/** The path and query that a request asks for, whatever host its first line names before them (RFC 9112, 3.2.2): no answer hangs on that. */
export function withoutHost(target: string): string {
  return target.replace(/^https?:\/\/[^/?#]*\/?/i, '/')
}

function isReadable(path: string): boolean {
  try {
    return decodeURIComponent(path) !== ''
  } catch {
    return false
  }
}
