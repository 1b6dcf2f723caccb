import { isIP, isIPv4 } from 'node:net'
import ipaddr from 'ipaddr.js'

/**
 * The one spelling of an address that somebody else has written: without port, brackets and zone, an IPv4 address in IPv6 clothes as
 * itself, IPv6 short and in small letters (RFC 5952). Undefined for what is no address.
 */
export function plainAddress(written: string): string | undefined {
  // There is one spelling of it.
  if (isIPv4(written)) return written
  const bare = withoutPort(written.trim()).replace(/%.*$/s, '')
  return isIP(bare) === 0 ? undefined : ipaddr.process(bare).toString()
}

/** Proxies write `203.0.113.7:4711` and `[2001:db8::1]:4711`; without brackets no port can be told from IPv6. */
function withoutPort(written: string): string {
  const [, bracketed, dotted] = /^(?:\[([^\]]*)\]|([\d.]+))(?::\d{1,5})?$/.exec(written) ?? []
  return bracketed ?? dotted ?? written
}
