import { object } from '@bantin/shared/object'
import { Person, PersonQuery } from '@bantin/shared/people'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { movedAddress } from '../moved-address.ts'
import { sendJson, sendMoved } from '../send-json.ts'
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
    if (json !== undefined) return sendJson(reply, json)
    return sendMoved(reply, await movedAddress(delivery, { noun: 'people', idOrSlug, query, publicUrl }))
  })
}
