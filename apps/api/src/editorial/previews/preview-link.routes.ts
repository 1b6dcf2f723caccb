import { object } from '@bantin/shared/object'
import { LinkToken, PreviewedArticle } from '@bantin/shared/previews'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { openPreview } from './preview-link.service.ts'

/** What a preview's link opens. Nobody is signed in here: the token is the credential. */
export const previewLinkRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const read = {
    tags: ['links'],
    summary: 'The newest text of the article that the link is for',
    params: object({ token: LinkToken }),
    querystring: object({}),
    response: { 200: PreviewedArticle },
  }
  app.get('/:token', { schema: read }, (request) => openPreview(app.db, request.params.token, app))
}
