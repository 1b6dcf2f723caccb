import { join } from 'node:path'
import { object } from '@bantin/shared/object'
import { Table, TableInput } from '@bantin/shared/tables'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { uploadBody, uploadTimeout } from '../../lib/upload.ts'
import { readFileTable, readPasted } from './tables.service.ts'

const contract = {
  tags: ['editorial'],
  description: 'Nothing is stored. What the columns mean is said where the table is used.',
  querystring: object({}),
  response: { 200: Table },
}

/** Tables from elsewhere as rows of strings. */
export const tablesRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const pasted = { ...contract, summary: 'Read a pasted table: cells between tabs, or CSV', body: TableInput }
  app.post('/tables', { schema: pasted, handlerTimeout: 60_000 }, (request) => readPasted(request.actor, request.body))
}

/** The same of files, where a scope takes them. */
export const fileTablesRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const folder = join(app.config.dataDir, 'uploads')
  const body = uploadBody('Exactly one file, of at most 10 MB: .xlsx, of which the first sheet is read, or .csv in UTF-8 or UTF-16.')
  const file = { ...contract, summary: 'Read a table of a workbook or a CSV file', body }
  app.post('/tables/file', { schema: file, handlerTimeout: uploadTimeout }, (request) =>
    readFileTable(folder, request.actor, request.uploads(1)),
  )
}
