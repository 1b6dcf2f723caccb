import { type ChildProcess, spawn } from 'node:child_process'
import { open, readFile, rename } from 'node:fs/promises'
import { createServer } from 'node:net'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { StartError } from '../lib/start-error.ts'
import { type Cluster, clusterUrl } from './embedded-cluster.ts'
import { findPostmaster, forgetDeadPostmaster } from './embedded-postmaster.ts'
import { programEnvironment } from './embedded-programs.ts'

/** Recovery after a crash may have to read much of the log again. */
const patience = 300_000
const startAttempts = 8

/**
 * The port of the cluster's server once it takes connections: of the one that lives, else of a new one, on `port` where given.
 * Throws StartError with the server's own reason when it cannot start.
 */
export async function ensureServer(cluster: Cluster, port?: number): Promise<number> {
  const deadline = Date.now() + patience
  let started: ChildProcess | undefined
  for (let attempts = 0; Date.now() < deadline; await pause(attempts > 1 ? 200 * attempts : 50)) {
    const postmaster = await findPostmaster(cluster)
    if (postmaster?.port) {
      if (await takesConnections(cluster, postmaster.port)) return postmaster.port
    } else if (!postmaster && hasEnded(started)) {
      // A first refusal is often a race with another start, or with sessions that outlive their killed server for a moment.
      if (attempts++ >= startAttempts) break
      started = await spawnServer(cluster, port ?? (await freePort()))
    }
  }
  throw new StartError(`The embedded PostgreSQL does not start (${await lastReason(cluster)}); its log is ${logFile(cluster)}.`)
}

/** A TCP port of the loopback interface that nobody uses now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** It leads a session of its own, so that Ctrl-C in the terminal does not reach it before the app has drained. */
async function spawnServer(cluster: Cluster, port: number): Promise<ChildProcess> {
  await forgetDeadPostmaster(cluster)
  await rename(logFile(cluster), `${logFile(cluster)}.before`).catch(() => undefined)
  const log = await open(logFile(cluster), 'a', 0o600)
  const { file, before } = cluster.programs.postgres
  const settings = Object.entries({ ...serverSettings, ...(cluster.durable ? roomySettings : carelessSettings), port })
  const args = settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(file, [...before, '-D', cluster.data, ...args], {
    detached: true,
    env: programEnvironment,
    stdio: ['ignore', log.fd, log.fd],
  })
  child.once('error', () => undefined)
  child.unref()
  await log.close()
  return child
}

const serverSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 200,
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Refused statements carry people's data; the app reports them without it.
  log_min_messages: 'log',
}

/** Of a database that people use. */
const roomySettings = {
  // What is searched stays here: what is not, is fetched from the system and checked again each time.
  shared_buffers: `${Math.floor(Math.min(memory() / 4, 2 ** 31) / 2 ** 20)}MB`,
  // Segments of the log are kept and written over: to make one holds up all who commit.
  min_wal_size: '512MB',
  max_wal_size: '2GB',
}

const carelessSettings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/** Bytes of the machine, or of the part of it that this process is held to. */
function memory(): number {
  return Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY)
}

const hasEnded = (child: ChildProcess | undefined): boolean =>
  child?.pid === undefined || child.exitCode !== null || child.signalCode !== null

/** False while it starts, recovers or closes. Throws StartError when it is not ours. */
async function takesConnections(cluster: Cluster, port: number): Promise<boolean> {
  const client = new pg.Client({ connectionString: clusterUrl(cluster, port, 'postgres'), connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '28P01') {
      throw new StartError(`The password in ${cluster.folder} is not that of its database: restore the file, or move the folder away.`)
    }
    return false
  } finally {
    await client.end()
  }
}

async function lastReason(cluster: Cluster): Promise<string> {
  const lines = (await readFile(logFile(cluster), 'utf8').catch(() => '')).trim().split('\n')
  return lines.findLast((line) => /FATAL|PANIC|error/.test(line)) ?? (lines.at(-1) || 'it said nothing')
}

const logFile = (cluster: Cluster): string => join(cluster.folder, 'log')
