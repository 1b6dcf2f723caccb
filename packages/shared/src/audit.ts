import { type Static, Type } from 'typebox'
import { LocalDate, nullable, Timestamp } from './fields.ts'
import { Id } from './ids.ts'
import { object } from './object.ts'
import { Cursor, Limit } from './pagination.ts'

/** How many rows one export has at most. */
export const maxExportRows = 100_000

/** The id of a row of the audit log: a number that grows. */
const AuditId = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })

const Name = Type.String({ pattern: '^[a-z][A-Za-z._-]{0,60}$', description: 'a name such as article.publish' })

/** Who did what to what, and when. New actions and entities may come. */
export const AuditRow = object({
  id: AuditId,
  at: Timestamp,
  /** The name of that time. `id` is null for commands and for the clock. */
  actor: object({ id: nullable(Id), name: Type.String() }),
  address: nullable(Type.String()),
  action: Type.String(),
  entity: Type.String(),
  entityId: Id,
  /** Of the entity after the deed. */
  version: nullable(Type.Integer()),
  fields: Type.Array(Type.String()),
  /** Of the content, where it was changed: `sha256:` and its hash. */
  beforeHash: nullable(Type.String()),
  afterHash: nullable(Type.String()),
  detail: nullable(Type.Record(Type.String(), Type.Unknown())),
})
export type AuditRow = Static<typeof AuditRow>

const filters = {
  from: Type.Optional(LocalDate),
  to: Type.Optional(LocalDate),
  actorId: Type.Optional(Id),
  action: Type.Optional(Name),
  entity: Type.Optional(Name),
  entityId: Type.Optional(Id),
}

export const AuditQuery = object({ limit: Type.Optional(Limit), cursor: Type.Optional(Cursor), ...filters })
export type AuditQuery = Static<typeof AuditQuery>

/** An export of `maxExportRows` rows is not the end: `before` with the id in its last line goes on. */
export const AuditExportQuery = object({ ...filters, before: Type.Optional(AuditId) })
export type AuditExportQuery = Static<typeof AuditExportQuery>
