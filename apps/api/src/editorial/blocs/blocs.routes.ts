import { BlocPatch, EditorialBloc } from '@bantin/shared/editorial-blocs'
import { Id } from '@bantin/shared/ids'
import { object } from '@bantin/shared/object'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { callOf, sendAnswer } from '../../guarded/call.ts'
import { changeBloc, readBloc } from './blocs.service.ts'

const one = { tags: ['editorial'], querystring: object({}), params: object({ id: Id }), response: { 200: EditorialBloc } }
const description =
  'Needs the version of the bloc, which is that of the unit, as `If-Match`. 409 `conflict` says which rule would be broken.'

/** Blocs: which units are their members when, and which lead them in which year. */
export const blocsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const read = { ...one, summary: 'A bloc: its members on all days, and who leads it in all years' }
  app.get('/blocs/:id', { schema: read }, async (request, reply) =>
    sendAnswer(reply, await readBloc(app.db, request.actor, request.params.id)),
  )

  const change = { ...one, summary: 'Change members and terms, as whole lists', description, body: BlocPatch }
  app.patch('/blocs/:id', { schema: change }, async (request, reply) =>
    sendAnswer(reply, await changeBloc(app.db, callOf(request), request.params.id, request.body)),
  )
}
