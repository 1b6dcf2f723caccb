import type { DeliveryDb } from '../db/client.ts'

/** A statement that PostgreSQL keeps prepared on each connection; the name must be its text's own. */
export interface Statement {
  name: string
  text: string
}

/** The rows of a statement whose columns are texts. */
export async function readRows<R extends Record<string, string | null>>(
  db: DeliveryDb,
  statement: Statement,
  values: unknown[],
): Promise<R[]> {
  const { rows } = await db.query<R>({ ...statement, values })
  return rows
}

/** The JSON text of the statement's one row, column `json`; undefined without a row. */
export async function readJson(db: DeliveryDb, statement: Statement, values: unknown[]): Promise<string | undefined> {
  const [row] = await readRows<{ json: string }>(db, statement, values)
  return row?.json
}
