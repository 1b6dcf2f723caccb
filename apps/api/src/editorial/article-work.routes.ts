import type { FastifyPluginAsync } from 'fastify'
import { editorialArticlesRoutes } from './articles/articles.routes.ts'
import { handOnRoutes } from './articles/hand-on.routes.ts'
import { articleVerbsRoutes } from './articles/verbs.routes.ts'
import { commentsRoutes } from './comments/comments.routes.ts'
import { conversionsRoutes } from './conversions/conversions.routes.ts'
import { opinionsRoutes } from './opinions/opinions.routes.ts'
import { presenceRoutes } from './presence/presence.routes.ts'
import { previewsRoutes } from './previews/previews.routes.ts'
import { revisionsRoutes } from './revisions/revisions.routes.ts'

/** Everything that is done with an article at the desk. */
export const articleWorkRoutes: FastifyPluginAsync = async (editorial) => {
  await editorial.register(editorialArticlesRoutes)
  await editorial.register(articleVerbsRoutes)
  await editorial.register(handOnRoutes)
  await editorial.register(revisionsRoutes)
  await editorial.register(conversionsRoutes)
  await editorial.register(previewsRoutes)
  await editorial.register(opinionsRoutes)
  await editorial.register(commentsRoutes)
  await editorial.register(presenceRoutes)
}
