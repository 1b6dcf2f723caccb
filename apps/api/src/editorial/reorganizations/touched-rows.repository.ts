import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import type { TouchedRow } from '../../db/schema/reorganizations.ts'

/** Rows by their table and what tells them apart in it. */
export type Rows = Map<string, { table: string; row: Row }>
type Row = Record<string, unknown>

/** What a reorganization changes, from what others refer to to what refers to it, and which of a table's columns. */
const tables: string[] = [
  'units',
  'unit_names',
  'unit_parents',
  'unit_successions',
  'bloc_members',
  'posts',
  'appointments',
  'sites',
  'grants',
] as const

/** Every row of the organization that says something about these units. */
export async function readRows(tx: Db, unitIds: string[]): Promise<Rows> {
  const ids = sql`${sql.param(unitIds)}::uuid[]`
  const of = (table: string, where: SQL, row = sql`to_jsonb(t)`) =>
    sql`SELECT ${table} AS "table", ${row} AS row FROM ${sql.identifier(table)} t WHERE ${where}`
  const { rows } = await tx.execute<{ table: string; row: Row }>(
    sql.join(
      [
        of('units', sql`t.id = ANY (${ids})`),
        of('unit_names', sql`t.unit_id = ANY (${ids})`),
        of('unit_parents', sql`t.unit_id = ANY (${ids}) OR t.parent_id = ANY (${ids})`),
        of('unit_successions', sql`t.from_unit_id = ANY (${ids})`),
        of('bloc_members', sql`t.unit_id = ANY (${ids}) OR t.bloc_id = ANY (${ids})`),
        of('posts', sql`t.unit_id = ANY (${ids})`),
        of('appointments', sql`t.post_id IN (SELECT id FROM posts WHERE unit_id = ANY (${ids}))`),
        of('sites', sql`true`, sql`jsonb_build_object('id', t.id, 'root_unit_id', t.root_unit_id)`),
        of('grants', sql`t.unit_id = ANY (${ids})`),
      ],
      sql` UNION ALL `,
    ),
  )
  return new Map(rows.map((row) => [keyOf(row), row]))
}

/** What became of them. */
export function touchedRows(before: Rows, after: Rows): TouchedRow[] {
  const keys = new Set([...before.keys(), ...after.keys()])
  return [...keys].flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)]
    if (JSON.stringify(was?.row) === JSON.stringify(is?.row)) return []
    return [{ table: (was ?? is)?.table ?? '', before: was?.row ?? null, after: is?.row ?? null }]
  })
}

/** Puts them back as they were. Answers false, and may have done a part of it, where one is not as it became any more. */
export async function putBack(tx: Db, touched: TouchedRow[]): Promise<boolean> {
  const inOrder = (rows: TouchedRow[]) => rows.toSorted((a, b) => rank(a) - rank(b))
  const made = inOrder(touched.filter(({ before }) => before === null)).toReversed()
  const changed = inOrder(touched.filter(({ before, after }) => before !== null && after !== null))
  const deleted = inOrder(touched.filter(({ after }) => after === null))
  // The site and its roles first, which refer to units that go; then what stands in the way of the periods that come back.
  const [leaning, others] = [changed.filter(isLeaning), changed.filter((row) => !isLeaning(row))]
  for (const one of [...leaning, ...made, ...others, ...deleted]) if (!(await putOneBack(tx, one))) return false
  return true
}

async function putOneBack(tx: Db, { table, before, after }: TouchedRow): Promise<boolean> {
  const name = sql.identifier(table)
  const here = after && sql`${matching(after)} AND to_jsonb(t) @> ${JSON.stringify(after)}::jsonb`
  if (before === null) return (await tx.execute(sql`DELETE FROM ${name} t WHERE ${here}`)).rowCount === 1
  const was = sql`jsonb_populate_record(NULL::${name}, ${JSON.stringify(before)}::jsonb)`
  if (here === null) return (await tx.execute(sql`INSERT INTO ${name} SELECT * FROM ${was}`)).rowCount === 1
  const columns = Object.keys(before).map((column) => sql.identifier(column))
  const set = sql`(${sql.join(columns, sql`, `)}) = (SELECT ${sql.join(columns, sql`, `)} FROM ${was})`
  return (await tx.execute(sql`UPDATE ${name} t SET ${set} WHERE ${here}`)).rowCount === 1
}

/** By an index where there is one. */
function matching(row: Row): SQL {
  return 'id' in row ? sql`t.id = ${row.id}` : sql`t.from_unit_id = ${row.from_unit_id}`
}

function isLeaning({ table }: TouchedRow): boolean {
  return table === 'sites' || table === 'grants'
}

function rank({ table }: TouchedRow): number {
  return tables.indexOf(table)
}

function keyOf({ table, row }: { table: string; row: Row }): string {
  return `${table} ${row.id ?? `${row.from_unit_id} ${row.to_unit_id}`}`
}
