import fastifyPlugin from 'fastify-plugin'
import { ProblemError } from '../errors.ts'
import type { AccessClaims } from '../lib/access-tokens.ts'
import type { ActingPerson } from '../lib/acting-person.ts'

/** Who a token stands for at this moment; undefined when its session has ended or its user may no longer sign in. */
type ReadSession = (claims: AccessClaims) => Promise<(Omit<ActingPerson, 'address'> & { lacksSecondFactor: boolean }) | undefined>

/**
 * A guard for a scope: every route in it needs `Authorization: Bearer <access token>` of a live session, else 401, before its body
 * is read; where it asks for the second factor, whoever has to have one and has none is told `second_factor_required`. The session is
 * looked up on each request, so that signing out, disabling and changed roles act on the next one.
 */
export function sessionGuard(readSession: ReadSession) {
  return ({ asksSecondFactor }: { asksSecondFactor: boolean }) =>
    fastifyPlugin(async (app) => {
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
          const found = await readSession(claims)
          if (!found) throw new ProblemError('unauthorized')
          const { lacksSecondFactor, ...person } = found
          if (asksSecondFactor && lacksSecondFactor) throw new ProblemError('second_factor_required')
          return { ...person, address: request.ip }
        }
        request.session = { id: claims.sessionId, readActor }
        request.actor = await readActor()
      })
    })
}
