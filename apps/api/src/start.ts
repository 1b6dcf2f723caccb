import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { codeOfFirstSetup } from './accounts/setup/setup.service.ts'
import { openCountryDatabase } from './adapters/country-database.ts'
import { openMediaStore } from './adapters/open-media-store.ts'
import { type AppParts, buildApp } from './app.ts'
import type { Config } from './config.ts'
import { databaseServer } from './db/database-server.ts'
import { startEmbedded } from './db/embedded.ts'
import { freePort } from './db/embedded-server.ts'
import { prepareDatabase } from './db/prepare-database.ts'
import { type DemoAccess, fillDemo } from './demo/fill-demo.ts'
import type { FirstSetup } from './greeting.ts'
import { startJobs } from './jobs.ts'
import { type Connections, countConnections } from './lib/connections.ts'
import { StartError } from './lib/start-error.ts'
import { loadWebBuild } from './pages/web-build.ts'

export interface StartOptions {
  /** Ends a start that is still on its way: what was started is stopped again and the start throws the signal's reason. */
  signal: AbortSignal
  log: (line: string) => void
  /** Called when a running app can go on no longer, as when its database is lost for good. */
  onFatal: (error: Error) => void
}

export interface RunningApp {
  /** Where it listens, for the person at this machine; a worker does not. */
  url: string | undefined
  /** Undefined where the database has no demo. */
  demo: DemoAccess | undefined
  /** Undefined as soon as there is anybody who can sign in. */
  firstSetup: FirstSetup | undefined
  /** Requests in flight finish, then everything it started ends. Calling it again waits for the same end. */
  stop(): Promise<void>
}

/** The whole application, listening. Throws StartError with one line when something is in its way. */
export async function startApp(config: Config, options: StartOptions): Promise<RunningApp> {
  const started: Closer[] = []
  const stop = once(() => closeInReverse(started))
  try {
    const settled = await settlePort(config)
    const onStop = (closer: Closer) => started.push(closer)
    const web = settled.role === 'worker' ? undefined : await loadWebBuild(webFolder)
    const countryOf = await openCountryDatabase(settled.countryDatabase)
    const { database, mediaStore, demo } = await startGround(settled, options, onStop)
    if (web === undefined) return { url: undefined, demo, firstSetup: undefined, stop }
    const logger = loggerOf(settled, options.log)
    const app = await startServer({ config: settled, database, mediaStore, countryOf, web, logger }, options.signal, onStop)
    await listen(app, settled)
    const code = await codeOfFirstSetup(database.db, settled.secrets)
    const firstSetup = code === undefined ? undefined : { url: `${settled.publicUrl}/dang-nhap/thiet-lap`, code }
    return { url: `http://${hostToVisit(settled.host)}:${settled.port}`, demo, firstSetup, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const webFolder = fileURLToPath(new URL('../../web/dist', import.meta.url))

type Closer = () => Promise<unknown>

/** What every role has: the database, the background work, the demo. */
async function startGround(config: Config, { signal, log, onFatal }: StartOptions, onStop: (closer: Closer) => void) {
  const server = await databaseServer(config, startEmbedded, { log, onLost: onFatal })
  onStop(server.stop)
  signal.throwIfAborted()
  const { hostname: host } = new URL(config.publicUrl)
  const database = await prepareDatabase(server, { host, timeZone: config.timeZone, log })
  onStop(database.close)
  if (!database.deliveryIsConfined) log('Delivery reads as the owner: this database user could not make the role bantin_delivery.')
  signal.throwIfAborted()
  const mediaStore = await openMediaStore(config)
  const jobs = await startJobs(config, { database, mediaStore, directUrl: server.directUrl, log })
  onStop(jobs.stop)
  signal.throwIfAborted()
  const demo = config.demo ? await fillDemo({ db: database.db, mediaStore }, config) : undefined
  signal.throwIfAborted()
  return { database, mediaStore, demo }
}

/** What requests and the server have to say goes the way of all lines. */
function loggerOf({ logLevel: level }: Config, log: StartOptions['log']): AppParts['logger'] {
  return { level, stream: { write: (line) => log(line.trimEnd()) } }
}

async function startServer(parts: AppParts, signal: AbortSignal, onStop: (closer: Closer) => void): Promise<FastifyInstance> {
  const connections = countConnections()
  const app = await buildApp(parts)
  onStop(() => closeHttp(app, connections))
  signal.throwIfAborted()
  return app
}

/** PORT=0 asks for any free port; links and the check of origins need to know which before the app is built. */
async function settlePort(config: Config): Promise<Config> {
  if (config.port !== 0) return config
  const port = await freePort()
  return { ...config, port, publicUrl: config.publicUrl.replace(/:0$/, `:${port}`) }
}

function hostToVisit(host: string): string {
  if (host === '0.0.0.0' || host === '::' || host === '::1' || host.startsWith('127.')) return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<void> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EADDRINUSE') throw new StartError(`Port ${port} is taken: use another one, PORT=${port + 1} npm start.`)
    if (code === 'EACCES') throw new StartError(`This user may not listen on port ${port}: use another one, PORT=3000 npm start.`)
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw new StartError(`HOST=${host} is no address of this machine.`)
    throw error
  }
}

/** Handlers end within 8 s; whoever sends or reads more slowly than this is cut off. */
const drainLimit = 9_000

async function closeHttp(app: FastifyInstance, connections: Connections): Promise<void> {
  const cut = setTimeout(connections.endAll, drainLimit)
  connections.drain()
  await app.close()
  connections.forget()
  clearTimeout(cut)
}

async function closeInReverse(closers: Closer[]): Promise<void> {
  const failures: unknown[] = []
  for (const close of closers.toReversed()) await close().catch((error) => failures.push(error))
  if (failures.length > 0) throw failures[0]
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  return () => {
    running ??= work()
    return running
  }
}
