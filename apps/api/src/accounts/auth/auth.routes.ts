import { LoginInput, SignedIn } from '@bantin/shared/auth'
import { object } from '@bantin/shared/object'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { deriveKey } from '../../lib/keys.ts'
import { logIn } from './log-in.service.ts'
import { logOut } from './log-out.service.ts'
import type { OpenSession, TokenKeys } from './open-session.ts'
import { refresh } from './refresh.service.ts'
import { refreshCookie } from './refresh-cookie.ts'

const schema = { tags: ['auth'], querystring: object({}) }
/** Whoever is not signed in has no megabyte to be read: an e-mail and a password fit well. */
const bodyLimit = 4096
const description = 'The body is `{}` and must be there: the content type application/json is one that a form of another site cannot send.'

/** Sign-in, refresh and sign-out: where the refresh cookie is the credential. Belongs into a scope that refuses other sites. */
export const authRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const cookie = refreshCookie(app.config.publicUrl)
  const [first, ...older] = app.config.secrets
  const refreshKey = (secret: string) => deriveKey(secret, 'refresh-token')
  const keys: TokenKeys = { access: app.accessTokens, refresh: [refreshKey(first), ...older.map(refreshKey)] }
  const presented = (request: FastifyRequest) => request.cookies[cookie.name]

  const send = (reply: FastifyReply, { body, refreshToken }: OpenSession) => {
    reply.header('cache-control', 'no-store').setCookie(cookie.name, refreshToken, cookie.attributes)
    return body
  }

  app.post(
    '/login',
    { bodyLimit, schema: { ...schema, summary: 'Sign in', body: LoginInput, response: { 200: SignedIn } } },
    async (request, reply) => send(reply, await logIn(app.db, keys, request.body, request.ip)),
  )

  app.post(
    '/refresh',
    { bodyLimit, schema: { ...schema, summary: 'Get a fresh access token', description, body: object({}), response: { 200: SignedIn } } },
    async (request, reply) => send(reply, await refresh(app.db, keys, presented(request), request.ip)),
  )

  app.post(
    '/logout',
    { bodyLimit, schema: { ...schema, summary: 'Sign out', description, body: object({}), response: { 204: Type.Null() } } },
    async (request, reply) => {
      await logOut(app.db, presented(request), request.ip)
      const { maxAge: _, ...attributes } = cookie.attributes
      return reply.clearCookie(cookie.name, attributes).code(204).send(null)
    },
  )
}
