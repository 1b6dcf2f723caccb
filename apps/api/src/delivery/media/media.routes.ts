import { Id } from '@bantin/shared/ids'
import { object } from '@bantin/shared/object'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { ProblemError } from '../../errors.ts'
import { findVariantType } from './media.queries.ts'

const VariantPath = object({
  id: Id,
  rev: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
  variant: Type.String({ pattern: '^[a-z0-9-]{1,40}\\.(jpg|webp|avif)$' }),
})

/** `/media/{id}/{rev}/{variant}`: a picture that something public shows. The address changes with the bytes, so it may be kept. */
export const mediaRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const schema = {
    tags: ['delivery'],
    summary: 'A picture that something public shows',
    params: VariantPath,
    querystring: object({}),
    response: { 200: { description: 'The picture', content: { 'image/*': { schema: Type.Any() } } } },
  }
  app.get('/media/:id/:rev/:variant', { schema }, async (request, reply) => {
    const { id, rev, variant } = request.params
    const type = await findVariantType(app.delivery, id, rev, variant)
    const file = type === undefined ? undefined : await app.mediaStore.open(`${id}/${rev}/${variant}`)
    if (type === undefined || file === undefined) throw new ProblemError('not_found')
    return reply
      .type(type)
      .header('content-length', file.bytes)
      .header('cache-control', 'public, max-age=86400, immutable')
      .header('cross-origin-resource-policy', 'cross-origin')
      .send(file.stream)
  })
}
