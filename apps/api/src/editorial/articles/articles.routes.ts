import {
  ArticlePatch,
  EditorialArticle,
  EditorialArticleCard,
  EditorialArticleListQuery,
  HoldInput,
  NewArticle,
  PublishInput,
  WithdrawInput,
} from '@bantin/shared/articles'
import { Id } from '@bantin/shared/ids'
import { object } from '@bantin/shared/object'
import { page } from '@bantin/shared/pagination'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import type { TSchema } from 'typebox'
import { changeArticle, createArticle, listArticles, readArticle } from './articles.service.ts'

const one = { tags: ['editorial'], params: object({ id: Id }), querystring: object({}), response: { 200: EditorialArticle } }
const withBody = <B extends TSchema>(body: B) => ({ schema: { ...one, body } })

/** An article's life as its editors steer it. Every answer about one article carries its version as `ETag`; every change needs it as `If-Match`. */
export const editorialArticlesRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const list = { tags: ['editorial'], querystring: EditorialArticleListQuery, response: { 200: page(EditorialArticleCard) } }
  app.get('/articles', { schema: list }, (request) => listArticles(app.db, request.actor, request.query, app.cursors))

  const create = { tags: ['editorial'], querystring: object({}), body: NewArticle, response: { 201: EditorialArticle } }
  app.post('/articles', { schema: create }, async (request, reply) => {
    const article = await createArticle(app.db, request.actor, request.body)
    return tagged(reply.code(201).header('location', `/api/v1/editorial/articles/${article.id}`), article)
  })

  app.get('/articles/:id', { schema: one }, async (request, reply) =>
    tagged(reply, await readArticle(app.db, request.actor, request.params.id)),
  )

  app.patch('/articles/:id', withBody(ArticlePatch), async (request, reply) =>
    tagged(reply, await changeArticle(app.db, request.actor, request.params.id, request.headers['if-match'], 'edit', request.body)),
  )
  app.post('/articles/:id/publish', withBody(PublishInput), async (request, reply) =>
    tagged(reply, await changeArticle(app.db, request.actor, request.params.id, request.headers['if-match'], 'publish', request.body)),
  )
  app.post('/articles/:id/hold', withBody(HoldInput), async (request, reply) =>
    tagged(reply, await changeArticle(app.db, request.actor, request.params.id, request.headers['if-match'], 'hold', request.body)),
  )
  app.post('/articles/:id/put-back', withBody(object({})), async (request, reply) =>
    tagged(reply, await changeArticle(app.db, request.actor, request.params.id, request.headers['if-match'], 'putBack', request.body)),
  )
  app.post('/articles/:id/withdraw', withBody(WithdrawInput), async (request, reply) =>
    tagged(reply, await changeArticle(app.db, request.actor, request.params.id, request.headers['if-match'], 'withdraw', request.body)),
  )
}

function tagged(reply: Pick<FastifyReply, 'header'>, article: EditorialArticle): EditorialArticle {
  reply.header('etag', `"${article.version}"`)
  return article
}
