import { BlocYear, Emulation } from '@bantin/shared/blocs'
import { object } from '@bantin/shared/object'
import { page } from '@bantin/shared/pagination'
import { Unit, UnitCard, UnitListQuery, UnitNode, UnitQuery } from '@bantin/shared/units'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { movedAddress } from '../moved-address.ts'
import { sendJson, sendMoved } from '../send-json.ts'
import { findEmulation } from './emulation.queries.ts'
import { findUnits } from './unit-list.queries.ts'
import { findUnit } from './units.queries.ts'

/** Organizational units as they are on a day: all of them, flat or nested, and one by its id or slug. */
export const unitsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { publicUrl } = app.config
  const tags = ['delivery']

  const all = {
    tags,
    summary: 'All units of a day, as a flat list or as trees',
    querystring: UnitListQuery,
    response: { 200: Type.Union([page(UnitCard), page(UnitNode)]) },
  }
  app.get('/units', { schema: all }, async (request, reply) => {
    const { asOf, nested = false } = request.query
    return sendJson(reply, await findUnits(request.delivery, publicUrl, asOf, nested))
  })

  const one = {
    tags,
    summary: 'One unit',
    params: object({ idOrSlug: Type.String({ maxLength: 100 }) }),
    querystring: UnitQuery,
    response: { 200: Unit, 308: Type.Null() },
  }
  const emulation = {
    tags,
    summary: 'What a year of a bloc came to: scores, ranks, commendations',
    description: 'Units are called as at the end of the year. 404 while nothing of it is decided.',
    params: object({ idOrSlug: Type.String({ maxLength: 100 }), year: BlocYear }),
    querystring: object({}),
    response: { 200: Emulation, 308: Type.Null() },
  }
  app.get('/units/:idOrSlug/emulation/:year', { schema: emulation }, async ({ delivery, params: { idOrSlug, year } }, reply) => {
    const json = await findEmulation(delivery, publicUrl, idOrSlug, year)
    if (json !== undefined) return sendJson(reply, json)
    return sendMoved(reply, await movedAddress(delivery, { noun: 'units', idOrSlug, below: `/emulation/${year}`, query: {}, publicUrl }))
  })

  app.get('/units/:idOrSlug', { schema: one }, async ({ delivery, params: { idOrSlug }, query }, reply) => {
    const json = await findUnit(delivery, publicUrl, idOrSlug, query.asOf)
    if (json !== undefined) return sendJson(reply, json)
    return sendMoved(reply, await movedAddress(delivery, { noun: 'units', idOrSlug, query, publicUrl }))
  })
}
