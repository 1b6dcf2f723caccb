import { type ClientBase, Pool, type PoolClient } from 'pg'
import { endSilent } from './end-silent.ts'

export interface PoolOptions {
  url: string
  /** Hears of idle connections that break; the pool replaces them. */
  onError: (error: Error) => void
  /** Connections at the most. */
  max?: number
  /** For how many seconds a connection is used at the most. Default: as long as it is wanted. */
  lifetime?: number
  /** Whether statements are sent before those before them are answered. */
  pipeline?: boolean
  /** How many times as long as usual it is waited for connections, statements and locks. Default 1; more where other things than load are tried. */
  patience?: number
}

/** What is done with a connection before it is used. */
export type OnConnect = (client: { query: PoolClient['query'] }) => Promise<void>

/** For how many milliseconds a connection is waited for. */
const connectionWait = 2000

/** A pool of connections. `longestSilence` is for how many milliseconds a database may say nothing before it counts as gone. */
export function openPool(options: PoolOptions, longestSilence: number, onConnect: OnConnect): Pool {
  const { url, onError, max = 10, lifetime = 0, pipeline = false, patience = 1 } = options
  const prepare = async (client: ClientBase) => {
    endSilent(client, longestSilence)
    await onConnect(client)
  }
  const timeouts = { connectionTimeoutMillis: connectionWait * patience, idleTimeoutMillis: 30_000 }
  const pool = new Pool({ connectionString: url, max, maxLifetimeSeconds: lifetime, pipeline, ...timeouts, onConnect: prepare })
  // Once it ends, the server may be stopped before the last connection has said goodbye: that is no news.
  pool.on('error', (error) => {
    if (!pool.ending) onError(error)
  })
  // The driver's and the pool's own errors have no code, and a database that is away would look like a mistake of ours.
  const withCode = (error: Error) => Object.assign(error, { code: 'code' in error ? error.code : 'NO_CONNECTION' })
  // Of a connection that is in use: its statement fails, and so does whatever its transaction asks next, for the same reason.
  pool.on('connect', (client) =>
    client.on('error', (error) => {
      const gone = withCode(error)
      client.query = (() => Promise.reject(gone)) as typeof client.query
    }),
  )
  type Connected = Parameters<Pool['connect']>[0]
  const connect = pool.connect.bind(pool)
  const connectOrSayWhy = (connected?: Connected) =>
    connected
      ? connect((error, client, release) => connected(error && withCode(error), client, release))
      : connect().catch((error: Error) => Promise.reject(withCode(error)))
  pool.connect = connectOrSayWhy as typeof pool.connect
  return pool
}
