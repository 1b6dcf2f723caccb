import { randomBytes } from 'node:crypto'
import { type AppProcess, dataFolder, runAppProcess } from '../../apps/api/test/app-process.ts'

/** Processes that serve on one database, each of which is started again when it ends. */
export interface ServedNodes {
  count: number
  killed: number
  /** Where that one serves, or undefined while it does not. */
  originOf(node: number): string | undefined
  /** The last that it has said. */
  saidBy(node: number): string
  /** Kills it as power loss would, whatever it is doing. */
  kill(node: number): void
  /** None is started again any more. */
  leave(): void
}

/** So many of them, all of which serve when this resolves. They end with the test. */
export async function startServedNodes(databaseUrl: string, count: number): Promise<ServedNodes> {
  const env = { ROLE: 'api', DATABASE_URL: databaseUrl, SECRET: randomBytes(36).toString('base64'), RATE_LIMIT: 'off' }
  const origins: (string | undefined)[] = []
  const running: AppProcess[] = []
  let isLeft = false
  const start = async (node: number): Promise<void> => {
    const started = runAppProcess(dataFolder(), env)
    running[node] = started
    started.exited.then(() => {
      origins[node] = undefined
      // Killed, or ended by itself because the database was away when it started.
      if (!isLeft) start(node).catch(() => undefined)
    })
    origins[node] = await started.ready
  }
  await Promise.all(Array.from({ length: count }, (_, node) => start(node)))
  const nodes: ServedNodes = {
    count,
    killed: 0,
    originOf: (node) => origins[node],
    saidBy: (node) => `${running[node]?.output.stdout}${running[node]?.output.stderr}`.slice(-2000),
    kill: (node) => {
      nodes.killed += 1
      running[node]?.kill('SIGKILL')
    },
    leave: () => {
      isLeft = true
    },
  }
  return nodes
}
