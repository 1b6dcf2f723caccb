import { ForgottenPassword, LinkHolder, LinkInput, NewPassword } from '@bantin/shared/auth'
import { object } from '@bantin/shared/object'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { askForLink, readLink, setPasswordByLink } from './password-links.service.ts'

const base = { tags: ['auth'], querystring: object({}) }
const done = { 204: Type.Null() }
const bodyLimit = 4096

/** Links with which a person sets a password. Belongs into a scope that refuses other sites. */
export const passwordLinksRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const forgot = {
    ...base,
    summary: 'Have a link for a new password mailed',
    description: 'The answer is the same whether or not there is such an account.',
    body: ForgottenPassword,
    response: done,
  }
  app.post('/forgot', { bodyLimit, schema: forgot }, async (request, reply) => {
    await askForLink(app.db, request.body, request.ip)
    return reply.code(204).send(null)
  })

  const read = { ...base, summary: 'Whom a link is for', description: 'Uses nothing up.', body: LinkInput, response: { 200: LinkHolder } }
  app.post('/links', { bodyLimit, schema: read }, (request) => readLink(app.db, request.body))

  for (const [path, kind, summary] of [
    ['invitations', 'invitation', 'Accept an invitation with a password'],
    ['reset', 'reset', 'Set a new password'],
  ] as const) {
    const schema = { ...base, summary, description: 'Each link works once.', body: NewPassword, response: done }
    app.post(`/${path}`, { bodyLimit, schema }, async (request, reply) => {
      await setPasswordByLink(app.db, kind, request.body, request.ip)
      return reply.code(204).send(null)
    })
  }
}
