import { Id } from '@bantin/shared/ids'
import { object } from '@bantin/shared/object'
import { Cursor, Limit, page } from '@bantin/shared/pagination'
import { ListedReport, Report, ReportFileQuery, ReportQuery, SavedReport, SavedReportFileQuery } from '@bantin/shared/reports'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { callOf, sendAnswer } from '../../../guarded/call.ts'
import { reportXlsx } from './report-xlsx.ts'
import { listReports, readReport, readSavedReport, saveReport } from './reports.service.ts'

const tags = ['editorial']
const params = object({ id: Id })
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const Workbook = Type.Unsafe<Buffer>(Type.String({ format: 'binary' }))
const file = { 200: { description: 'A workbook of three sheets.', content: { [xlsxType]: { schema: Workbook } } } }

/** What an agency reports of a month, a quarter, half a year or a year. */
export const reportsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { db, config } = app
  const report = { tags, summary: 'The report of a period as it stands now', querystring: ReportQuery, response: { 200: Report } }
  app.get('/analytics/report', { schema: report }, ({ actor, query }) => readReport(db, actor, query, config.publicUrl))

  const reportFile = { tags, summary: 'The report of a period as it stands now, as XLSX', querystring: ReportFileQuery, response: file }
  app.get('/analytics/report/xlsx', { schema: reportFile, exposeHeadRoute: false }, async ({ actor, query }, reply) => {
    const { locale = 'vi', ...asked } = query
    return sendWorkbook(reply, await readReport(db, actor, asked, config.publicUrl), locale)
  })

  const save = {
    tags,
    summary: 'Save the report of a period: its figures stay as they are now',
    querystring: object({}),
    body: ReportQuery,
    response: { 201: SavedReport },
  }
  app.post('/analytics/reports', { schema: save }, async (request, reply) =>
    sendAnswer(reply, await saveReport(db, callOf(request), request.body)),
  )

  const listed = object({ limit: Type.Optional(Limit), cursor: Type.Optional(Cursor) })
  const list = { tags, summary: 'Saved reports, the newest first', querystring: listed, response: { 200: page(ListedReport) } }
  app.get('/analytics/reports', { schema: list }, ({ actor, query }) => listReports(db, actor, query, app.cursors))

  const one = { tags, summary: 'A saved report', params, querystring: object({}), response: { 200: SavedReport } }
  app.get('/analytics/reports/:id', { schema: one }, (request) => readSavedReport(db, request.actor, request.params.id))

  const oneFile = { tags, summary: 'A saved report, as XLSX', params, querystring: SavedReportFileQuery, response: file }
  app.get('/analytics/reports/:id/xlsx', { schema: oneFile, exposeHeadRoute: false }, async (request, reply) =>
    sendWorkbook(reply, await readSavedReport(db, request.actor, request.params.id), request.query.locale ?? 'vi'),
  )
}

async function sendWorkbook(reply: FastifyReply, report: Report & { savedAt?: string }, locale: 'vi' | 'en'): Promise<Buffer> {
  const name = `report-${report.kind}-${report.startsOn}-${report.endsOn}.xlsx`
  reply.type(xlsxType).header('content-disposition', `attachment; filename="${name}"`)
  return reportXlsx(report, locale)
}
