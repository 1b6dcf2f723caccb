import type { FastifyRequest } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import { plainAddress } from '../lib/plain-address.ts'

const warning =
  'X-Forwarded-For came from a neighbour that TRUSTED_PROXIES does not name, and is not believed. If that is your proxy, name it there: ' +
  'until then all users have its address, and ten wrong sign-ins within a minute keep everybody out.'

/**
 * Makes `request.ip` an address in one spelling, for whoever counts by it or keeps it. A trusted proxy may hand on what its client wrote,
 * or write a port behind each address: as it stands, every request would have an allowance of its own. Registered before all that reads it.
 */
export const callerAddress = fastifyPlugin(async (app) => {
  let isWarned = false
  app.addHook('onRequest', (request, _reply, done) => {
    if (request.headers['x-forwarded-for']) {
      if (isForwarded(request)) keepAddresses(request)
      else if (!isWarned) {
        isWarned = true
        request.log.warn(warning)
      }
    }
    // There is none when the connection has ended already.
    const ip = request.ip as string | undefined
    const plain = ip && plainAddress(ip)
    if (plain && plain !== ip) Object.defineProperty(request, 'ip', { value: plain })
    done()
  })
})

/** Whether who sent it is trusted to tell who sent it to him. */
function isForwarded({ ips }: FastifyRequest): boolean {
  return ips !== undefined && ips.length > 1
}

/** Behind what is no address nothing is known, so that the address is that of whoever handed it on. */
function keepAddresses({ headers }: FastifyRequest): void {
  const hops = String(headers['x-forwarded-for']).split(',').map(plainAddress)
  headers['x-forwarded-for'] = hops.slice(hops.lastIndexOf(undefined) + 1).join(', ')
}
