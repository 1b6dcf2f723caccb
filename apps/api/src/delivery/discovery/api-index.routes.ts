import { ApiIndex } from '@bantin/shared/discovery'
import { object } from '@bantin/shared/object'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { apiIndex, catalogPath, type Documented } from './api-index.ts'

/** The API itself: where everything is. */
export const apiIndexRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { publicUrl } = app.config
  const links = [
    `<${publicUrl}${catalogPath}>; rel="api-catalog"`,
    `<${publicUrl}/openapi.json>; rel="service-desc"; type="application/json"`,
    `<${publicUrl}/docs>; rel="service-doc"; type="text/html"`,
  ]
  const schema = { tags: ['delivery'], summary: 'Where everything is', querystring: object({}), response: { 200: ApiIndex } }
  app.get('/', { schema, prefixTrailingSlash: 'no-slash', config: { cached: false } }, async (_request, reply) => {
    reply.headers({ link: links.join(', '), 'cache-control': 'public, max-age=3600' })
    return apiIndex(publicUrl, app.swagger() as Documented)
  })
}
