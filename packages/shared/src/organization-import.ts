import { type Static, type TOptional, Type } from 'typebox'
import { line } from './fields.ts'
import { Id } from './ids.ts'
import { object } from './object.ts'
import { tableLimits } from './tables.ts'

/** What is read of a line about a unit. */
export const unitFields = [
  ...(['codeScheme', 'code', 'slug', 'name', 'shortName', 'kind', 'parent', 'from', 'through'] as const),
  ...(['address', 'phone', 'email', 'openingHours', 'order'] as const),
] as const
export type UnitField = (typeof unitFields)[number]

/** What is read of a line about somebody in a post. */
export const personFields = [
  ...(['name', 'slug', 'unit', 'post', 'kind', 'from', 'through', 'decisionNo', 'order', 'seniority'] as const),
  ...(['phone', 'email'] as const),
] as const
export type PersonField = (typeof personFields)[number]

const Column = Type.Integer({ minimum: 0, maximum: tableLimits.columns - 1 })

function mappingOf<F extends string>(fields: readonly F[]) {
  return object(Object.fromEntries(fields.map((field) => [field, Type.Optional(Column)])) as Record<F, TOptional<typeof Column>>)
}

/** In which column each field stands, the first one being 0. Fields without one are not spoken of. */
export const UnitMapping = mappingOf(unitFields)
export type UnitMapping = Partial<Record<UnitField, number>>
export const PersonMapping = mappingOf(personFields)
export type PersonMapping = Partial<Record<PersonField, number>>

const table = {
  /** As `POST /editorial/tables` answers them. */
  columns: Type.Array(Type.String({ maxLength: 2000 }), { maxItems: tableLimits.columns }),
  rows: Type.Array(Type.Array(Type.String({ maxLength: 2000 }), { maxItems: tableLimits.columns }), { maxItems: tableLimits.rows }),
  /** Where each row stands in what was sent, for messages; else rows are counted from 1. */
  lines: Type.Optional(Type.Array(Type.Integer({ minimum: 1 }), { maxItems: tableLimits.rows })),
}

/** A table of each, or of one of them. Without a mapping the columns are known by their headings (`organization-import/columns`). */
export const OrganizationImportInput = object({
  units: Type.Optional(object({ ...table, mapping: Type.Optional(UnitMapping) })),
  people: Type.Optional(object({ ...table, mapping: Type.Optional(PersonMapping) })),
  /** The list in which codes stand where a line does not say it. */
  codeScheme: Type.Optional(line(40)),
})
export type OrganizationImportInput = Static<typeof OrganizationImportInput>

export const OrganizationImportQuery = object({ dryRun: Type.Optional(Type.Boolean()) })

export const lineOutcomes = ['created', 'changed', 'unchanged', 'refused'] as const
export type LineOutcome = (typeof lineOutcomes)[number]

/** Why a line is refused before the organization is asked; beside these stand the rules of the organization, such as `appointments_one_holder`. */
export const lineFaults = [
  ...(['missing', 'not_a_line', 'too_long', 'not_a_day', 'not_a_kind', 'not_a_number', 'not_a_slug', 'before_from'] as const),
  ...(['unknown', 'ambiguous', 'twice', 'contradiction', 'refused_above', 'ended_by_reorganization', 'taken'] as const),
] as const
export type LineFault = (typeof lineFaults)[number]

/** What became of a line, or would become of it. A refused one changes nothing. */
export const ImportedLine = object({
  line: Type.Integer(),
  outcome: Type.Enum(lineOutcomes),
  /** The unit or the person as the line calls it. */
  name: Type.String(),
  /** What the line is about; null where it is refused, and of what a dry run would make. */
  id: Type.Union([Id, Type.Null()]),
  /** What was changed. */
  fields: Type.Array(Type.String()),
  problems: Type.Array(
    object({
      /** One of `lineFaults`, or the rule that would be broken. */
      code: Type.String(),
      field: Type.Union([Type.String(), Type.Null()]),
      message: Type.String(),
    }),
  ),
})
export type ImportedLine = Static<typeof ImportedLine>

const Counts = object({ created: Type.Integer(), changed: Type.Integer(), unchanged: Type.Integer(), refused: Type.Integer() })
const imported = { counts: Counts, lines: Type.Array(ImportedLine) }

/** The lines of each table, in their order; of one that was not sent there is nothing. */
export const OrganizationImport = object({
  /** Whether it was done: not in a dry run. */
  taken: Type.Boolean(),
  units: Type.Union([object({ ...imported, mapping: UnitMapping }), Type.Null()]),
  people: Type.Union([object({ ...imported, mapping: PersonMapping }), Type.Null()]),
})
export type OrganizationImport = Static<typeof OrganizationImport>

/** `GET /editorial/organization/export/{table}`: CSV that comes in again as it went out. */
export const exportedTables = ['units', 'people'] as const
