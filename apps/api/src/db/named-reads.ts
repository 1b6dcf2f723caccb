import { type Connection, type Pool, type Submittable, types } from 'pg'
import { prepareValue } from 'pg/lib/utils.js'

/** A statement that PostgreSQL keeps prepared on each connection under its name, which must be its text's own. */
interface Named {
  name: string
  text: string
  values?: unknown[]
}

/**
 * A pool's `query` that asks for the columns of a named statement once on each connection. The driver asks each time, and makes anew of the
 * answer how rows are read: a tenth of what an article from the database takes of this process. It stays true: where the columns of a kept
 * statement would be others, PostgreSQL refuses it. Of such an answer there are the rows, and nothing else.
 */
export function namedReads(pool: Pool): Pick<Pool, 'query'> {
  const query = (asked: string | (Omit<Named, 'name'> & { name?: string })) =>
    typeof asked === 'object' && asked.name !== undefined ? pool.query(statement(asked as Named)) : pool.query(asked)
  return { query: query as Pool['query'] }
}

interface Column {
  name: string
  read: (text: string) => unknown
}

/** By names, what each connection has told. */
const described = new WeakMap<Connection, Map<string, Column[]>>()

type Row = Record<string, unknown>
type Callback = (error: Error | null, result?: { rows: Row[] }) => void

/** As the driver hands on what a connection says to what is asked on it. */
interface Asking extends Submittable {
  name: string
  text: string
  /** Set by the driver. */
  callback?: Callback
  handleRowDescription(message: { fields: { name: string; dataTypeID: number }[] }): void
  handleDataRow(message: { fields: (string | null)[] }): void
  handleCommandComplete(): void
  handleReadyForQuery(): void
  handleError(error: Error): void
  submit(connection: Connection): Error | null
}

function statement({ name, text, values = [] }: Named): Asking {
  const rows: Row[] = []
  let known: Map<string, Column[]>
  let columns: Column[] | undefined
  let failure: Error | undefined
  const asking: Asking = {
    name,
    text,
    submit(connection) {
      known = columnsOn(connection)
      columns = known.get(name)
      return send(connection as unknown as Sending, { name, text, values, isDescribed: columns !== undefined })
    },
    handleRowDescription({ fields }) {
      columns = fields.map((field) => ({ name: field.name, read: types.getTypeParser(field.dataTypeID) }))
      known.set(name, columns)
    },
    handleDataRow({ fields }) {
      const row: Row = {}
      try {
        for (const [index, column] of (columns ?? []).entries()) {
          const text = fields[index] ?? null
          row[column.name] = text === null ? null : column.read(text)
        }
        rows.push(row)
      } catch (error) {
        failure = error as Error
      }
    },
    handleCommandComplete: () => undefined,
    handleReadyForQuery: () => (failure ? asking.callback?.(failure) : asking.callback?.(null, { rows })),
    handleError: (error) => asking.callback?.(error),
  }
  return asking
}

function columnsOn(connection: Connection): Map<string, Column[]> {
  const told = described.get(connection) ?? new Map<string, Column[]>()
  described.set(connection, told)
  return told
}

/** What of the driver's connection its types leave out, or have as it was. */
interface Sending {
  stream: Connection['stream']
  parsedStatements: Record<string, string | undefined>
  parse(message: { name: string; text: string; types: string[] }): void
  bind(message: { statement: string; values: unknown[]; valueMapper: typeof prepareValue }): void
  describe(message: { type: 'P'; name: string }): void
  execute(message: object): void
  sync(): void
}

/** All of it at once. Answers why not, as the driver wants it. */
function send(connection: Sending, { name, text, values, isDescribed }: Required<Named> & { isDescribed: boolean }): Error | null {
  const kept = connection.parsedStatements[name]
  if (kept !== undefined && kept !== text) return new Error(`There is another statement named ${name}.`)
  connection.stream.cork()
  if (kept === undefined) connection.parse({ name, text, types: [] })
  connection.bind({ statement: name, values, valueMapper: prepareValue })
  if (!isDescribed) connection.describe({ type: 'P', name: '' })
  connection.execute({})
  connection.sync()
  connection.stream.uncork()
  return null
}
