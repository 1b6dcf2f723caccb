import type { Socket } from 'node:net'
import type { ClientBase } from 'pg'

/**
 * Ends a connection on which a statement is under way and no byte has moved for so many milliseconds; the statement then fails with
 * ETIMEDOUT. The socket's one timer sees to that. The driver's `query_timeout` makes a timer for each statement: answers then outlive
 * the collector's quick rounds, and its slow ones take a fifth of the time that an answer takes.
 */
export function endSilent(client: ClientBase, milliseconds: number): void {
  const { connection } = client as Connected
  const { stream } = connection
  stream.setTimeout(milliseconds)
  stream.on('timeout', () => {
    // Between two statements it is we who say nothing.
    if ((client as Connected).readyForQuery) stream.setTimeout(milliseconds)
    else stream.destroy(Object.assign(new Error('The database says nothing any more.'), { code: 'ETIMEDOUT' }))
  })
}

type Connected = ClientBase & { connection: { stream: Socket }; readyForQuery: boolean }
