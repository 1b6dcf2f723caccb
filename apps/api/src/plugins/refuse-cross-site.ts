import fastifyPlugin from 'fastify-plugin'
import { ProblemError } from '../errors.ts'

/**
 * For a scope where a cookie is the credential: what a browser sends on behalf of another site is refused with `cross_site` before
 * anything else. Clients that are no browsers send neither header.
 */
export const refuseCrossSite = fastifyPlugin(async (app) => {
  const ownOrigin = new URL(app.config.publicUrl).origin
  app.addHook('onRequest', async ({ headers }) => {
    const site = headers['sec-fetch-site']
    const fromHere = site === undefined || site === 'same-origin' || site === 'same-site'
    if (!fromHere || (headers.origin ?? ownOrigin) !== ownOrigin) throw new ProblemError('cross_site')
  })
})
