import { object } from '@bantin/shared/object'
import { exportedTables, OrganizationImport, OrganizationImportInput, OrganizationImportQuery } from '@bantin/shared/organization-import'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { callOf, sendAnswer } from '../../guarded/call.ts'
import { exportOrganization } from './organization-export.service.ts'
import { importOrganization } from './organization-import.service.ts'

const tags = ['editorial']
/** As many letters as a table may have, and what JSON puts around its cells. */
const bodyLimit = 16_000_000

/** Units and people from tables, and back. */
export const organizationImportRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const take = {
    tags,
    summary: 'Bring units and people in from tables',
    description:
      'Answers what each line came to: created, changed, unchanged, or refused with the reason. A refused line changes nothing and keeps no other one from being taken. With `dryRun` it does nothing. The same tables once more change nothing.',
    querystring: OrganizationImportQuery,
    body: OrganizationImportInput,
    response: { 200: OrganizationImport },
  }
  app.post('/organization/import', { schema: take, bodyLimit, handlerTimeout: 300_000 }, async (request, reply) =>
    sendAnswer(reply, await importOrganization(app.db, callOf(request), request.body, request.query.dryRun === true)),
  )

  const give = {
    tags,
    querystring: object({}),
    response: { 200: { description: 'A line of headings, then a line for each.', content: { 'text/csv': { schema: Type.String() } } } },
  }
  for (const table of exportedTables) {
    const schema = { ...give, summary: `All ${table} as CSV, which can be brought in again` }
    app.get(`/organization/export/${table}`, { schema, exposeHeadRoute: false }, async (request, reply) =>
      reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${table}.csv"`)
        .send(await exportOrganization(app.db, request.actor, table)),
    )
  }
}
