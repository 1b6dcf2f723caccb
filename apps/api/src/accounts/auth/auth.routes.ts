import { LoginInput, SignedIn } from '@bantin/shared/auth'
import { object } from '@bantin/shared/object'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { logIn } from './log-in.service.ts'
import { logOut } from './log-out.service.ts'
import { type OpenSession, tokenKeys } from './open-session.ts'
import { refresh } from './refresh.service.ts'
import { deviceCookie, refreshCookie } from './session-cookies.ts'

const schema = { tags: ['auth'], querystring: object({}) }
/** Whoever is not signed in has no megabyte to be read: an e-mail and a password fit well. */
const bodyLimit = 4096
const description = 'The body is `{}` and must be there: the content type application/json is one that a form of another site cannot send.'

/** Sign-in, refresh and sign-out: where the refresh cookie is the credential. Belongs into a scope that refuses other sites. */
export const authRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { publicUrl, secrets } = app.config
  const [cookie, trusted] = [refreshCookie(publicUrl), deviceCookie(publicUrl)]
  const keys = { ...tokenKeys(app.accessTokens, secrets), secrets }
  const presented = (request: FastifyRequest) => request.cookies[cookie.name]

  const send = (reply: FastifyReply, { body, refreshToken }: OpenSession) => {
    reply.setCookie(cookie.name, refreshToken, cookie.attributes)
    return body
  }

  const login = {
    ...schema,
    summary: 'Sign in',
    description: '`code_needed` asks for the same again with `code`.',
    body: LoginInput,
    response: { 200: SignedIn },
  }
  app.post('/login', { bodyLimit, schema: login }, async ({ body, ip: address, headers, cookies }, reply) => {
    const signedIn = await logIn(app.db, keys, body, { address, userAgent: headers['user-agent'] }, cookies[trusted.name])
    if (signedIn.deviceToken !== undefined) reply.setCookie(trusted.name, signedIn.deviceToken, trusted.attributes)
    return send(reply, signedIn)
  })

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
