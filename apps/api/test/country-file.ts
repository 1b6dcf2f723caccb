import { isIPv4 } from 'node:net'
import ipaddr from 'ipaddr.js'

/**
 * A file in the format of MaxMind (https://maxmind.github.io/MaxMind-DB/) that knows these networks, such as
 * `{ '203.0.113.0/24': 'VN' }`; those of IPv4 lie in the first 32 bits of the last part of IPv6.
 */
export function countryFile(networks: Record<string, string>, databaseType = 'Test-Country'): Buffer {
  const nodes: Tree = [[undefined, undefined]]
  const records: Buffer[] = []
  const places = new Map<string, number>()
  for (const [network, code] of Object.entries(networks)) {
    if (!places.has(code)) places.set(code, Buffer.concat(records).length)
    records.push(map({ country: map({ iso_code: text(code) }) }))
    plant(nodes, bitsOf(network), places.get(code) as number)
  }
  const metadata = map({
    binary_format_major_version: number(2),
    build_epoch: number(1_790_000_000),
    database_type: text(databaseType),
    ip_version: number(6),
    node_count: number(nodes.length),
    record_size: number(32),
  })
  const separator = Buffer.alloc(16)
  return Buffer.concat([treeOf(nodes), separator, ...records, Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1'), metadata])
}

/** Each node has what follows a 0 and a 1: another node, or the place of a record. */
type Tree = [Next, Next][]
type Next = { node: number } | { record: number } | undefined

function plant(nodes: Tree, bits: number[], record: number): void {
  let at = 0
  for (const [i, bit] of bits.entries()) {
    const node = nodes[at] as Tree[number]
    const next = node[bit]
    if (i === bits.length - 1) node[bit] = { record }
    else if (next && 'node' in next) at = next.node
    else {
      node[bit] = { node: nodes.length }
      at = nodes.push([undefined, undefined]) - 1
    }
  }
}

function treeOf(nodes: Tree): Buffer {
  const place = (next: Next): number => {
    if (!next) return nodes.length
    return 'node' in next ? next.node : nodes.length + 16 + next.record
  }
  const tree = Buffer.alloc(nodes.length * 8)
  for (const [i, [zero, one]] of nodes.entries()) {
    tree.writeUInt32BE(place(zero), i * 8)
    tree.writeUInt32BE(place(one), i * 8 + 4)
  }
  return tree
}

function bitsOf(network: string): number[] {
  const [address = '', length] = network.split('/')
  const bytes = [...(isIPv4(address) ? Array<number>(12).fill(0) : []), ...ipaddr.parse(address).toByteArray()]
  const bits = bytes.flatMap((byte) => Array.from({ length: 8 }, (_, i) => (byte >> (7 - i)) & 1))
  return bits.slice(0, Number(length) + (isIPv4(address) ? 96 : 0))
}

function text(value: string): Buffer {
  return Buffer.concat([Buffer.of((2 << 5) | value.length), Buffer.from(value)])
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(5)
  bytes.writeUInt8((6 << 5) | 4)
  bytes.writeUInt32BE(value, 1)
  return bytes
}

function map(fields: Record<string, Buffer>): Buffer {
  const entries = Object.entries(fields)
  return Buffer.concat([Buffer.of((7 << 5) | entries.length), ...entries.flatMap(([key, value]) => [text(key), value])])
}
