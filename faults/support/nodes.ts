import { randomBytes } from 'node:crypto'
import { seededRandom } from '../../apps/api/src/lib/seeded-random.ts'
import { type AppProcess, dataFolder, runAppProcess } from '../../apps/api/test/app-process.ts'

export interface Nodes {
  /** Kills one of them as power loss would, whatever it is doing, and starts another in its place. */
  killOne(): Promise<void>
  killed: number
}

/** So many processes of the application, without addresses, on one database. They end with the test. */
export async function startNodes(databaseUrl: string, count: number, seed: number): Promise<Nodes> {
  const random = seededRandom(seed)
  const secret = randomBytes(36).toString('base64')
  const start = (): AppProcess => runAppProcess(dataFolder(), { ROLE: 'worker', DATABASE_URL: databaseUrl, SECRET: secret })
  const running = Array.from({ length: count }, start)
  await Promise.all(running.map((node) => node.ready))
  const nodes: Nodes = {
    killed: 0,
    async killOne() {
      const index = Math.floor(random() * running.length)
      const victim = running[index] as AppProcess
      victim.kill('SIGKILL')
      nodes.killed += 1
      running[index] = start()
      await victim.exited
    },
  }
  return nodes
}
