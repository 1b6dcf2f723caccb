import { Id } from '@bantin/shared/ids'
import { object } from '@bantin/shared/object'
import { page } from '@bantin/shared/pagination'
import {
  DiffQuery,
  Revision,
  RevisionCard,
  RevisionDiff,
  RevisionListQuery,
  RevisionParams,
  SaveVersionInput,
} from '@bantin/shared/revisions'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { callOf, sendAnswer } from '../../guarded/call.ts'
import { diffRevisions, listRevisions, readRevision, saveVersion } from './revisions.service.ts'

const tags = ['editorial']
const ofArticle = { tags, params: object({ id: Id }) }

/** What an article said at every time it was saved. Restoring is a verb of the article: `POST /articles/{id}/restore`. */
export const revisionsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const list = {
    ...ofArticle,
    summary: 'Every saved state of the text, newest first',
    querystring: RevisionListQuery,
    response: { 200: page(RevisionCard) },
  }
  app.get('/articles/:id/revisions', { schema: list }, async (request, reply) =>
    sendAnswer(reply, await listRevisions(app.db, request.actor, request.params.id, request.query, app.cursors)),
  )

  const read = {
    tags,
    params: RevisionParams,
    summary: 'One of them, with all of its content',
    querystring: object({}),
    response: { 200: Revision },
  }
  app.get('/articles/:id/revisions/:number', { schema: read }, async (request, reply) =>
    sendAnswer(reply, await readRevision(app.db, request.actor, request.params.id, request.params.number)),
  )

  const save = {
    ...ofArticle,
    summary: 'Keep the newest one for good, under a label',
    description: 'Needs the ETag that was read as `If-Match`. The version of the article stays. 409 when it is kept already.',
    querystring: object({}),
    body: SaveVersionInput,
    response: { 201: Revision },
  }
  app.post('/articles/:id/revisions', { schema: save }, async (request, reply) =>
    sendAnswer(reply, await saveVersion(app.db, callOf(request), request.params.id, request.body)),
  )

  const diff = {
    ...ofArticle,
    summary: 'What differs between two of them, block by block and word by word',
    querystring: DiffQuery,
    response: { 200: RevisionDiff },
  }
  app.get('/articles/:id/diff', { schema: diff }, async (request, reply) =>
    sendAnswer(reply, await diffRevisions(app.db, request.actor, request.params.id, request.query)),
  )
}
