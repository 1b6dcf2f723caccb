import { pipeline, Readable } from 'node:stream'
import type { AuditRow } from '@bantin/shared/audit'
import { stringify } from 'csv-stringify'
import { csvForSpreadsheets } from '../csv.ts'

const columns = [
  'id',
  'at',
  'actorId',
  'actorName',
  'address',
  'action',
  'entity',
  'entityId',
  'version',
  'fields',
  'beforeHash',
  'afterHash',
  'detail',
] as const satisfies string[]

/** The rows as CSV. When nobody reads it any more, `rows` is ended too. */
export function auditCsv(rows: AsyncIterable<AuditRow>): Readable {
  const csv = stringify({ ...csvForSpreadsheets, columns: [...columns] })
  // A failure is the stream's own: whoever reads it hears of it.
  return pipeline(Readable.from(toRecords(rows)), csv, () => undefined)
}

async function* toRecords(rows: AsyncIterable<AuditRow>): AsyncGenerator<ReturnType<typeof toRecord>> {
  for await (const row of rows) yield toRecord(row)
}

function toRecord({ actor, fields, detail, ...row }: AuditRow): Record<(typeof columns)[number], string | number | null> {
  return {
    ...row,
    actorId: actor.id,
    actorName: actor.name,
    fields: fields.join(' '),
    detail: detail === null ? null : JSON.stringify(detail),
  }
}
