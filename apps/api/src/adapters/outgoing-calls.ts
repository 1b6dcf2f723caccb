import http from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { hostOf, isPublicAddress, readOutgoingAddress } from '../lib/outgoing-address.ts'
import { type Outgoing, OutgoingError } from './outgoing.ts'
import { type Resolved, resolveName } from './resolve-name.ts'

interface Options {
  /** Hosts of one's own network that may be called, each with a port or at those of the web. */
  ownHosts: readonly string[]
  /** All addresses of a name. */
  resolve?: typeof resolveName
  ports?: readonly number[]
  /** For everything together, in milliseconds. */
  timeout?: number
}

/**
 * Calls what people have entered, and nothing that only this machine or its network can reach: a name is resolved once, every address
 * that it has is looked at, and the connection goes to one of those. No redirect is followed, no proxy of the environment is asked, and
 * of the answer no more is read than its status.
 */
export function outgoingCalls({ ownHosts, resolve = resolveName, ports, timeout = 10_000 }: Options): Outgoing {
  return {
    post: async (text, body, more = {}) => {
      const read = readOutgoingAddress(text, { ownHosts, ...(ports && { ports }) })
      if ('refusal' in read) throw new OutgoingError(`The address may not be called. ${read.refusal}`)
      const signal = AbortSignal.timeout(timeout)
      try {
        const addresses = await inTime(
          addressesOf(hostOf(read.url), (name) => resolve(name, { isOwn: read.isOwn, signal })),
          signal,
        )
        if (!read.isOwn && !addresses.every(({ address }) => isPublicAddress(address))) {
          throw new OutgoingError('The address may not be called. It leads into a network that is not public.')
        }
        return { status: await send(read.url, { addresses, body, more, signal }) }
      } catch (error) {
        throw error instanceof OutgoingError ? error : new OutgoingError(reasonOf(error, signal))
      }
    },
  }
}

async function addressesOf(host: string, resolve: (name: string) => Promise<Resolved[]>): Promise<Resolved[]> {
  const literal = isIP(host)
  const addresses = literal === 0 ? await resolve(host) : [{ address: host, family: literal }]
  if (addresses.length === 0) throw new OutgoingError('Its host has no address.')
  return addresses
}

interface Sending {
  addresses: Resolved[]
  body: string
  more: Record<string, string>
  signal: AbortSignal
}

function send(url: URL, { addresses, body, more, signal }: Sending): Promise<number> {
  const { request } = url.protocol === 'https:' ? https : http
  const headers = { ...more, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'user-agent': 'ban-tin' }
  return new Promise((resolve, reject) => {
    const call = request(url, { method: 'POST', headers, agent: false, lookup: alreadyResolved(addresses), signal })
    call.on('error', reject)
    call.on('response', (response) => {
      resolve(response.statusCode ?? 0)
      response.destroy()
    })
    // Nobody asked for another protocol; Node hands the connection over, and then neither answer nor time limit ends the call.
    call.on('upgrade', ({ statusCode = 0 }, socket) => {
      resolve(statusCode)
      socket.destroy()
    })
    call.on('close', () => reject(new OutgoingError('The connection was closed without an answer.')))
    call.end(body)
  })
}

/** In place of a resolver, who might say something else this time. */
function alreadyResolved(addresses: Resolved[]): LookupFunction {
  const [{ address, family } = { address: '', family: 0 }] = addresses
  return (_name, { all }, callback) => (all ? callback(null, addresses) : callback(null, address, family))
}

function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason))
    work.then(resolve, reject)
  })
}

/** Without the address: what follows the host in it is often a secret. */
function reasonOf(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return 'There was no answer in time.'
  const code = error instanceof Error && 'code' in error ? ` (${error.code})` : ''
  return `It cannot be reached${code}.`
}
