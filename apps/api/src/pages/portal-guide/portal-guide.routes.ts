import type { FastifyPluginAsync } from 'fastify'
import { documentPolicy } from '../page-headers.ts'
import { guidePage, guideStyle, guides } from './guide-page.ts'

/** `/docs/portals`, in Vietnamese `/docs/cong-nhan-tin`: the first half hour of who writes a portal. */
export const portalGuideRoutes: FastifyPluginAsync = async (app) => {
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('content-security-policy', documentPolicy).header('cache-control', 'public, max-age=3600')
  })
  for (const language of ['en', 'vi'] as const) {
    // Made when somebody asks: a start reads no files that few ask for.
    app.get(guides[language], { schema: { hide: true } }, async (_request, reply) =>
      reply.type('text/html; charset=utf-8').send(guidePage(language, app.config.publicUrl)),
    )
  }
  app.get('/docs/portals.css', { schema: { hide: true } }, async (_request, reply) => reply.type('text/css').send(guideStyle))
}
