import type { FastifyInstance } from 'fastify'
import fastifyPlugin from 'fastify-plugin'

const ofAll = {
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-content-type-options': 'nosniff',
}

/** Browsers heed them where somebody goes to an address, and some checkers miss them there. */
const ofPlaces = {
  ...ofAll,
  'cross-origin-opener-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'x-frame-options': 'SAMEORIGIN',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
}

/** Data that pages of all origins may read: a policy by which it runs nothing, and no more, since a reader on a slow line pays for each header. */
const ofOpenData = { ...ofAll, 'cross-origin-resource-policy': 'cross-origin' }

/** Ready beforehand, by whether browsers go there. HSTS only where the public address is https. */
export function securityHeadersOf({ publicUrl }: FastifyInstance['config']) {
  const transport = publicUrl.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}
  return { places: { ...ofPlaces, ...transport }, openData: { ...ofOpenData, ...transport } }
}

/**
 * The headers of the API's answers; pages set their own policy, and routes with `config: { isOpenData: true }` have those that speak to
 * programs.
 */
export const securityHeaders = fastifyPlugin(async (app) => {
  const { places, openData } = securityHeadersOf(app.config)
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id)
    reply.headers(request.routeOptions.config.isOpenData ? openData : places)
    done()
  })
})
