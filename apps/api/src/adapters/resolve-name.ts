import { lookup, Resolver } from 'node:dns/promises'

export interface Resolved {
  address: string
  family: number
}

interface Options {
  /** A name of one's own network may stand in this machine's own list. */
  isOwn: boolean
  signal: AbortSignal
  /** In place of those that this machine asks. */
  nameServers?: readonly string[]
}

/**
 * All addresses of a name, those of IPv4 first. Name servers are asked, which can be cancelled: what the operating system looks up takes
 * one of few threads, which other work waits for, until it is done. Throws with the code of what was in the way.
 */
export async function resolveName(name: string, { isOwn, signal, nameServers }: Options): Promise<Resolved[]> {
  if (isOwn) return await lookup(name, { all: true, order: 'ipv4first' })
  const resolver = new Resolver({ timeout: 2500, tries: 2 })
  if (nameServers) resolver.setServers(nameServers)
  signal.addEventListener('abort', () => resolver.cancel(), { once: true })
  const [four, six] = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)])
  if (four.status === 'rejected' && six.status === 'rejected') throw four.reason
  return [...addressesOf(four, 4), ...addressesOf(six, 6)]
}

function addressesOf(answer: PromiseSettledResult<string[]>, family: number): Resolved[] {
  return answer.status === 'fulfilled' ? answer.value.map((address) => ({ address, family })) : []
}
