import {
  ArticlePatch,
  EditorialArticle,
  EditorialArticleCard,
  EditorialArticleListQuery,
  HoldInput,
  NewArticle,
  PublishInput,
  WithdrawInput,
} from '@bantin/shared/editorial-articles'
import { Id } from '@bantin/shared/ids'
import { object } from '@bantin/shared/object'
import { page } from '@bantin/shared/pagination'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import type { TSchema } from 'typebox'
import { changeArticle, createArticle, listArticles, readArticle } from './articles.service.ts'

const one = { tags: ['editorial'], params: object({ id: Id }), querystring: object({}), response: { 200: EditorialArticle } }
const description = 'Needs the ETag that was read as `If-Match`: 428 without, 412 with what stands now when it is stale.'
const change = <B extends TSchema>(summary: string, body: B) => ({ schema: { ...one, summary, description, body } })

/** An article's life as its editors steer it. Every answer about one article carries its version as `ETag`; every change needs it as `If-Match`. */
export const editorialArticlesRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const list = {
    tags: ['editorial'],
    summary: 'What you may read, newest change first',
    querystring: EditorialArticleListQuery,
    response: { 200: page(EditorialArticleCard) },
  }
  app.get('/articles', { schema: list }, (request) => listArticles(app.db, request.actor, request.query, app.cursors))

  const create = {
    tags: ['editorial'],
    summary: 'Begin a draft',
    querystring: object({}),
    body: NewArticle,
    response: { 201: EditorialArticle },
  }
  app.post('/articles', { schema: create }, async (request, reply) => {
    const article = await createArticle(app.db, request.actor, request.body)
    return tagged(reply.code(201).header('location', `/api/v1/editorial/articles/${article.id}`), article)
  })

  app.get('/articles/:id', { schema: { ...one, summary: 'The newest revision with its states' } }, async (request, reply) =>
    tagged(reply, await readArticle(app.db, request.actor, request.params.id)),
  )

  app.patch('/articles/:id', change('Change what the next edition will say', ArticlePatch), async (request, reply) =>
    tagged(reply, await changeArticle(app.db, request.actor, request.params.id, request.headers['if-match'], 'edit', request.body)),
  )
  app.post('/articles/:id/publish', change('Publish as the next edition', PublishInput), async (request, reply) =>
    tagged(reply, await changeArticle(app.db, request.actor, request.params.id, request.headers['if-match'], 'publish', request.body)),
  )
  app.post('/articles/:id/hold', change('Take off everything we serve', HoldInput), async (request, reply) =>
    tagged(reply, await changeArticle(app.db, request.actor, request.params.id, request.headers['if-match'], 'hold', request.body)),
  )
  app.post('/articles/:id/put-back', change('Show the same edition again', object({})), async (request, reply) =>
    tagged(reply, await changeArticle(app.db, request.actor, request.params.id, request.headers['if-match'], 'putBack', request.body)),
  )
  app.post('/articles/:id/withdraw', change('Leave readable under a banner, in no list', WithdrawInput), async (request, reply) =>
    tagged(reply, await changeArticle(app.db, request.actor, request.params.id, request.headers['if-match'], 'withdraw', request.body)),
  )
}

function tagged(reply: Pick<FastifyReply, 'header'>, article: EditorialArticle): EditorialArticle {
  reply.header('etag', `"${article.version}"`)
  return article
}
