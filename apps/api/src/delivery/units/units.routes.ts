import { object } from '@bantin/shared/object'
import { page } from '@bantin/shared/pagination'
import { Unit, UnitCard } from '@bantin/shared/units'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { ProblemError } from '../../errors.ts'
import { sendJson } from '../send-json.ts'
import { findUnit, findUnits } from './units.queries.ts'

/** Organizational units: all of them as a flat list, and one by its slug. */
export const unitsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { publicUrl } = app.config

  app.get(
    '/units',
    { schema: { tags: ['delivery'], summary: 'All units as a flat list', querystring: object({}), response: { 200: page(UnitCard) } } },
    async (request, reply) => sendJson(reply, await findUnits(request.delivery, publicUrl)),
  )

  const one = {
    tags: ['delivery'],
    summary: 'One unit',
    params: object({ slug: Type.String({ maxLength: 100 }) }),
    querystring: object({}),
    response: { 200: Unit },
  }
  app.get('/units/:slug', { schema: one }, async (request, reply) => {
    const json = await findUnit(request.delivery, publicUrl, request.params.slug)
    if (json === undefined) throw new ProblemError('not_found')
    return sendJson(reply, json)
  })
}
