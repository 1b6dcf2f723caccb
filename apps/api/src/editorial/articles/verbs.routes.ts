import {
  HoldInput,
  NoteInput,
  PublishInput,
  RedactInput,
  RedirectInput,
  RemoveInput,
  RestoreInput,
  ReturnInput,
  ScheduleInput,
  WithdrawInput,
} from '@bantin/shared/article-verbs'
import { EditorialOutcome } from '@bantin/shared/editorial-articles'
import { Id } from '@bantin/shared/ids'
import { object } from '@bantin/shared/object'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { TSchema } from 'typebox'
import { callOf, sendAnswer } from '../../guarded/call.ts'
import { type ChangeInput, changeArticle } from './change-article.service.ts'

type RoutedVerb = Exclude<keyof ChangeInput, 'edit' | 'publishDue' | 'withdrawDue'>

/** Every verb has a route of its name; who may, from which states: docs/model.md. */
const routes: { [V in RoutedVerb]: [path: string, summary: string, body: TSchema] } = {
  restore: ['restore', 'Make an earlier revision the newest', RestoreInput],
  submit: ['submit', 'Hand it to a reviewer', NoteInput],
  recall: ['recall', 'Take it back from review', object({})],
  return: ['return', 'Give it back to its author, with a note', ReturnInput],
  approve: ['approve', 'Say yes to the newest revision, or to what was published by force', NoteInput],
  publish: ['publish', 'Publish as the next edition', PublishInput],
  schedule: ['schedule', 'Publish at a time, and withdraw it at another', ScheduleInput],
  unschedule: ['unschedule', 'Take it off the schedule, or call off the planned withdrawal', object({})],
  hold: ['hold', 'Take off everything we serve; the reason may follow within 24 hours', HoldInput],
  putBack: ['put-back', 'Show the same edition again', object({})],
  withdraw: ['withdraw', 'Leave readable under a banner, in no list', WithdrawInput],
  redirect: ['redirect', 'Send readers on to another article', RedirectInput],
  remove: ['remove', 'Take away: 410 (gone) or 404 (vanish) from now on', RemoveInput],
  redact: ['redact', 'Empty editions that hold personal data; their hashes stay', RedactInput],
}

/** The moves of an article's life. Each needs its version as `If-Match` and may carry an `Idempotency-Key`. */
export const articleVerbsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  for (const verb of Object.keys(routes) as RoutedVerb[]) {
    const [path, summary, body] = routes[verb]
    const schema = {
      tags: ['editorial'],
      summary,
      description: 'Needs the ETag that was read as `If-Match`. A retry with the same `Idempotency-Key` is given the same answer.',
      params: object({ id: Id }),
      querystring: object({}),
      body,
      response: { 200: EditorialOutcome },
    }
    app.post(`/articles/:id/${path}`, { schema }, async (request, reply) =>
      sendAnswer(reply, await changeArticle(app.db, callOf(request), request.params.id, verb, request.body as ChangeInput[typeof verb])),
    )
  }
}
