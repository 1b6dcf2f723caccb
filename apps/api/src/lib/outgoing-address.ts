import { isIP, isIPv6 } from 'node:net'
import ipaddr from 'ipaddr.js'

/** An address that may be called as far as its spelling tells; where a name leads is looked at when it is called. */
export interface OutgoingAddress {
  url: URL
  /** A host of one's own network, by the configuration: at any address. */
  isOwn: boolean
}

const webPorts: readonly number[] = [80, 443]

/** Reads an address that somebody has entered. Answers why it may not be called instead, in a sentence for people. */
export function readOutgoingAddress(
  text: string,
  { ownHosts, ports = webPorts }: { ownHosts: readonly string[]; ports?: readonly number[] },
): OutgoingAddress | { refusal: string } {
  const url = URL.parse(text)
  if (!url || !['http:', 'https:'].includes(url.protocol)) return { refusal: 'Give an address that begins with http:// or https://.' }
  if (url.username !== '' || url.password !== '') return { refusal: 'Leave user name and password out of the address.' }
  const host = hostOf(url)
  if (ownHosts.some((own) => isAt(url, own, ports))) return { url, isOwn: true }
  if (!ports.includes(portOf(url))) return { refusal: 'Give an address at port 80 or 443.' }
  if (isOfThisMachine(host) || (isIP(host) !== 0 && !isPublicAddress(host))) return { refusal: 'Give an address that everybody can reach.' }
  return { url, isOwn: false }
}

/** The host as a resolver takes it: decoded, lower-case, IPv4 as four numbers, IPv6 without brackets, no dot at the end. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '')
}

/** Whether it is a unicast address that is routed in the internet, of IPv6 in no spelling that carries one of IPv4. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  return parsed.range() === 'unicast' && (parsed instanceof ipaddr.IPv4 || parsed.match(ipaddr.IPv6.parseCIDR('2000::/3')))
}

/** By its name, which no name server has to know (RFC 6761). */
function isOfThisMachine(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost')
}

/** Whether that is the host as it is configured, at the port that is named with it or else at one of the web's. */
function isAt(url: URL, own: string, ports: readonly number[]): boolean {
  const text = isIPv6(own) ? `[${own}]` : own
  const [, port] = /:(\d+)$/.exec(text) ?? []
  const known = URL.parse(`http://${text}`)
  if (!known || hostOf(known) !== hostOf(url)) return false
  return port === undefined ? ports.includes(portOf(url)) : Number(port) === portOf(url)
}

function portOf({ port, protocol }: URL): number {
  if (port !== '') return Number(port)
  return protocol === 'https:' ? 443 : 80
}
