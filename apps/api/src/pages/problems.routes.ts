import type { FastifyPluginAsync } from 'fastify'
import { documentPolicy } from './page-headers.ts'
import { problemsPage, problemsStyle } from './problems-page.ts'

/** `/docs/problems`: cause and cure of every problem code. */
export const problemsRoutes: FastifyPluginAsync = async (app) => {
  const page = problemsPage()
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('content-security-policy', documentPolicy).header('cache-control', 'public, max-age=3600')
  })
  app.get('/docs/problems', { schema: { hide: true } }, async (_request, reply) => reply.type('text/html; charset=utf-8').send(page))
  app.get('/docs/problems.css', { schema: { hide: true } }, async (_request, reply) => reply.type('text/css').send(problemsStyle))
}
