import { ArticleList, ArticleListQuery } from '@bantin/shared/article-list'
import { Article } from '@bantin/shared/articles'
import { object } from '@bantin/shared/object'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { ProblemError } from '../../errors.ts'
import { asQuery } from '../as-query.ts'
import { sendJson, sendMoved } from '../send-json.ts'
import { findArticle } from './articles.queries.ts'
import { readArticlesPage } from './articles-page.ts'
import { findFate } from './former-articles.queries.ts'

const IdOrSlug = object({ idOrSlug: Type.String({ minLength: 1, maxLength: 100 }) })

/** Published articles: lists and batches of them, and one by its id or slug. */
export const articlesRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { publicUrl } = app.config

  app.get(
    '/articles',
    {
      schema: { tags: ['delivery'], summary: 'Articles, the newest first', querystring: ArticleListQuery, response: { 200: ArticleList } },
    },
    async ({ delivery, query }, reply) => {
      const { json, next } = await readArticlesPage(delivery, { baseUrl: publicUrl, cursors: app.cursors, query })
      if (next) reply.header('link', `<${publicUrl}/api/v1/articles?${asQuery({ ...query, cursor: next })}>; rel="next"`)
      return sendJson(reply, json)
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
    const found = await findArticle(request.delivery, publicUrl, idOrSlug)
    if (found !== undefined) return sendJson(reply.header('last-modified', found.modified), found.json)
    const fate = await findFate(request.delivery, idOrSlug)
    if (fate === undefined) throw new ProblemError('not_found')
    if (fate === 'removed') throw new ProblemError('article_removed')
    if ('replacedBy' in fate) throw new ProblemError('article_redirected', fate)
    return sendMoved(reply, `${publicUrl}/api/v1/articles/${fate.movedTo}`)
  })
}
