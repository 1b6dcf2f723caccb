import { Conversion, ConversionInput } from '@bantin/shared/conversions'
import { object } from '@bantin/shared/object'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { convertText } from './conversions.service.ts'

const tags = ['editorial']

/** Texts from elsewhere as bodies. The queue before the thread that converts may be as long as its work. */
export const conversionsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const text = {
    tags,
    summary: 'Convert HTML, Markdown or plain text to a body',
    description: 'Nothing is stored. What has no place in a body is left out and listed.',
    querystring: object({}),
    body: ConversionInput,
    response: { 200: Conversion },
  }
  app.post('/conversions', { schema: text, handlerTimeout: 60_000, config: { keepsText: true } }, (request) =>
    convertText(request.actor, request.body),
  )
}
