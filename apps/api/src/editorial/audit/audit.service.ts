import type { Readable } from 'node:stream'
import { type AuditExportQuery, type AuditQuery, type AuditRow, maxExportRows } from '@bantin/shared/audit'
import type { Person } from '@bantin/shared/editorial-articles'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import { fieldProblem } from '../../errors.ts'
import { type Page, readPage } from '../../guarded/read-page.ts'
import { requireSitePermission } from '../../guarded/site-permission.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { type Cursors, listScope } from '../../lib/cursor.ts'
import { type AuditFilters, findAuditRows, findPeople, findPosition, type Position } from './audit.repository.ts'
import { auditCsv } from './audit-csv.ts'

/** A page of the audit log, newest first. Throws `forbidden`, `invalid_cursor`. */
export async function listAudit(db: Db, actor: ActingPerson, query: AuditQuery, cursors: Cursors): Promise<Page<AuditRow>> {
  const { timeZone } = await requireSitePermission(db, actor, 'audit.read')
  const { cursor: _cursor, limit: _limit, ...filters } = query
  const { data, page } = await readPage(
    { cursors, scope: listScope('editorial/audit', filters), query },
    (after, limit) => findAuditRows(db, timeZone, filters, after as Position | undefined, limit),
    ({ position }) => position,
  )
  return { data: data.map(({ row }) => row), page }
}

/** Whose deeds the log can be asked for, by name. Throws `forbidden`. */
export async function listAuditPeople(db: Db, actor: ActingPerson): Promise<{ data: Person[] }> {
  await requireSitePermission(db, actor, 'audit.read')
  return { data: await findPeople(db) }
}

/**
 * The same rows as CSV, at most so many, made while it is read. That somebody took them out is noted first.
 * Throws `forbidden`, `invalid_request` where no row has the id `before`.
 */
export async function exportAudit(db: Db, actor: ActingPerson, query: AuditExportQuery, most = maxExportRows): Promise<Readable> {
  const { id: entityId, timeZone } = await requireSitePermission(db, actor, 'audit.read')
  const { before, ...filters } = query
  const after = before === undefined ? undefined : await findPosition(db, before)
  if (before !== undefined && after === undefined) {
    throw fieldProblem('invalid_request', { in: 'query', name: 'before', code: 'unknown', message: 'No row has this id.' })
  }
  await recordAudit(db, actor, { action: 'audit.export', entity: 'site', entityId, detail: query })
  return auditCsv(readRows(db, { timeZone, filters, after, most }))
}

/** So many rows are in memory at a time. */
const rowsAtOnce = 1000

async function* readRows(
  db: Db,
  { timeZone, filters, after, most }: { timeZone: string; filters: AuditFilters; after: Position | undefined; most: number },
): AsyncGenerator<AuditRow> {
  let position = after
  for (let left = most; left > 0; left -= rowsAtOnce) {
    const rows = await findAuditRows(db, timeZone, filters, position, Math.min(left, rowsAtOnce))
    for (const { row } of rows) yield row
    if (rows.length < rowsAtOnce) return
    position = rows.at(-1)?.position
  }
}
