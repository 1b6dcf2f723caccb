import { ArticleReceipt } from '@bantin/shared/article-verbs'
import {
  ArticlePatch,
  Autosaved,
  EditorialArticle,
  EditorialArticleCard,
  EditorialArticleListQuery,
  EditorialOutcome,
  NewArticle,
} from '@bantin/shared/editorial-articles'
import { Id } from '@bantin/shared/ids'
import { object } from '@bantin/shared/object'
import { page } from '@bantin/shared/pagination'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { callOf, sendAnswer } from '../../guarded/call.ts'
import { createArticle, listArticles, readArticle } from './articles.service.ts'
import { autosaveArticle } from './autosave.service.ts'
import { changeArticle } from './change-article.service.ts'
import { readReceipt } from './receipt.service.ts'

const tags = ['editorial']
const none = object({})
const one = { tags, params: object({ id: Id }), querystring: none }
const description = 'Needs the ETag that was read as `If-Match`: 428 without, 412 with what stands now when it is stale.'

/** Articles as their editors have them. Every answer about one article carries its version as `ETag`; every change needs it as `If-Match`. */
export const editorialArticlesRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const list = {
    tags,
    summary: 'What you may read, newest change first',
    querystring: EditorialArticleListQuery,
    response: { 200: page(EditorialArticleCard) },
  }
  app.get('/articles', { schema: list }, (request) => listArticles(app.db, request.actor, request.query, app.cursors))

  const create = { tags, summary: 'Begin a draft', querystring: none, body: NewArticle, response: { 201: EditorialArticle } }
  app.post('/articles', { schema: create }, async (request, reply) =>
    sendAnswer(reply, await createArticle(app.db, callOf(request), request.body)),
  )

  const read = { ...one, summary: 'The newest revision with its states', response: { 200: EditorialArticle } }
  app.get('/articles/:id', { schema: read }, async (request, reply) => {
    const body = await readArticle(app.db, request.actor, request.params.id)
    return sendAnswer(reply, { status: 200, body, version: body.version })
  })

  const receipt = {
    ...one,
    summary: 'Which portals have received what they were told of it last',
    description: 'To be asked again after a publication or a removal: it can take minutes until all have it.',
    response: { 200: ArticleReceipt },
  }
  app.get('/articles/:id/receipt', { schema: receipt }, (request) => readReceipt(app.db, request.actor, request.params.id))

  const patch = {
    ...one,
    summary: 'Change what the next edition will say',
    description,
    body: ArticlePatch,
    response: { 200: EditorialOutcome },
  }
  app.patch('/articles/:id', { schema: patch }, async (request, reply) =>
    sendAnswer(reply, await changeArticle(app.db, callOf(request), request.params.id, 'edit', request.body)),
  )

  const autosave = {
    ...one,
    summary: 'The same while somebody writes, with a short answer',
    description,
    body: ArticlePatch,
    response: { 200: Autosaved },
  }
  app.put('/articles/:id/autosave', { schema: autosave }, async (request, reply) =>
    sendAnswer(reply, await autosaveArticle(app.db, callOf(request), request.params.id, request.body)),
  )
}
