import { Edition, EditionDocument, EditionParams } from '@bantin/shared/editions'
import { Id } from '@bantin/shared/ids'
import { object } from '@bantin/shared/object'
import { page } from '@bantin/shared/pagination'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { ProblemError } from '../../errors.ts'
import { sendJson } from '../send-json.ts'
import { findDocument, findEditions } from './editions.queries.ts'

/** What was published under an article's id, edition by edition, for whoever wants to prove it. */
export const editionsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { publicUrl } = app.config
  const common = { tags: ['delivery'], querystring: object({}) }

  const all = { ...common, summary: 'All editions of an article', params: object({ id: Id }), response: { 200: page(Edition) } }
  app.get('/articles/:id/editions', { schema: all }, async ({ delivery, params }, reply) => {
    const json = await findEditions(delivery, publicUrl, params.id)
    if (json === undefined) throw new ProblemError('not_found')
    return sendJson(reply, json)
  })

  const one = { ...common, summary: 'What an edition said, byte for byte', params: EditionParams, response: { 200: EditionDocument } }
  app.get('/articles/:id/editions/:edition', { schema: one }, async ({ delivery, params }, reply) => {
    const document = await findDocument(delivery, params.id, params.edition)
    if (document === undefined) throw new ProblemError('not_found')
    if (document === '') throw new ProblemError('edition_redacted')
    return sendJson(reply, document)
  })
}
