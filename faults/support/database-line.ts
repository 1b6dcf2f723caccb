import { connect, createServer, type Server, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** The line to the database: everything goes through it, so that it can be cut. */
export interface DatabaseLine {
  /** The database, by way of this line. */
  url: string
  /** Ends all connections; new ones are refused. */
  cut(): Promise<void>
  mend(): Promise<void>
  /** Nothing comes through any more, and nobody is told. */
  hang(): void
}

/** A line to the database at `databaseUrl`, whole at first. It ends with the test. */
export async function openDatabaseLine(databaseUrl: string): Promise<DatabaseLine> {
  const target = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let isHanging = false
  const join = (near: Socket): void => {
    sockets.add(near)
    near.on('error', () => near.destroy())
    if (isHanging) return
    const far = connect(Number(target.port), target.hostname)
    sockets.add(far)
    far.on('error', () => far.destroy())
    near.pipe(far).pipe(near)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const)
      one.on('close', () => other.destroy())
  }
  let server = createServer(join)
  const port = await listen(server, 0)
  const end = (): void => {
    for (const socket of sockets) socket.destroy()
    sockets.clear()
  }
  const cut = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve))
    end()
    await closed
  }
  onTestFinished(async () => {
    if (server.listening) await cut()
  })
  return {
    url: Object.assign(new URL(databaseUrl), { hostname: '127.0.0.1', port: String(port) }).href,
    cut,
    mend: async () => {
      isHanging = false
      if (server.listening) await cut()
      server = createServer(join)
      await listen(server, port)
    },
    hang: () => {
      isHanging = true
      for (const socket of sockets) socket.unpipe().pause()
    },
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', () => resolve((server.address() as { port: number }).port))
  })
}
