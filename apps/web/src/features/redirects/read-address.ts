import { sayAddress } from '../../lib/say-address.ts'

/** A host before a path, without "http": a first part with a dot in it, and no slash before. */
const bareHost = /^[\p{L}\d-]+(\.[\p{L}\d-]+)+(:\d+)?(?=\/)/u

/**
 * An old address as somebody pastes it, as path and query: "https://cu.example.gov.vn/tin.aspx?id=15#top" is "/tin.aspx?id=15".
 * Its letters stay as they are, the API encodes them. Empty when nothing was pasted.
 */
export function readOldAddress(pasted: string): string {
  const [address = ''] = pasted.trim().replaceAll('\\', '/').split('#')
  if (address === '') return ''
  const rest = address.replace(/^(https?:)?\/\/[^/?]*/i, '').replace(bareHost, '')
  return `/${rest.replace(/^\/+/, '')}`
}

/** Where it leads, for reading: without our own host before it. */
export function sayTarget(target: string): string {
  const { origin } = window.location
  return sayAddress(target.startsWith(`${origin}/`) ? target.slice(origin.length) : target)
}
