import { getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Db } from './client.ts'
import { together } from './together.ts'

/** Rows of a table. All name the same fields; a field that none names has its default. */
export interface Rows {
  table: PgTable
  rows: object[]
}

/** For `insertRows`. */
export function rowsOf<T extends PgTable>(table: T, ...rows: T['$inferInsert'][]): Rows {
  return { table, rows }
}

/**
 * Inserts rows of one table or of several by one statement, with those that others insert at that moment in the transaction. Those of a
 * table travel as one parameter: they are many, and a parameter for each of their cells took longer than all the rest. Foreign keys are
 * looked at when all are there, so that rows may point at each other.
 */
export const insertRows: (tx: Db, groups: Rows[]) => Promise<void> = together(async (tx, asked: Rows[][]): Promise<undefined[]> => {
  const parts = joined(asked.flat()).map(insertion)
  const last = parts.pop()
  if (!last) return []
  const others = parts.map((part, n) => sql`${sql.identifier(`part${n}`)} AS (${part})`)
  await tx.execute(others.length === 0 ? last : sql`WITH ${sql.join(others, sql`, `)} ${last}`)
  return []
})

/** The rows as a source of others, under the names of their columns; and these names. */
export function recordsOf({ table, rows }: Rows): { records: SQL; names: string[] } {
  const columns = getTableColumns(table)
  const fields = fieldsOf(rows).map((field) => [field, columns[field]?.name ?? field] as const)
  const named = rows.map((row) => Object.fromEntries(fields.map(([field, name]) => [name, (row as Record<string, unknown>)[field]])))
  const records = sql`json_populate_recordset(NULL::${table}, ${JSON.stringify(named)}::json)`
  return { records, names: fields.map(([, name]) => name) }
}

function insertion(group: Rows): SQL {
  const { records, names } = recordsOf(group)
  const list = sql.raw(names.map((name) => `"${name}"`).join(', '))
  return sql`INSERT INTO ${group.table} (${list}) SELECT ${list} FROM ${records}`
}

/** One group for each table, and for each choice of its fields. */
function joined(groups: Rows[]): Rows[] {
  const all: Rows[] = []
  for (const { table, rows } of groups.filter((group) => group.rows.length > 0)) {
    const alike = all.find((group) => group.table === table && `${fieldsOf(group.rows)}` === `${fieldsOf(rows)}`)
    if (alike) alike.rows.push(...rows)
    else all.push({ table, rows: [...rows] })
  }
  return all
}

function fieldsOf(rows: object[]): string[] {
  return Object.keys(rows[0] ?? {})
}
