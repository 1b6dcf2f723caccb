import { BlocYear } from '@bantin/shared/blocs'
import {
  BlocYearCard,
  BlocYearInput,
  EditorialBlocYear,
  EmulationImport,
  EmulationImportQuery,
  EmulationTable,
} from '@bantin/shared/editorial-emulation'
import { Id } from '@bantin/shared/ids'
import { object } from '@bantin/shared/object'
import { page } from '@bantin/shared/pagination'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { callOf, sendAnswer } from '../../guarded/call.ts'
import { importYear } from './bloc-year-import.service.ts'
import { changeYear, listYears, readYear } from './bloc-years.service.ts'

const tags = ['editorial']
const querystring = object({})
const one = { tags, querystring, params: object({ id: Id, year: BlocYear }), response: { 200: EditorialBlocYear } }
const description = 'Needs the version of the year as `If-Match`, `"0"` where nothing is kept of it yet. Readers see it once it is decided.'

/** What blocs' years came to: who has which score and rank. */
export const blocYearsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const list = { tags, querystring, params: object({ id: Id }), response: { 200: page(BlocYearCard) } }
  app.get('/blocs/:id/years', { schema: { ...list, summary: 'The years of a bloc of which something is kept' } }, (request) =>
    listYears(app.db, request.actor, request.params.id),
  )

  const read = { ...one, summary: 'A year of a bloc: its results, and who was a member' }
  app.get('/blocs/:id/years/:year', { schema: read }, async (request, reply) =>
    sendAnswer(reply, await readYear(app.db, request.actor, request.params.id, request.params.year)),
  )

  const change = { ...one, summary: 'Put a year of a bloc, as a whole', description, body: BlocYearInput }
  app.put('/blocs/:id/years/:year', { schema: change }, async (request, reply) =>
    sendAnswer(reply, await changeYear(app.db, callOf(request), request.params.id, request.params.year, request.body)),
  )

  const fromTable = {
    ...one,
    summary: 'Put the results of a year from the rows of a table',
    description: `${description} With \`dryRun\` it answers what it would take each row for, and does nothing.`,
    querystring: EmulationImportQuery,
    body: EmulationTable,
    response: { 200: EmulationImport },
  }
  app.post('/blocs/:id/years/:year/import', { schema: fromTable }, async (request, reply) => {
    const { id: blocId, year } = request.params
    return sendAnswer(reply, await importYear(app.db, callOf(request), { blocId, year }, request.body, request.query.dryRun === true))
  })
}
