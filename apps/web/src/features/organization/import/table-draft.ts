import {
  type OrganizationImport,
  type OrganizationImportInput,
  type PersonMapping,
  personFields,
  type UnitMapping,
  unitFields,
} from '@bantin/shared/organization-import'
import { findPersonColumns, findUnitColumns } from '@bantin/shared/organization-import/columns'
import type { Table } from '@bantin/shared/tables'

/** What the lines of a table are about. */
export type About = 'units' | 'people'

/** In which column each thing stands; of units or of people. */
export type Mapping = Partial<Record<string, number>>

/** A table, and how it is read. */
export interface TableDraft {
  table: Table
  mapping: Mapping
  codeScheme: string
}

/** What the lines of a table would come to, or came to. */
export type TableOutcome = NonNullable<OrganizationImport['units'] | OrganizationImport['people']>

/** What may stand in the columns. */
export function fieldsOf(about: About): readonly string[] {
  return about === 'units' ? unitFields : personFields
}

/** A table as it came, its columns as far as their headings are known. */
export function beginDraft(about: About, table: Table): TableDraft {
  const mapping: Mapping = about === 'units' ? findUnitColumns(table.columns) : findPersonColumns(table.columns)
  return { table, mapping, codeScheme: '' }
}

/** Which columns the lines cannot do without. */
export function lacksOf(about: About, mapping: Mapping): readonly string[] {
  if (about === 'people') return mapping.name === undefined ? ['name'] : []
  return mapping.code === undefined && mapping.slug === undefined ? ['code'] : []
}

/** What is sent. */
export function inputOf(about: About, { table, mapping, codeScheme }: TableDraft): OrganizationImportInput {
  const scheme = codeScheme.trim() ? { codeScheme: codeScheme.trim() } : {}
  return about === 'units'
    ? { units: { ...table, mapping: mapping as UnitMapping }, ...scheme }
    : { people: { ...table, mapping: mapping as PersonMapping }, ...scheme }
}

/** The cells of a line, by the number that the answer calls it. */
export function cellsByLine({ rows, lines }: Table): Map<number, readonly string[]> {
  return new Map(rows.map((cells, at) => [lines[at] ?? at + 1, cells]))
}
