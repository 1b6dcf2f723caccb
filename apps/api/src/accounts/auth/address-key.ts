import { isIPv6 } from 'node:net'

/** What tries from an address are counted under: an IPv4 address, or the first 64 bits of an IPv6 one, since whoever has one has them all. */
export function addressKey(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  return isIPv6(plain) ? `${firstHalf(plain)}::/64` : plain
}

function firstHalf(address: string): string {
  const [left = '', right] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const groups = [left, right ?? ''].map((part) => part.split(':').filter((group) => group !== ''))
  const [before = [], after = []] = groups
  return [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after].slice(0, 4).join(':')
}
