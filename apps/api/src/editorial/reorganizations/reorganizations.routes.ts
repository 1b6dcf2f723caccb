import { Id } from '@bantin/shared/ids'
import { object } from '@bantin/shared/object'
import { page } from '@bantin/shared/pagination'
import { CarriedOutReorganization, Reorganization, ReorganizationEffects, ReorganizeQuery } from '@bantin/shared/reorganizations'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { callOf, sendAnswer } from '../../guarded/call.ts'
import { listReorganizations, reorganize, undoReorganization } from './reorganizations.service.ts'

const tags = ['editorial']
const querystring = object({})

/** Mergers and the like: units that end on a day, what follows them, and all that goes with it. */
export const reorganizationsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const carryOut = {
    tags,
    summary: 'Merge, split, replace, close or rename units on a day',
    description: 'With `dryRun` it answers everything that it would do, and does nothing. A day to come comes true by itself.',
    querystring: ReorganizeQuery,
    body: Reorganization,
    response: { 200: ReorganizationEffects },
  }
  app.post('/units/reorganize', { schema: carryOut }, async (request, reply) =>
    sendAnswer(reply, await reorganize(app.db, callOf(request), request.body, request.query.dryRun === true)),
  )

  const list = { tags, summary: 'The reorganizations there were', querystring, response: { 200: page(CarriedOutReorganization) } }
  app.get('/reorganizations', { schema: list }, (request) => listReorganizations(app.db, request.actor))

  const undo = {
    tags,
    summary: 'Undo the last reorganization',
    description: 'Only while nothing was built on it: 409 otherwise.',
    params: object({ id: Id }),
    querystring,
    body: object({}),
    response: { 204: Type.Null() },
  }
  app.post('/reorganizations/:id/undo', { schema: undo }, async (request, reply) =>
    sendAnswer(reply, await undoReorganization(app.db, callOf(request), request.params.id)),
  )
}
