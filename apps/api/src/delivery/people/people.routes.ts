import { object } from '@bantin/shared/object'
import { Person, PersonQuery } from '@bantin/shared/people'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { sendJson } from '../send-json.ts'
import { sendMoved } from '../send-moved.ts'
import { findPerson } from './people.queries.ts'

/** Who holds, held and will hold posts: somebody by the id or slug. */
export const peopleRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { publicUrl } = app.config
  const schema = {
    tags: ['delivery'],
    summary: 'One person with the posts of a day, before and after',
    params: object({ idOrSlug: Type.String({ maxLength: 100 }) }),
    querystring: PersonQuery,
    response: { 200: Person, 308: Type.Null() },
  }
  app.get('/people/:idOrSlug', { schema }, async ({ delivery, params: { idOrSlug }, query }, reply) => {
    const json = await findPerson(delivery, publicUrl, idOrSlug, query.asOf)
    return json === undefined ? await sendMoved(delivery, reply, { noun: 'people', idOrSlug, query, publicUrl }) : sendJson(reply, json)
  })
}
