import { EmailChange, Me, PasswordChange, ProfilePatch, SignedIn } from '@bantin/shared/auth'
import { object } from '@bantin/shared/object'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { callOf, sendAnswer } from '../../guarded/call.ts'
import { changeEmail } from './change-email.service.ts'
import { changePassword } from './change-password.service.ts'
import { tokenKeys } from './open-session.ts'
import { changeMe, readOwnAccount } from './profile.service.ts'
import { refreshCookie } from './session-cookies.ts'

const base = { tags: ['auth'], querystring: object({}) }

/** The signed-in person's own account. Belongs into a scope with the session guard. */
export const accountRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const cookie = refreshCookie(app.config.publicUrl)
  const keys = tokenKeys(app.accessTokens, app.config.secrets)

  const read = { ...base, summary: 'The signed-in person and what he may do', response: { 200: Me } }
  app.get('/me', { schema: read }, async (request, reply) => sendAnswer(reply, await readOwnAccount(app.db, request.actor)))

  const change = {
    ...base,
    summary: 'Change name and language',
    description: 'Needs the ETag that was read as `If-Match`.',
    body: ProfilePatch,
    response: { 200: Me },
  }
  app.patch('/me', { schema: change }, async (request, reply) => sendAnswer(reply, await changeMe(app.db, callOf(request), request.body)))

  const email = {
    ...base,
    summary: 'Change the e-mail to sign in with',
    description: 'Needs the ETag that was read as `If-Match`. Links that were mailed to the old one open nothing any more.',
    body: EmailChange,
    response: { 200: Me },
  }
  app.post('/email', { schema: email }, async (request, reply) =>
    sendAnswer(reply, await changeEmail(app.db, callOf(request), request.body)),
  )

  const password = {
    ...base,
    summary: 'Change the password',
    description: 'Ends every session and the trust in every device. The answer opens a new session here.',
    body: PasswordChange,
    response: { 200: SignedIn },
  }
  app.post('/password', { schema: password }, async ({ actor, body, ip: address, headers }, reply) => {
    const opened = await changePassword(app.db, keys, actor, body, { address, userAgent: headers['user-agent'] })
    reply.setCookie(cookie.name, opened.refreshToken, cookie.attributes)
    return opened.body
  })
}
