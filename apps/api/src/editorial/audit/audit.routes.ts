import type { Readable } from 'node:stream'
import { AuditExportQuery, AuditQuery, AuditRow, maxExportRows } from '@bantin/shared/audit'
import { Person } from '@bantin/shared/editorial-articles'
import { object } from '@bantin/shared/object'
import { page } from '@bantin/shared/pagination'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { exportAudit, listAudit, listAuditPeople } from './audit.service.ts'

const tags = ['editorial']
const Csv = Type.Unsafe<Readable>(Type.String())

/** Who did what to what. For administrators and auditors of the whole site. */
export const auditRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const list = { tags, summary: 'The audit log, newest first', querystring: AuditQuery, response: { 200: page(AuditRow) } }
  app.get('/audit', { schema: list }, (request) => listAudit(app.db, request.actor, request.query, app.cursors))

  const people = {
    tags,
    summary: 'Whose deeds the audit log can be asked for',
    description: 'Everyone who has, or had, an account: by name.',
    querystring: object({}),
    response: { 200: object({ data: Type.Array(Person) }) },
  }
  app.get('/audit/people', { schema: people }, (request) => listAuditPeople(app.db, request.actor))

  const csv = {
    tags,
    summary: 'The audit log as CSV, newest first',
    description: `At most ${maxExportRows} rows; \`before\` with the id in the last line goes on. The log notes that it was taken out.`,
    querystring: AuditExportQuery,
    response: { 200: { description: 'A line of names, then a line for each row.', content: { 'text/csv': { schema: Csv } } } },
  }
  // Ten minutes: whoever reads slowly is cut off only when he stops.
  app.get('/audit/export', { schema: csv, handlerTimeout: 600_000, exposeHeadRoute: false }, async (request, reply) =>
    reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="audit.csv"')
      .send(await exportAudit(app.db, request.actor, request.query)),
  )
}
