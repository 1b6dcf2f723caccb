import fastifyPlugin from 'fastify-plugin'
import { ProblemError } from '../errors.ts'
import type { AccessClaims } from '../lib/access-tokens.ts'
import type { ActingPerson } from '../lib/acting-person.ts'

/** Who a token stands for at this moment; undefined when its session has ended or its user may no longer sign in. */
type ReadSession = (claims: AccessClaims) => Promise<Omit<ActingPerson, 'address'> | undefined>

/**
 * A guard for a scope: every route in it needs `Authorization: Bearer <access token>` of a live session, else 401, before its body
 * is read. The session is looked up on each request, so that signing out, disabling and changed roles act on the next one.
 */
export function sessionGuard(readSession: ReadSession) {
  return fastifyPlugin(async (app) => {
    app.decorateRequest('actor')
    app.decorateRequest('session')
    app.addHook('onRoute', (route) => {
      if (route.schema) route.schema.security = [{ session: [] }]
    })
    app.addHook('onRequest', async (request) => {
      const token = /^Bearer ([\w.-]{1,2000})$/i.exec(request.headers.authorization ?? '')?.[1]
      const claims = token === undefined ? undefined : app.accessTokens.read(token)
      if (!claims) throw new ProblemError('unauthorized')
      const readActor = async () => {
        const person = await readSession(claims)
        if (!person) throw new ProblemError('unauthorized')
        return { ...person, address: request.ip }
      }
      request.session = { id: claims.sessionId, readActor }
      request.actor = await readActor()
    })
  })
}
