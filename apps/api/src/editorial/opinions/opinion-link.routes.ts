import { object } from '@bantin/shared/object'
import { AskedOpinion, OpinionInput } from '@bantin/shared/opinions'
import { LinkToken } from '@bantin/shared/previews'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { answerOpinion, openOpinion } from './opinion-link.service.ts'

const one = { tags: ['links'], params: object({ token: LinkToken }), querystring: object({}), response: { 200: AskedOpinion } }
const bodyLimit = 16_384

/** What the person asked sees and answers. Nobody is signed in here: the token is the credential. */
export const opinionLinkRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/:token', { schema: { ...one, summary: 'The text that you are asked about, and your answer' } }, (request) =>
    openOpinion(app.db, request.params.token, app),
  )

  app.post('/:token', { bodyLimit, schema: { ...one, summary: 'Say what you think, once', body: OpinionInput } }, (request) =>
    answerOpinion(app.db, { ...request.body, token: request.params.token, address: request.ip }, app),
  )
}
