import { setTimeout as pause } from 'node:timers/promises'
import { StartError } from '../lib/start-error.ts'
import { type Cluster, clusterUrl, ensureCluster } from './embedded-cluster.ts'
import { type ClusterLock, takeLock } from './embedded-lock.ts'
import { stopPostmaster } from './embedded-postmaster.ts'
import { ensureServer } from './embedded-server.ts'

export interface EmbeddedOptions {
  dataDir: string
  /** False where losing everything in a crash is fine, as in tests. Default true. */
  durable?: boolean
  log?: (line: string) => void
  /** Called when the server was lost while running and could not be started again. */
  onLost?: (error: Error) => void
}

export interface EmbeddedDatabase {
  /** Connection string of the database `bantin`. */
  url: string
  /** Stops the server; calling it again waits for the same stop. */
  stop(): Promise<void>
}

/**
 * The embedded PostgreSQL of `dataDir`, made, started or, after a crash of the app, adopted as needed; started again if it dies.
 * Throws StartError with one line when another process uses the folder or the server cannot run.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const cluster = await ensureCluster(options.dataDir, options.durable ?? true)
  const claim = await claimServer(cluster, { wait: true })
  if ('holder' in claim) {
    throw new StartError(
      `Bản Tin is already running on ${options.dataDir} (process ${claim.holder}): stop it, or set DATA_DIR to another folder.`,
    )
  }
  return ownDatabase(cluster, claim, options)
}

/** As startEmbedded, but where another process runs the server it is shared, and `stop` leaves it to its owner. */
export async function joinEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const cluster = await ensureCluster(options.dataDir, options.durable ?? true)
  const claim = await claimServer(cluster, { wait: false })
  if (!('holder' in claim)) return ownDatabase(cluster, claim, options)
  return { url: clusterUrl(cluster, claim.port, databaseName), stop: async () => undefined }
}

const databaseName = 'bantin'

interface Claim {
  port: number
  lock: ClusterLock
}

/** A running server with its lock, or with the process that holds it. A server that closes under our hands is started again. */
async function claimServer(
  cluster: Cluster,
  { wait, port }: { wait: boolean; port?: number },
): Promise<Claim | { port: number; holder: string }> {
  for (let attempt = 1; ; attempt++) {
    const found = await ensureServer(cluster, port)
    try {
      const lock = await takeLock(clusterUrl(cluster, found, 'postgres'), wait)
      return 'holder' in lock ? { port: found, holder: lock.holder } : { port: found, lock }
    } catch (error) {
      if (attempt === 10) throw error
      await pause(200)
    }
  }
}

async function ownDatabase(cluster: Cluster, claim: Claim, options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  let stopping: Promise<void> | undefined
  let recovering: Promise<ClusterLock | undefined> | undefined
  const watch = (lock: ClusterLock): void => {
    lock.once('end', () => {
      if (!stopping) recovering = recover(cluster, claim.port, options)
      recovering?.then((next) => next && watch(next))
    })
  }
  const stop = async (): Promise<void> => {
    const stillOurs = !recovering || (await recovering)
    if (stillOurs) await stopPostmaster(cluster)
  }
  watch(claim.lock)
  const database: EmbeddedDatabase = {
    url: clusterUrl(cluster, claim.port, databaseName),
    stop: () => {
      stopping ??= stop()
      return stopping
    },
  }
  try {
    await ensureDatabase(claim.lock)
  } catch (error) {
    await database.stop()
    throw error
  }
  return database
}

/** The lock's session ends only when the server does: starts it again at the same port, where the app's connections look for it. */
async function recover(cluster: Cluster, port: number, options: EmbeddedOptions): Promise<ClusterLock | undefined> {
  options.log?.('The embedded PostgreSQL went away; starting it again.')
  try {
    const claim = await claimServer(cluster, { wait: true, port })
    if ('holder' in claim || claim.port !== port) throw new StartError('Another process took over the embedded PostgreSQL.')
    return claim.lock
  } catch (error) {
    options.onLost?.(error instanceof Error ? error : new Error(String(error)))
    return undefined
  }
}

async function ensureDatabase(client: ClusterLock): Promise<void> {
  const encodings = 'SELECT pg_encoding_to_char(encoding) AS encoding FROM pg_database WHERE datname = $1'
  const { rows } = await client.query<{ encoding: string }>(encodings, [databaseName])
  if (rows.length === 0) await client.query(`CREATE DATABASE ${databaseName} TEMPLATE template0 ENCODING 'UTF8'`)
  else if (rows[0]?.encoding !== 'UTF8') {
    throw new StartError(`The database ${databaseName} is ${rows[0]?.encoding}, not UTF8: restore it into a UTF8 database.`)
  }
}
