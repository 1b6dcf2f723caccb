import { object } from '@bantin/shared/object'
import { Person, PersonQuery } from '@bantin/shared/people'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { ProblemError } from '../../errors.ts'
import { sendJson } from '../send-json.ts'
import { findPerson } from './people.queries.ts'

/** Who holds, held and will hold posts: somebody by the slug. */
export const peopleRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const schema = {
    tags: ['delivery'],
    summary: 'One person with the posts of a day, before and after',
    params: object({ slug: Type.String({ maxLength: 100 }) }),
    querystring: PersonQuery,
    response: { 200: Person },
  }
  app.get('/people/:slug', { schema }, async ({ delivery, params, query }, reply) => {
    const json = await findPerson(delivery, app.config.publicUrl, params.slug, query.asOf)
    if (json === undefined) throw new ProblemError('not_found')
    return sendJson(reply, json)
  })
}
