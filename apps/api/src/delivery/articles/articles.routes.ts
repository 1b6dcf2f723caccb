import { Article, ArticleCard, ArticleListQuery } from '@bantin/shared/articles'
import { object } from '@bantin/shared/object'
import { defaultLimit, page } from '@bantin/shared/pagination'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { ProblemError } from '../../errors.ts'
import { listScope } from '../../lib/cursor.ts'
import { sendJson } from '../send-json.ts'
import { findArticle, findArticles } from './articles.queries.ts'
import { findFate } from './former-articles.queries.ts'

const IdOrSlug = object({ idOrSlug: Type.String({ minLength: 1, maxLength: 100 }) })

/** Published articles: the newest first, and one by its id or slug. */
export const articlesRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { publicUrl } = app.config

  app.get(
    '/articles',
    { schema: { tags: ['delivery'], summary: 'The newest articles', querystring: ArticleListQuery, response: { 200: page(ArticleCard) } } },
    async (request, reply) => {
      const { cursor, limit = defaultLimit, ...filters } = request.query
      const scope = listScope('articles', filters)
      const after = cursor === undefined ? undefined : app.cursors.open(scope, cursor)
      const found = await findArticles(request.delivery, publicUrl, { filters, after, limit: limit + 1 })
      const last = found.length > limit ? found[limit - 1] : undefined
      const next = last ? app.cursors.seal(scope, [last.at, last.id]) : null
      if (next)
        reply.header(
          'link',
          `<${publicUrl}/api/v1/articles?${new URLSearchParams({ ...filters, limit: String(limit), cursor: next })}>; rel="next"`,
        )
      const data = found.slice(0, limit).map((row) => row.json)
      return sendJson(reply, `{"data":[${data.join(',')}],"page":{"next":${JSON.stringify(next)}}}`)
    },
  )

  const one = {
    tags: ['delivery'],
    summary: 'One article with its text',
    params: IdOrSlug,
    querystring: object({}),
    response: { 200: Article, 308: Type.Null() },
  }
  app.get('/articles/:idOrSlug', { schema: one }, async (request, reply) => {
    const { idOrSlug } = request.params
    const json = await findArticle(request.delivery, publicUrl, idOrSlug)
    if (json !== undefined) return sendJson(reply, json)
    const fate = await findFate(request.delivery, idOrSlug)
    if (fate === undefined) throw new ProblemError('not_found')
    if (fate === 'removed') throw new ProblemError('article_removed')
    if ('replacedBy' in fate) throw new ProblemError('article_redirected', fate)
    return reply.redirect(`${publicUrl}/api/v1/articles/${fate.movedTo}`, 308)
  })
}
