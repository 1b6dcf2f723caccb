import type { IncomingMessage } from 'node:http'
import { compile } from '@fastify/proxy-addr'
import fastifyPlugin from 'fastify-plugin'
import { plainAddress } from '../lib/plain-address.ts'

const warning =
  'X-Forwarded-For came from a neighbour that TRUSTED_PROXIES does not name, and is not believed. If that is your proxy, name it there: ' +
  'until then all users have its address, and ten wrong sign-ins within a minute keep everybody out.'

type Trusts = (address: string) => boolean

/**
 * Makes `request.ip` an address in one spelling, for whoever counts by it or keeps it. A trusted proxy may hand on what its client wrote,
 * or write a port behind each address: as it stands, every request would have an allowance of its own. Registered before all that reads it.
 * `app.callerOf` says the same of a request that the framework does not know.
 */
export const callerAddress = fastifyPlugin(async (app) => {
  const { trustedProxies } = app.config
  // As the framework does for the host and the protocol.
  const inRanges = trustedProxies.length > 0 ? compile(trustedProxies) : () => false
  const trusts: Trusts = (address) => inRanges(address, 0)
  let isWarned = false
  const addressOf = (raw: IncomingMessage): string | undefined => {
    // There is none when the connection has ended already.
    const neighbour = raw.socket.remoteAddress
    const forwarded = raw.headers['x-forwarded-for']?.toString()
    if (neighbour === undefined || !forwarded) return neighbour && (plainAddress(neighbour) ?? neighbour)
    if (trusts(neighbour)) return behindProxies(neighbour, forwarded, trusts)
    if (!isWarned) app.log.warn(warning)
    isWarned = true
    return plainAddress(neighbour) ?? neighbour
  }
  app.decorate('callerOf', (raw) => ({ address: addressOf(raw) ?? '', host: hostOf(raw, trusts), headers: raw.headers }))
  app.addHook('onRequest', (request, _reply, done) => {
    const address = addressOf(request.raw)
    if (address !== undefined && address !== request.ip) Object.defineProperty(request, 'ip', { value: address })
    done()
  })
})

/** The first that is no trusted proxy. Behind what is no address nothing is known, so that it is that of whoever handed it on. */
function behindProxies(neighbour: string, forwarded: string, trusts: Trusts): string {
  const hops = forwarded.split(',').map(plainAddress)
  const known = hops.slice(hops.lastIndexOf(undefined) + 1) as string[]
  const addresses = [...known, plainAddress(neighbour) ?? neighbour]
  return addresses.findLast((address) => !trusts(address)) ?? (addresses[0] as string)
}

/** The name that the reader asked for, which a trusted proxy hands on. */
function hostOf({ headers, socket: { remoteAddress } }: IncomingMessage, trusts: Trusts): string {
  const forwarded = headers['x-forwarded-host']?.toString()
  if (!forwarded || remoteAddress === undefined || !trusts(remoteAddress)) return headers.host ?? ''
  return forwarded.slice(forwarded.lastIndexOf(',') + 1).trim()
}
