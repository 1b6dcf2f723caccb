/** The address with a broken percent-encoding in its path read as the letters it is, so that it is answered as any that leads nowhere. */
export function readableAddress(address: string): string {
  const [path = '', ...query] = address.split('?')
  return isReadable(path) ? address : [path.replaceAll('%', '%25'), ...query].join('?')
}

function isReadable(path: string): boolean {
  try {
    return decodeURIComponent(path) !== ''
  } catch {
    return false
  }
}
